#pragma once
// What goes over the wire besides commands and views.
#include "application/view_policy.h"
#include "domain/evidence.h"
#include "domain/plan_document.h"

namespace waystation::http {

// Every "no" (RFC 9457). `code` is stable and is what the web translates; the rest is for people
// and logs.
struct Problem {
  std::string type;  // "urn:waystation:outlet.gate-unmet"
  std::string title;
  std::int32_t status = 0;
  std::string detail;
  std::string code;
  std::string where;
  std::vector<std::string> missing;
  std::vector<Fact> facts;
  std::optional<std::int64_t> version;  // Of the stream, where If-Match was out of date.
  std::string request_id;
};
BOOST_DESCRIBE_STRUCT(Problem, (),
                      (type, title, status, detail, code, where, missing, facts, version,
                       request_id))

// One of (account, password) and, where the server runs with --demo, persona.
struct SignIn {
  std::optional<AccountId> account;
  std::optional<std::string> password;
  std::optional<AccountId> persona;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (account, password, persona))

struct Enrol {
  std::string code;  // As `init` printed it, or as an administrator handed it over; works once.
  AccountId account;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(Enrol, (), (code, account, password))

// Who am I. Nobody yet: `account` is absent.
struct Session {
  std::optional<AccountId> account;
  std::optional<std::string> title;
  std::optional<Role> role;
  std::optional<Scope> scope;
  bool demo = false;
  Time clock;
  std::int64_t as_of_seq = 0;
  std::vector<view::Persona> personas;  // Only in a demonstration.
};
BOOST_DESCRIBE_STRUCT(Session, (), (account, title, role, scope, demo, clock, as_of_seq, personas))

// A file is stored: every byte is on the disk and in the log. Whoever sent it compares the hash
// with their own before they throw their copy away.
struct EvidenceReceipt {
  OutletId outlet;
  std::string sha256;
  evidence::Media media = evidence::Media::jpeg;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(EvidenceReceipt, (), (outlet, sha256, media, bytes))

struct PlanRequest {
  ZoneId zone;
  Day from;
  std::int32_t days = 14;
};
BOOST_DESCRIBE_STRUCT(PlanRequest, (), (zone, from, days))

// A file to import; the raw bytes may also be the body, with ?name=.
struct ImportRequest {
  std::string name;
  std::string base64;
};
BOOST_DESCRIBE_STRUCT(ImportRequest, (), (name, base64))

// What /api/changes tells: look again. `streams` is empty where too many changed to name them.
struct Change {
  std::int64_t seq = 0;
  std::vector<std::string> streams;
};
BOOST_DESCRIBE_STRUCT(Change, (), (seq, streams))

}  // namespace waystation::http
