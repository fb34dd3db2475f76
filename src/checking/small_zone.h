#pragma once
// A zone small enough to plan by hand, for tests and the fuzzer: one community, two outlets, five
// people, two days.
#include "checking/network.h"

namespace waystation::checking {

inline Files small_zone_files() {
  return {
      {"cities.csv", "id,name\nX,某市\n"},
      {"zones.csv", "id,name,city,sealed_at\nZ,z,X,2021-01-02T00:00:00+08:00\n"},
      {"communities.csv",
       "id,name,city,zone,lon,lat,position_source,card_customers,elderly_permille\n"
       "C1,c,X,Z,123.389,41.8322,synthetic,1000,500\n"},
      {"outlets.csv",
       "code,name,city,community,lon,lat,position_source,windows,machines,cash_float_yuan,"
       "cash_limit_yuan\n"
       "O1,one,X,C1,123.389,41.8332,synthetic,2,1,4000,20000\n"
       "O2,two,X,C1,123.389,41.8342,synthetic,1,0,4000,20000\n"
       "O3,outside,X,,123.4,41.9,synthetic,3,2,0,0\n"},
      {"staff.csv",
       "id,name,phone,outlet,residence,household,skills,volunteered_on\n"
       "S1,甲,1,O1,C1,,supervisor;vault,2021-01-06\n"
       "S2,乙,2,O1,C1,,teller;vault,2021-01-06\n"
       "S3,丙,3,O1,C1,,lobby,2021-01-06\n"
       "S4,丁,4,O2,C1,,guard,2021-01-06\n"
       "S5,戊,5,O2,C1,,teller,2021-01-06\n"
       "S6,己,6,O3,,,supervisor,\n"},
      {"supplies.csv",
       "outlet,item,lot,quantity,expires_on\nO1,suit,a,150,\nO1,wipe,b,750,2021-12-31\n"
       "O2,suit,a,150,\nO2,wipe,b,750,\n"},
      {"vans.csv", "id,plate,city,carry_limit_yuan,suits_capacity\nV,p,X,5000000,200\n"},
      {"passes.csv",
       "zone,kind,holder,gate,window_from,window_to,valid_from,valid_to\n"
       "Z,cash_van,V,东卡口,07:30,08:00,2021-01-08,2021-01-21\n"},
  };
}

inline const std::string small_zone_plan =
    R"({"format":1,"zone":"Z","from":"2021-01-08","days":2,"policy_version":1,"outlets":[)"
    R"({"outlet":"O1","verdict":"can_open","opens_on":"2021-01-08","windows":1,"crews":[{"team":"a","members":[)"
    R"({"person":"S1","post":"supervisor","custody":"key_a"},{"person":"S2","post":"teller","custody":"key_b"},)"
    R"({"person":"S3","post":"guide","custody":"none"},{"person":"S4","post":"guard","custody":"none"},)"
    R"({"person":"S5","post":"spare","custody":"none"}]}],"backups":[)"
    R"({"kind":"business","stands_in_for":"O1","who":"O3"},)"
    R"({"kind":"people","stands_in_for":"a/supervisor","who":""},)"
    R"({"kind":"people","stands_in_for":"a/teller/1","who":"S5"},)"
    R"({"kind":"people","stands_in_for":"a/guide","who":""},)"
    R"({"kind":"people","stands_in_for":"a/guard","who":""},)"
    R"({"kind":"service","stands_in_for":"counter","who":"O1"},)"
    R"({"kind":"management","stands_in_for":"outlet_manager","who":"S6"}],)"
    R"("suit_cover_days":15,"wipe_cover_days":15,"cash_need":1200000,"days":[)"
    R"({"day":"2021-01-08","team":"a","windows":1,"critical_served":2,"ordinary_served":2,"payout":400000,)"
    R"("cash_delivered":800000,"float_left":800000,"suits_used":10,"suits_left":140,"wipes_used":50,"wipes_left":700},)"
    R"({"day":"2021-01-09","team":"a","windows":1,"critical_served":2,"ordinary_served":2,"payout":400000,)"
    R"("cash_delivered":0,"float_left":400000,"suits_used":10,"suits_left":130,"wipes_used":50,"wipes_left":650}],)"
    R"("conflict":[]},)"
    R"({"outlet":"O2","verdict":"cannot_open","windows":0,"crews":[],"backups":[],"suit_cover_days":0,)"
    R"("wipe_cover_days":0,"cash_need":0,"days":[],"conflict":[)"
    R"({"rule":"H5","code":"why.crew-short","facts":[{"name":"needed","value":"10"},{"name":"filled","value":"6"}]},)"
    R"({"rule":"H7","code":"why.one-crew-each","facts":[{"name":"crews","value":"2"}]}],)"
    R"("cheapest_fix":{"rule":"H5","code":"relax.add-people","amount":5,"cost":5000000000,"facts":[)"
    R"({"name":"supervisor","value":"1"},{"name":"key_teller","value":"1"},{"name":"guide","value":"1"},)"
    R"({"name":"guard","value":"1"},{"name":"spare","value":"1"}]}}],)"
    R"("flows":[{"day":"2021-01-08","community":"C1","outlet":"O1","critical":2,"ordinary":2},)"
    R"({"day":"2021-01-09","community":"C1","outlet":"O1","critical":2,"ordinary":2}],)"
    R"("van_runs":[{"day":"2021-01-08","van":"V","gate":"东卡口","from":"07:30","to":"08:00","stops":["O1"]}],)"
    R"("levels":[{"level":"L1","value":0,"bound":0},{"level":"L2","value":0,"bound":0},)"
    R"({"level":"L3","value":0,"bound":0},{"level":"L4","value":10,"bound":10},)"
    R"({"level":"L5","value":3,"bound":3},{"level":"L6","value":888,"bound":888}],)"
    R"("multipliers":[{"level":"L6","row":"1/serve","price":111}],)"
    R"("names":{"S1":"甲","S2":"乙","S3":"丙","S4":"丁","S5":"戊","S6":"己"}})";

}  // namespace waystation::checking
