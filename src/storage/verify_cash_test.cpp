#include "storage/verify_cash.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "application/standing_state.h"
#include "storage/chain.h"
#include "storage/folder.h"
#include "storage/journal_sqlite.h"
#include "storage/log_walk.h"

using namespace waystation;

namespace {

const std::string here = "102221004264", bag = here + "-1";
const Time morning = *parse_time("2021-01-08T08:00:00+08:00");

std::string body(std::string text) {
  for (std::size_t at; (at = text.find('\'')) != std::string::npos;) text[at] = '"';
  for (std::size_t at; (at = text.find('@')) != std::string::npos;) text.replace(at, 1, here);
  return text;
}

const char* const five = "'notes':[{'denomination':'yuan_100','count':5}],'total':50000";

// A folder in whose log five hundreds were paid in, bagged, sanitised and stored by two.
class Kept {
 public:
  Kept() {
    DataFolder::create(path());
    folder_ = std::make_unique<DataFolder>(path());
    Desk desk(folder_->journal());
    const std::string notes = five;
    give(desk, "city.add", "{'city':'SY','title':'沈阳市','time_zone':'Asia/Shanghai'}");
    give(desk, "outlet.register", outlet());
    give(desk, "cash.receive", "{'outlet':'@','window':'1','source':'ordinary'," + notes + "}");
    give(desk, "cash.bag",
         "{'outlet':'@','bag':'@-1','window':'1','source':'ordinary','seal':'F1'," + notes + "}");
    give(desk, "cash.begin-sanitising",
         "{'outlet':'@','run':'r','cabinet':'c','method':'cabinet','bags':['@-1']}");
    now_ += std::chrono::minutes{90};
    give(desk, "cash.finish-sanitising", "{'outlet':'@','run':'r'}");
    give(desk, "cash.count", "{'outlet':'@','bag':'@-1'," + notes + "}");
    give(desk, "cash.recount", "{'outlet':'@','bag':'@-1'," + notes + "}", "second");
    give(desk, "cash.store", "{'outlet':'@','act':'a','bags':['@-1']}");
    give(desk, "cash.confirm", "{'outlet':'@','act':'a'}", "second");
    give(desk, "machine.register",
         "{'outlet':'@','machine':'M','kind':'deposit_machine','cassettes':[{'cassette':'IN',"
         "'denomination':'yuan_100','direction':'takes_in','capacity':100,'floor':0}]}");
    give(desk, "machine.report",
         "{'outlet':'@','machine':'M','series':1,'mode':'deposit_only',"
         "'cassettes':[{'cassette':'IN','moved':7,'held':7}]}");
  }

  // An entry that no desk wrote, with every hash right: who holds the keys can do that.
  std::int64_t forge(const std::string& type, const std::string& text) {
    Journal& journal = folder_->journal();
    Entry last;
    journal.replay(journal.head(), journal.head(), [&](const Entry& entry) { last = entry; });
    last.seq += 1, last.version += 1;
    last.type = type, last.body = body(text), last.command[0] += 1;
    journal.begin();
    journal.append(last);
    journal.remember({last.command, last.actor, {}, last.seq, 1, "[]"});
    journal.commit();
    return last.seq;
  }
  // A cached state of which one figure is another.
  void forge_state(const std::string& from, const std::string& to) {
    Journal& journal = folder_->journal();
    const Standing standing = replay_standing(journal);
    std::string text;
    write_state(standing, [&](std::string_view piece) { text += piece; });
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    journal.save_state(standing.as_of_seq, state_shape(),
                       [&](const Journal::Put& put) { put(text); });
  }

