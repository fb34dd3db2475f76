#pragma once
// The catalogue of the planner's sentences. {name} stands for a fact, {name:yuan} for a fact in fen
// shown in yuan.
#include <string_view>

namespace waystation::planning {

struct Sentence {
  std::string_view code, english, chinese;
};

inline constexpr Sentence sentences[] = {
    {"why.nobody-in-reach", "No community of the zone with visits lies within {metres} m.",
     "{metres} 米步行范围内没有有业务需求的社区。"},
    {"why.no-windows", "The outlet has no window that can serve.", "网点没有可用的营业窗口。"},
    {"why.residents-only",
     "Only staff who live inside the seal and have volunteered may serve: {inside} people.",
     "只能使用住在管控区内并已请战的员工：共 {inside} 人。"},
    {"why.crew-short",
     "The crews need {needed} people in their posts; only {filled} can be filled.",
     "班组需要 {needed} 个岗位到人，只能落实 {filled} 个。"},
    {"why.keys-short",
     "Two key-holders are needed for dual control; {holders} people have the vault right.",
     "双人双控需要两名持钥匙人员，具备资格的有 {holders} 人。"},
    {"why.one-crew-each",
     "Nobody serves in two crews or at two outlets: {crews} crews must be filled at once.",
     "一人不得兼两个班组或两个网点：{crews} 个班组须同时配齐。"},
    {"why.household-together",
     "Colleagues of one household serve in one team: with {households} such households, {crews} "
     "crews cannot all be filled.",
     "同住员工须编在同一班：有 {households} 户多名员工同住，{crews} 个班组无法同时配齐。"},
    {"why.unfit", "Not fit for duty on every day of their shift: {unfit} people.",
     "班期内不能全程上岗（隔离或检测异常）：{unfit} 人。"},
    {"why.no-pass", "No cash van has a valid pass into the zone on these days.",
     "这些日期没有运钞车持有效通行证可进入管控区。"},
    {"why.carry-limit", "The cash needed, {need:yuan} yuan, exceeds one van load of {limit:yuan}.",
     "所需现金 {need:yuan} 元，超过单车押运限额 {limit:yuan} 元。"},
    {"why.cash-limit",
     "The reserve needed, {need:yuan} yuan, exceeds the insured limit of {limit:yuan}.",
     "所需备付 {need:yuan} 元，超过网点库存限额 {limit:yuan} 元。"},
    {"why.supplies-short",
     "Protection does not last: {suits_short} suits and {wipes_short} wipes are missing.",
     "防护用品不足：缺防护服 {suits_short} 件、消毒湿巾 {wipes_short} 片。"},
    {"why.pinned-shut", "The command has ordered this outlet to stay shut.",
     "指挥部指定该网点不得开业。"},
    {"why.people-excluded", "The command has excluded {excluded} people from duty.",
     "指挥部指定 {excluded} 人不得上岗。"},
    {"why.pins-clash",
     "The outlets that the command wants open cannot all open together, so none opens.",
     "指挥部指定必开的网点无法同时开业，因此都不开。"},
    {"why.not-needed",
     "It could open, but the plan serves no worse without it and keeps fewer people on site.",
     "该网点可以开业，但不开也不减少服务，且在岗人员更少。"},
    {"relax.add-people", "Cheapest fix: {list}.", "代价最小的办法：{list}。"},
    {"relax.unpin", "Cheapest fix: {list}.", "代价最小的办法：{list}。"},
    {"relax.pass", "Cheapest fix: {list}.", "代价最小的办法：{list}。"},
    {"relax.cash-limit", "Cheapest fix: {list}.", "代价最小的办法：{list}。"},
    {"relax.carry-limit", "Cheapest fix: {list}.", "代价最小的办法：{list}。"},
    {"relax.supplies", "Cheapest fix: {list}.", "代价最小的办法：{list}。"},
};

// The parts of a fix, by the name of the fact.
inline constexpr Sentence fix_parts[] = {
    {"supervisor", "{n} more supervisor(s) with vault right, living inside, volunteered and fit",
     "增加区内可上岗的营业主管（具备管库资格）{n} 人"},
    {"key_teller", "{n} more teller(s) with vault right, inside and fit",
     "增加区内可上岗的柜员（具备管库资格）{n} 人"},
    {"teller", "{n} more teller(s), inside and fit", "增加区内可上岗的柜员 {n} 人"},
    {"guide", "{n} more lobby manager(s), inside and fit", "增加区内可上岗的大堂经理 {n} 人"},
    {"guard", "{n} more guard(s), inside and fit", "增加区内可上岗的保安 {n} 人"},
    {"spare", "{n} more spare person(s) with any post's skill, inside and fit",
     "增加区内可上岗的机动人员 {n} 人"},
    {"unpin", "lift the order that keeps it shut", "撤销不得开业的指定"},
    {"pass", "obtain a pass for a cash van", "办理运钞车通行证"},
    {"cash_limit_fen", "raise the outlet's cash limit by {n:yuan} yuan",
     "库存限额提高 {n:yuan} 元"},
    {"carry_limit_fen", "raise the van's load by {n:yuan} yuan", "押运限额提高 {n:yuan} 元"},
    {"suits", "bring {n} protective suits", "补充防护服 {n} 件"},
    {"wipes", "bring {n} wipes", "补充消毒湿巾 {n} 片"},
};

}  // namespace waystation::planning
