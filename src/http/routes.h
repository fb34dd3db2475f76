#pragma once
// The API without a socket: what every request is answered with, by one table of routes. Authority
// of commands and views is the desk's and the views' own; here stands who may come to the door at
// all.
#include <span>
#include <unordered_map>

#include "http/changes.h"
#include "http/message.h"
#include "http/metrics.h"
#include "http/problem.h"
#include "http/sessions.h"
#include "http/static_files.h"
#include "http/workers.h"

namespace waystation::http {

struct Enrol;

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
  void keep_evidence(Call&);
  void show_evidence(Call&);
  void export_table(Call&);
  void hear_changes(Call&);
  void show_file(Call&);
  void show_public(Call&);

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
  std::shared_ptr<const std::string>& seen_at(std::int64_t seq, std::int64_t minute,
                                              const std::string& key);
  SeenViews seen_;
  std::string epoch_;  // Of this process: an ETag of an earlier one is never ours.

  Workers hashing_{Credentials::hashes_at_once, 8};
  Workers workers_{2, 16};
};

}  // namespace waystation::http