  // What an intruder does who knows the program but holds no keys: changes the bytes of an entry,
  // and makes every hash from there on anew.
  void rewrite(std::int64_t seq, const std::string& from, const std::string& to) {
    folder_.reset();
    sqlite::Database log(Places{path()}.log(), sqlite::Access::write);
    std::vector<Entry> entries;
    for (LogWalk walk(log, 1, INT64_MAX); walk.next();) entries.push_back(walk.entry());
    Chain chain;
    Digest before{};
    sqlite::Statement store(log, "UPDATE event SET body = ?, prev = ?, hash = ? WHERE seq = ?");
    for (Entry& entry : entries) {
      if (entry.seq == seq) {
        const auto at = entry.body.find(from);
        REQUIRE_MESSAGE(at != std::string::npos, entry.body);
        entry.body.replace(at, from.size(), to);
      }
      const Digest hash = chain.link(before, entry);
      store
          .with(sqlite::bytes_of(entry.body), sqlite::Bytes(before), sqlite::Bytes(hash), entry.seq)
          .finish();
      before = hash;
    }
  }
  // Without its witness, as if it had never been.
  void forget_witness() {
    const auto file = Places{path()}.witness();
    std::filesystem::resize_file(file, 0);
  }
  Verification explained() {
    Verification found = verify(path());
    CHECK_FALSE(found.ok);
    explain_damage(path(), found);
    return found;
  }
  std::int64_t entry_of(const std::string& type) {
    std::int64_t seq = 0;
    folder_->journal().replay(1, folder_->journal().head(), [&](const Entry& entry) {
      if (entry.type == type) seq = entry.seq;
    });
    REQUIRE(seq > 0);
    return seq;
  }

  Verification deep() {
    folder_.reset();
    Verification found = verify(path());
    REQUIRE_MESSAGE(found.ok, (found.findings.empty() ? "" : found.findings[0].what));
    verify_by_domain(path(), found);
    return found;
  }

 private:
  static std::string outlet() {
    return "{'outlet':'@','title':'向工街支行','city':'SY','district':'','address':'',"
           "'at':{'lat_e6':0,'lon_e6':0},'position_source':'unknown','kind':'sub_branch',"
           "'windows':1,'machines':0,'lobby_m2':0,'seats':0,'opens':'09:00','closes':'17:00',"
           "'cash_float':0,'cash_limit':0}";
  }
  void give(Desk& desk, const char* command, const std::string& text, const char* by = "teller") {
    Order order;
    order.id[0] = static_cast<unsigned char>(++orders_);
    order.command = command, order.body = body(text), order.by = {by}, order.at = now_;
    const bool of_crew =
        std::string_view(command).starts_with("cash.") || order.command == "machine.report";
    order.role = of_crew ? Role::supervisor : Role::province_command;
    const Answer answer = desk.ask(order);
    REQUIRE_MESSAGE(answer.result.has_value(), command << ": " << answer.result.error().code << ' '
                                                       << answer.result.error().where);
  }
  std::filesystem::path path() const { return temporary_.path() / "data"; }

