#include "planning/explain.h"

#include <algorithm>

#include "planning/sentences.h"

namespace waystation::planning {

namespace {

std::string_view text_of(const Sentence& s, Language language) {
  return language == Language::english ? s.english : s.chinese;
}

template <std::size_t N>
std::string_view text_in(const Sentence (&table)[N], std::string_view code, Language language) {
  const auto at = std::ranges::find(table, code, &Sentence::code);
  return at == std::end(table) ? code : text_of(*at, language);
}

void replace(std::string& text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

// Fen without the last two digits; a part of a yuan counts as a whole one.
std::string in_yuan(const std::string& fen) {
  return std::to_string((std::stoll(fen) + 99) / 100);
}

std::string filled_in(std::string_view form, const std::vector<Fact>& facts) {
  std::string text(form);
  for (const Fact& fact : facts) {
    replace(text, '{' + fact.name + '}', fact.value);
    if (text.find('{' + fact.name + ":yuan}") != text.npos)
      replace(text, '{' + fact.name + ":yuan}", in_yuan(fact.value));
  }
  return text;
}

std::string_view word(Language language, std::string_view english, std::string_view chinese) {
  return language == Language::english ? english : chinese;
}

std::string_view post_word(plan::Post post, Language language) {
  switch (post) {
    case plan::Post::supervisor:
      return word(language, "supervisor", "营业主管");
    case plan::Post::teller:
      return word(language, "teller", "柜员");
    case plan::Post::guide:
      return word(language, "lobby manager", "大堂经理");
    case plan::Post::guard:
      return word(language, "guard", "保安");
    case plan::Post::spare:
      return word(language, "spare", "机动");
  }
  return {};
}

std::string line_of(const plan::Member& member, const std::map<PersonId, std::string>& names,
                    Language language) {
  const auto name = names.find(member.person);
  std::string line =
      "    " + std::string(post_word(member.post, language)) + "  " + member.person.text;
  if (name != names.end()) line += "  " + name->second;
  if (member.custody == plan::Custody::key_a) line += word(language, "  key A", "  钥匙A");
  if (member.custody == plan::Custody::key_b) line += word(language, "  key B", "  钥匙B");
  return line + '\n';
}

std::string figures_of(const plan::OutletPlan& outlet, Language language) {
  const std::vector<Fact> facts{{"day", to_text(*outlet.opens_on)},
                                {"windows", std::to_string(outlet.windows)},
                                {"days", std::to_string(outlet.days.size())},
                                {"suits", std::to_string(outlet.suit_cover_days)},
                                {"wipes", std::to_string(outlet.wipe_cover_days)},
                                {"cash", std::to_string(outlet.cash_need.count)}};
  return filled_in(word(language,
                        "  Can open from {day}: {windows} window(s) on {days} days; suits last "
                        "{suits} days, wipes {wipes}; cash reserve {cash:yuan} yuan.\n",
                        "  可开业：{day} 起，{windows} 个窗口，共 {days} 天；防护服可用 {suits} "
                        "天，湿巾 {wipes} 天；备付现金 {cash:yuan} 元。\n"),
                   facts);
}

std::string backups_of(const plan::OutletPlan& outlet, Language language) {
  std::string out;
  for (const auto& backup : outlet.backups) {
    const std::string who =
        backup.who.empty() ? std::string(word(language, "nobody", "无人")) : backup.who;
    out += "    " + std::string(word(language, "backup of ", "备份 ")) + backup.stands_in_for +
           ": " + who + '\n';
  }
  return out;
}

}  // namespace

std::string sentence(const plan::Reason& reason, Language language) {
  return filled_in(text_in(sentences, reason.code, language), reason.facts);
}

std::string sentence(const plan::Relaxation& fix, Language language) {
  std::string list;
  for (const Fact& fact : fix.facts) {
    if (!list.empty()) list += word(language, "; ", "；");
    list += filled_in(text_in(fix_parts, fact.name, language), {{"n", fact.value}});
  }
  return filled_in(text_in(sentences, fix.code, language), {{"list", list}});
}

std::vector<std::string> why_shut(const plan::OutletPlan& outlet, Language language) {
  std::vector<std::string> out;
  for (const auto& reason : outlet.conflict)
    out.push_back(std::string(name_of(reason.rule)) + ": " + sentence(reason, language));
  if (outlet.cheapest_fix) out.push_back(sentence(*outlet.cheapest_fix, language));
  return out;
}

std::string explain(const plan::OutletPlan& outlet, std::string_view title,
                    const std::map<PersonId, std::string>& names, Language language) {
  std::string out = outlet.outlet.text + ' ' + std::string(title) + '\n';
  if (outlet.verdict == plan::Verdict::cannot_open) {
    out += word(language, "  Cannot open. These rules cannot hold together:\n",
                "  不能开业。以下规则无法同时满足：\n");
    for (const auto& line : why_shut(outlet, language)) out += "    " + line + '\n';
    return out;
  }
  out += figures_of(outlet, language);
  for (const auto& crew : outlet.crews) {
    out += crew.team == plan::Team::a ? word(language, "  Team A\n", "  A班\n")
                                      : word(language, "  Team B\n", "  B班\n");
    for (const auto& member : crew.members) out += line_of(member, names, language);
  }
  return out + backups_of(outlet, language);
}

}  // namespace waystation::planning
