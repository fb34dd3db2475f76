#include "application/import.h"

#include <doctest/doctest.h>
#include <iconv.h>

#include <fstream>
#include <sstream>

#include "application/export.h"
#include "application/journal_in_memory.h"

namespace waystation {

namespace {

const Time second_of_january = *parse_time("2021-01-02T08:00:00+08:00");
constexpr auto list = "../shared/data/outlets/icbc-liaoning-cnaps.csv";

// The public list of outlets is not part of the repository.
std::optional<std::string> real_list() {
  std::ifstream file(list, std::ios::binary);
  if (!file) {
    MESSAGE("skipped: ", list, " is not there");
    return {};
  }
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

std::string in_gb18030(std::string text) {
  const iconv_t converter = iconv_open("GB18030", "UTF-8");
  std::string out(text.size() * 2, '\0');
  char* from = text.data();
  char* to = out.data();
  std::size_t left = text.size(), room = out.size();
  REQUIRE(iconv(converter, &from, &left, &to, &room) != std::size_t(-1));
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

struct Branch {
  JournalInMemory log;
  Desk desk{log, [] { return second_of_january; }};

  ImportReport import(std::vector<ImportText> texts, ImportOptions options = {}) {
    if (!options.at) options.at = second_of_january;
    return import_text(desk, std::move(texts), options);
  }
  Bank bank() const { return desk.standing()->bank; }
};

std::int64_t counters(const Bank& bank) {
  std::int64_t count = 0;
  for (const auto& [id, outlet] : bank.outlets) count += outlet.kind != outlet::Kind::back_office;
  return count;
}

std::vector<std::string> texts_of(const ImportReport& report) {
  std::vector<std::string> out;
  for (const ImportError& error : report.errors) out.push_back(to_text(error));
  return out;
}

const ImportText shenyang{"cities.csv", "id,name,time_zone\nSY,沈阳市,Asia/Shanghai\n"};
const std::string outlet_columns = "code,name,city,windows,kind,lon,lat,opens\n";
const std::string good_outlet = "102221004264,向工街支行,SY,3,sub-branch,123.39,41.83,\n";

// Each line holds one planted mistake, in the column named behind it.
const std::string ten_mistakes = outlet_columns + good_outlet +
                                 "102221004265,check digit,SY,1,,,,\n"
                                 "10222100426,too short,SY,1,,,,\n"
                                 "102221004221,,SY,1,,,,\n"
                                 "102221004230,windows,SY,two,,,,\n"
                                 "102221000253,city,Atlantis,1,,,,\n"
                                 "102221000010,kind,SY,1,palace,,,\n"
                                 "102221000028,east,SY,1,,east,,\n"
                                 "102221000036,opens,SY,1,,,,25:00\n"
                                 "102221004264,twice,SY,1,,,,\n"
                                 "102221000051,cells,SY,1\n";

}  // namespace

TEST_CASE(
    "the real list of 833 outlets imports, 821 of them with a counter, in UTF-8 and in GB18030") {
  const auto utf8 = real_list();
  if (!utf8) return;
  for (const auto& [bytes, encoding] :
       {std::pair(*utf8, "UTF-8"), std::pair(in_gb18030(*utf8), "GB18030")}) {
    Branch branch;
    const auto report = branch.import({{"icbc-liaoning-cnaps.csv", bytes}});
    CHECK(report.rows == 833);
    CHECK(report.imported == 833);
    CHECK(report.errors.empty());
    REQUIRE(report.files.size() == 1);
    CHECK(report.files[0].encoding == encoding);
    CHECK(branch.bank().outlets.size() == 833);
    CHECK(counters(branch.bank()) == 821);
    CHECK(branch.bank().cities.at({"沈阳市"}).name == "沈阳市");
    CHECK(branch.bank().outlets.at({"102221004264"}).title ==
          "中国工商银行股份有限公司沈阳向工街支行");
  }
}

TEST_CASE(
    "a file with ten planted mistakes gives exactly ten errors, each in its place, and writes "
    "nothing") {
  Branch branch;
  const auto report = branch.import({shenyang, {"outlets.csv", ten_mistakes}});
  CHECK(report.error_count == 10);
  CHECK(report.imported == 0);
  CHECK(branch.log.entries.empty());
  const std::vector<std::pair<std::int64_t, std::string>> places = {
      {3, "code"}, {4, "code"}, {5, "name"},   {6, "windows"}, {7, "city"},
      {8, "kind"}, {9, "lon"},  {10, "opens"}, {11, "code"},   {12, ""}};
  REQUIRE(report.errors.size() == places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    CHECK(report.errors[i].line == places[i].first);
    CHECK(report.errors[i].column == places[i].second);
  }
  CHECK(texts_of(report)[3] == "outlets.csv:6: windows: \"two\" is not a whole number");
  CHECK(report.errors[3].reason_zh == "“two”不是整数");
}

TEST_CASE("a partial import records the good rows and still names the bad ones") {
  Branch branch;
  ImportOptions options;
  options.partial = true;
  const auto report = branch.import({shenyang, {"outlets.csv", ten_mistakes}}, options);
  CHECK(report.error_count == 10);
  CHECK(report.imported == 2);
  CHECK(branch.bank().outlets.size() == 1);
}

TEST_CASE("a partial import leaves out what relied on a bad row") {
  Branch branch;
  ImportOptions options;
  options.partial = true;
  const auto report = branch.import(
      {shenyang,
       {"outlets.csv", outlet_columns + "102221004265,bad,SY,1,,,,\n"},
       {"staff.csv", "id,name,phone,outlet,skills\nSY-S0001,王某,0,102221004265,teller\n"}},
      options);
  CHECK(report.imported == 1);
  CHECK(report.error_count == 2);
  CHECK(branch.bank().people.empty());
}

TEST_CASE("a trial of an import says what it would do and writes nothing") {
  Branch branch;
  ImportOptions options;
  options.dry_run = true;
  const auto report = branch.import({shenyang}, options);
  CHECK(report.imported == 1);
  CHECK(report.dry_run);
  CHECK(branch.log.entries.empty());
}

TEST_CASE("the same list again is refused row by row, and nothing is there twice") {
  Branch branch;
  const ImportText outlets{"outlets.csv", outlet_columns + good_outlet};
  CHECK(branch.import({shenyang, outlets}).ok());
  const auto again = branch.import({outlets});
  REQUIRE(again.errors.size() == 1);
  CHECK(again.errors[0].code == "outlet.already-registered");
  CHECK(branch.log.entries.size() == 2);
}

TEST_CASE("a retried upload with its id gives the first answer and delivers no second lot") {
  Branch branch;
  CHECK(branch.import({shenyang, {"outlets.csv", outlet_columns + good_outlet}}).ok());
  ImportOptions options;
  options.id = CommandId{1, 2, 3};
  const ImportText lots{"supplies.csv", "outlet,item,lot,quantity\n102221004264,suit,S-1,250\n"};
  for (int time = 0; time < 2; ++time) CHECK(branch.import({lots}, options).imported == 1);
  CHECK(supply::stock(branch.bank(), {"102221004264"}, supply::Item::suit, Day::min()) == 250);
}

TEST_CASE("who has no right to record a row is told so, and nothing is written") {
  Branch branch;
  ImportOptions options;
  options.role = Role::teller;
  const auto report = branch.import({shenyang}, options);
  REQUIRE(report.errors.size() == 1);
  CHECK(report.errors[0].code == "authority.role");
  CHECK(branch.log.entries.empty());
}

TEST_CASE("only an administrator's import appoints an administrator") {
  const ImportText accounts{"accounts.csv", "id,title,role\nLN-admin,管理员,administrator\n"};
  Branch branch;
  CHECK(branch.import({accounts}).errors.at(0).code == "account.role-above-own");
  ImportOptions options;
  options.role_for_accounts = Role::administrator;
  CHECK(branch.import({accounts}, options).ok());
}

TEST_CASE("a file that is not what it says is refused as a whole") {
  Branch branch;
  const auto code_of = [&](const ImportText& text) {
    const auto report = branch.import({text});
    return report.errors.empty() ? "none" : report.errors[0].code;
  };
  CHECK(code_of({"notes.csv", "a,b\n1,2\n"}) == "import.file-unknown");
  CHECK(code_of({"outlets.csv", "code,name\n1,2\n"}) == "import.column-missing");
  CHECK(code_of({"cities.csv", "id,name,name,time_zone\n"}) == "import.column-twice");
  CHECK(code_of({"cities.csv", "id,name,time_zone\n\xFF\xFF\n"}) == "csv.encoding");
  CHECK(code_of({"cities.xlsx", "PK\x03\x04 and nothing else"}) == "xlsx.damaged");
}

TEST_CASE("a workbook that says it unpacks to gigabytes is refused before it is unpacked") {
  std::string bytes = write_xlsx({"cities", {"id", "name", "time_zone"}, {}});
  const std::string entry = "PK\x01\x02";  // Of the archive's list, with the size 24 bytes on.
  for (auto at = bytes.find(entry); at != bytes.npos; at = bytes.find(entry, at + 1))
    bytes.replace(at + 24, 4, "\xFF\xFF\xFF\x7F");
  Branch branch;
  const auto report = branch.import({{"cities.xlsx", bytes}});
  REQUIRE_FALSE(report.errors.empty());
  CHECK(report.errors[0].code == "xlsx.too-large");
}

TEST_CASE("cells that cannot be read say what was expected") {
  Branch branch;
  CHECK(branch.import({shenyang, {"outlets.csv", outlet_columns + good_outlet}}).ok());
  const auto code_of = [&](const std::string& file, const std::string& text) {
    ImportOptions options;
    options.dry_run = true;
    const auto report = branch.import({{file, text}}, options);
    return report.errors.size() == 1 ? report.errors[0].code : std::to_string(report.errors.size());
  };
  const std::string zones =
      "id,name,city,scheme,kind,sealed_at,outline\nZ,z,SY,2021,key_control_area,";
  CHECK(code_of("zones.csv", zones + "yesterday,\n") == "import.not-a-time");
  CHECK(code_of("zones.csv", zones + "2021-01-02T00:00:00+08:00,1 2;three\n") ==
        "import.not-a-point-list");
  CHECK(code_of("zones.csv", zones + "2021-01-02T00:00:00+08:00,\n") == "zone.no-communities");
  const std::string pins = "kind,target,reason,until\nmust_open,102221004264,order,";
  CHECK(code_of("pins.csv", pins + "8 January\n") == "import.not-a-day");
  const std::string lots = "outlet,item,lot,quantity\n102221004264,suit,S-1,";
  CHECK(code_of("supplies.csv", lots + "0\n") == "import.out-of-range");
  CHECK(code_of("supplies.csv", lots + "\n") == "import.empty");
  CHECK(code_of("accounts.csv", "id,title,role,scope\nA,a,teller,SY/\n") == "import.not-a-scope");
  CHECK(code_of("accounts.csv", "id,title,role,scope\nA,a,wizard,\n") == "import.word-unknown");
  CHECK(code_of("cities.csv", "id,name,time_zone\nAS,鞍山市,Asia/Anshan\n") ==
        "city.time-zone-unknown");
  CHECK(code_of("cities.csv", "id,name,time_zone\nAS,鞍山市\n") == "import.cell-count");
  CHECK(code_of("supplies.csv", lots + "two\n") == "import.not-a-number");
  CHECK(code_of("vans.csv", "id,plate,city,carry_limit_yuan,suits_capacity\nA/B,p,SY,1,1\n") ==
        "import.not-an-id");
  CHECK(code_of("outlets.csv", outlet_columns + "102221004221,x,SY,1,,123.4,,\n") ==
        "import.half-position");
  CHECK(code_of("outlets.csv", outlet_columns + "102221004221,x,SY,1,,123.4,95.5,\n") ==
        "import.not-degrees");
  CHECK(code_of("outlets.csv", outlet_columns + "102221004221,x,SY,1,,,,noon\n") ==
        "import.not-a-time-of-day");
  CHECK(code_of("staff.csv",
                "id,name,phone,outlet,skills,volunteered_on\n"
                "S1,王某,0,102221004264,teller,2021-01-01\n") == "import.volunteer-outside");
}

TEST_CASE("what lies after the moment of the import is left out and counted, not invented") {
  Branch branch;
  const auto report = branch.import({shenyang,
                                     {"outlets.csv", outlet_columns + good_outlet},
                                     {"staff.csv",
                                      "id,name,phone,outlet,skills,volunteered_on\n"
                                      "S1,王某,0,102221004264,teller,2021-01-06\n"},
                                     {"tests.csv",
                                      "person,sampled_at,result\n"
                                      "S1,2021-01-06T10:00:00+08:00,negative\n"}});
  CHECK(report.ok());
  CHECK(report.postponed == 2);
  CHECK(!branch.bank().people.at({"S1"}).volunteered_on);
}

TEST_CASE("a column that means nothing here is named, so that a misspelt one is seen") {
  Branch branch;
  const auto report =
      branch.import({shenyang, {"outlets.csv", "code,name,city,windos\n102221004264,x,SY,3\n"}});
  REQUIRE(report.files.size() == 2);
  CHECK(report.files[1].ignored_columns == std::vector<std::string>{"windos"});
}

}  // namespace waystation