  disk::TemporaryFolder temporary_;
  std::unique_ptr<DataFolder> folder_;
  Time now_ = morning;
  int orders_ = 0;
};

bool says(const Verification& found, const std::string& what) {
  for (const Finding& finding : found.findings)
    if (finding.what.find(what) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("cash that adds up is found whole") {
  const Verification found = Kept().deep();
  CHECK(found.ok);
  CHECK(found.findings.empty());
}

TEST_CASE("an entry that names one fen more than its notes is found by its number") {
  Kept kept;
  const auto seq = kept.forge("cash.received",
                              "{'outlet':'@','window':'1','source':'ordinary','notes':"
                              "[{'denomination':'yuan_100','count':1}],'amount':10001}");
  const Verification found = kept.deep();
  CHECK_FALSE(found.ok);
  CHECK(found.first_bad_seq == seq);
  CHECK(says(found, "says 10001 fen, its notes are 10000"));
}

TEST_CASE("a deed that names another sum than its bags is found by its number") {
  Kept kept;
  const auto seq = kept.forge("cash.confirmed",
                              "{'outlet':'@','act':'b','deed':{'kind':'release','bags':['@-1']},"
                              "'amount':49999,'proposed_by':'x'}");
  const Verification found = kept.deep();
  CHECK(found.first_bad_seq == seq);
  CHECK(says(found, "says 49999 fen, its notes are 50000"));
}

TEST_CASE("a fen too much in the cached state is found by its place") {
  Kept kept;
  kept.forge_state("\"amount\":50000", "\"amount\":50001");
  const Verification found = kept.deep();
  CHECK_FALSE(found.ok);
  CHECK(says(found, "cash of " + here + " in the cached state"));
  CHECK(says(found, "50001 fen booked"));
}

TEST_CASE("a note that is missing in the cached state is found in its bag") {
  Kept kept;
  kept.forge_state("\"notes\":{\"yuan_100\":5", "\"notes\":{\"yuan_100\":4");
  const Verification found = kept.deep();
  CHECK_FALSE(found.ok);
  CHECK(says(found, "cash"));
}

TEST_CASE("an entry of cash that does not read is found by its number") {
  Kept kept;
  const auto seq = kept.forge("cash.paid", "{'outlet':'@'}");
  CHECK(kept.deep().first_bad_seq == seq);
}

TEST_CASE("a machine's report that names another sum than its cassettes is found by its number") {
  Kept kept;
  const auto seq = kept.forge(
      "machine.reported",
      "{'outlet':'@','machine':'M','series':1,'mode':'deposit_only','by_hand':false,'cassettes':"
      "[{'cassette':'IN','denomination':'yuan_100','direction':'takes_in','moved':8,'held':8,"
      "'booked':1,'difference':0}],'received':10001,'paid':0}");
  const Verification found = kept.deep();
  CHECK_FALSE(found.ok);
  CHECK(found.first_bad_seq == seq);
  CHECK(says(found, "names another sum than its cassettes moved"));
}

TEST_CASE("a note that is missing in the cached state of a machine is found in its cassette") {
  Kept kept;
  kept.forge_state("\"taken_in\":7", "\"taken_in\":6");
  const Verification found = kept.deep();
  CHECK_FALSE(found.ok);
  CHECK(says(found, "cassette M IN"));
}

TEST_CASE("a fen that is changed in the log is found with its entry and place, in a whole chain") {
  Kept kept;
  const auto seq = kept.entry_of("cash.received");
  kept.rewrite(seq, "\"amount\":50000", "\"amount\":50001");
  const Verification found = kept.explained();
  CHECK(found.first_bad_seq == seq);
  CHECK(says(found, "the hashes after it recomputed"));
  CHECK(says(found, "it says: cash.received of cash/" + here));
  CHECK(says(found, "cash of " + here + " window 1 ordinary: says 50001 fen, its notes are 50000"));
}

TEST_CASE("a fen in a deed is found with its bag, though the witness is gone, too") {
  Kept kept;
  const auto seq = kept.entry_of("cash.confirmed");
  kept.rewrite(seq, "\"amount\":50000", "\"amount\":49999");
  kept.forget_witness();
  const Verification found = kept.explained();
  CHECK(says(found, "is not the one that was anchored"));
  CHECK(says(found, "cash of " + here + " bag " + bag + ": says 49999 fen, its notes are 50000"));
  CHECK(std::ranges::any_of(found.findings, [&](const Finding& f) {
    return f.seq == seq && f.what.starts_with("cash of");
  }));
}

TEST_CASE("a note that is changed with its sum is found with its entry and whose it was") {
  Kept kept;
  const auto seq = kept.entry_of("cash.bagged");
  kept.rewrite(seq, "\"count\":5}],\"amount\":50000", "\"count\":4}],\"amount\":40000");
  const Verification found = kept.explained();
  CHECK(found.first_bad_seq == seq);
  CHECK(says(found, "it says: cash.bagged of cash/" + here));
  CHECK(says(found, "the count is not what is left"));
}
