#pragma once
// The API without a socket: what every request is answered with, by one table of routes. Authority
// of commands and views is the desk's and the views' own; here stands who may come to the door at
// all.
#include <span>
#include <unordered_map>

#include "http/changes.h"
#include "http/limiter.h"
#include "http/message.h"
#include "http/metrics.h"
#include "http/problem.h"
#include "http/sessions.h"
#include "http/static_files.h"
#include "http/visit.h"
#include "http/workers.h"

namespace waystation::http {

struct Enrol;
struct HeldClaim;
class Form;

// What the routes work on. All of it outlives them.
struct Service {
  Desk& desk;
  Credentials& credentials;
  const StaticFiles& files;
  Clock clock = system_clock_now;  // The desk's; a demonstration may live in another year.
  bool demo = false;               // Persona switch instead of passwords; loopback only.
  bool secure = false;             // Behind TLS: Secure cookie under its __Host- name.
};

// Who may come to a door: anybody, who has signed in, or who runs the server (loopback, or an
// administrator).
enum class Door { anybody, signed_in, operators };

class Routes {
 public:
  explicit Routes(const Service&);

  // The answer comes at once, or later from another thread. `request` is only read before this
  // returns.
  void answer(const Request& request, Respond respond);

  Changes& changes() { return changes_; }
  Metrics& metrics() { return metrics_; }
  Desk& desk() { return service_.desk; }
  bool secure() const { return service_.secure; }
  void stop_taking() { draining_ = true; }  // /readyz says no, so that a proxy turns away.

  // One request on its way.
  struct Call {
    const Request& request;
    const Respond& respond;
    std::shared_ptr<const Standing> standing;
    std::optional<Visitor> visitor;
    std::string rest;  // Of the path, behind a route's prefix.

    void refuse(const Refusal& no) const { respond(problem(no, request.id)); }
  };
  struct Route {
    Method method;
    std::string_view path;  // A trailing slash takes everything below.
    Door door;
    void (Routes::*handle)(Call&);
  };
  static std::span<const Route> table();

 private:
  const Route* find(const Request&, bool& path_known) const;
  std::optional<Refusal> refuse_at_the_door(const Call&, Door) const;
  std::optional<Refusal> refuse_foreign(const Request&) const;
  std::string_view cookie_name() const { return service_.secure ? "__Host-ws" : "ws"; }
  std::string cookie_line(std::string_view token) const;
  void in_background(const Call&, Workers&, const Refusal& full, std::function<Response()> job);
  Response signed_in(const AccountId&, const std::string& token);
  Response enrolled(const Enrol&, const std::string& request_id);
  Response session_document(const std::optional<Visitor>&, const Standing&) const;

  void health(Call&);
  void readiness(Call&);
  void show_metrics(Call&);
  void show_contract(Call&);
  void give_command(Call&);
  void see_view(Call&);
  void who_am_i(Call&);
  void sign_in(Call&);
  void take_persona(Call&, const AccountId&);
  void sign_out(Call&);
  void enrol(Call&);
  void import_table(Call&);
  void compute_plan(Call&);
  void compute_what_if(Call&);
  void keep_evidence(Call&);
  void show_evidence(Call&);
  void export_table(Call&);
  void hear_changes(Call&);
  void show_file(Call&);
  void show_public(Call&);
  void act_for_public(Call&);
  void show_slip(Call&);
  void show_open_data(Call&);
  void name_calendar(Call&);
  void show_calendar(Call&);

  // Who asks, as limits count them: the peer, or behind our own proxy whom it names.
  std::string client_address(const Request&) const;
  // "limit.…" with the seconds to wait, or none and the act is counted.
  std::optional<Refusal> refuse_flood(const Call&, const OutletId&);
  std::string public_body(Call&, const Visit&, int& status);
  void answer_visit(const Call&, const Visit&, std::string page, int status);
  void refuse_visit(const Respond&, const Visit&, const Refusal&, std::string_view back);
  std::vector<HeldClaim> held_by(const Viewing&, const Pocket&) const;
  Visit visit_of(const Call&) const;
  std::string pocket_line(const Pocket&) const;
  void show_mine(const Respond&, Visit, const Standing&);
  void find_claim(Call&, Visit, const Form&);
  void cancel_claim(Call&, Visit, const Form&);
  void take_number(Call&, Visit, const OutletId&, const Form&);
  void book_time(Call&, Visit, const OutletId&, const Form&);
  void doubt_amenity(Call&, Visit, const OutletId&, const Form&);
  void ask_for_call(Call&, Visit, const OutletId&, const Form&);
  void withdraw_call(Call&, Visit, const OutletId&, const Form&);
  void need_not_come(Call&, Visit, const OutletId&, const Form&);
  void submit_for_public(std::vector<Order>, Visit, const Respond&, std::string back,
                         std::function<void(Visit, const Reply&)> done);

  Service service_;
  Sessions sessions_;
  Turnstile turnstile_;
  Changes changes_;
  Metrics metrics_;
  std::atomic<bool> draining_ = false;

  // Views of one moment, so that a hundred boards that ask at once are computed once.
  struct SeenViews {
    std::int64_t seq = -1;
    std::int64_t minute = 0;
    std::unordered_map<std::string, std::shared_ptr<const std::string>> by_key;
  };
  static constexpr std::size_t views_kept = 512;
  // What is kept under this key, or room for it.
  static std::shared_ptr<const std::string>& seen_at(SeenViews&, std::int64_t seq,
                                                     std::int64_t minute, const std::string& key);
  SeenViews seen_;
  SeenViews public_seen_;
  Limiter limiter_;
  std::string epoch_;  // Of this process: an ETag of an earlier one is never ours.

  Workers hashing_{Credentials::hashes_at_once, 8};
  Workers workers_{2, 16};
};

}  // namespace waystation::http
