#include "checking/network.h"

#include <doctest/doctest.h>

#include "checking/broken.h"

using namespace waystation::checking;

TEST_CASE("the checker knows who lives inside a seal, and finds cities by name") {
  const Network n = read_network({
      {"cities.csv", "id,name,time_zone\nSY,沈阳市,Asia/Shanghai\n"},
      {"zones.csv",
       "id,name,city,scheme,kind,sealed_at\nZ,z,SY,x,key_control_area,2021-01-02T00:00:00+08:00\n"},
      {"communities.csv",
       "id,name,city,zone,lon,lat,position_source\nC1,a,沈阳市,Z,123.4,41.8,synthetic\n"},
      {"outlets.csv", "code,name,city,community,windows\nO1,a,沈阳市,C1,2\nO2,b,SY,,3\n"},
      {"staff.csv",
       "id,name,phone,outlet,residence,skills,volunteered_on\n"
       "S1,n,p,O1,C1,teller;vault,2021-01-05\nS2,n,p,O1,,guard,\n"},
  });
  CHECK(n.outlets.at("O1").city == "SY");
  CHECK(n.zone_of(n.outlets.at("O1").community) == "Z");
  CHECK(n.zone_of(n.outlets.at("O2").community).empty());
  CHECK(n.zone_of(n.staff.at("S1").residence) == "Z");
  CHECK(n.zone_of(n.staff.at("S2").residence).empty());
  CHECK(n.staff.at("S1").skills == std::vector<std::string>{"teller", "vault"});
  CHECK_FALSE(n.staff.at("S2").volunteered);
}

TEST_CASE("the checker names file, line and column of a network that it cannot read") {
  try {
    read_network({{"staff.csv", "id\nS1\n"},
                  {"measures.csv", "person,from,until\nS2,2021-01-01,2021-01-02\n"}});
    FAIL("an unknown person was read");
  } catch (const Unreadable& no) {
    CHECK(no.where == "measures.csv:2: person");
    CHECK(no.detail == "\"S2\" is unknown");
  }
  CHECK_THROWS_AS(read_folder("/no/such/folder"), Unreadable);
  CHECK_THROWS_AS(read_folder("/proc/self/fdinfo"), Unreadable);
}

TEST_CASE("of several orders about a number the narrowest holds, and of equal ones the latest") {
  PolicySet set;
  CHECK(set.in_zone("shift_team_days", "Z", 100) == 7);
  set.add({"shift_team_days", "", "", 10, 8});
  set.add({"shift_team_days", "Z", "", 20, 14});
  set.add({"shift_team_days", "Z", "", 30, 15});
  set.add({"shift_team_days", "", "O", 40, 16});
  CHECK(set.in_zone("shift_team_days", "Z", 9) == 7);
  CHECK(set.in_zone("shift_team_days", "Z", 10) == 8);
  CHECK(set.in_zone("shift_team_days", "Z", 29) == 14);
  CHECK(set.in_zone("shift_team_days", "Z", 30) == 15);
  CHECK(set.in_zone("shift_team_days", "Y", 30) == 8);
  CHECK(set.at_outlet("shift_team_days", "Z", "O", 39) == 15);
  CHECK(set.at_outlet("shift_team_days", "Z", "O", 40) == 16);
  CHECK_FALSE(PolicySet::knows("shift_team_weeks"));
}
