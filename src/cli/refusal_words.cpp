#include "cli/refusal_words.h"

#include <algorithm>

namespace waystation::cli {

namespace {

struct Words {
  std::string_view code, zh, en;
};

constexpr Words table[] = {
#include "refusal_words.inc"  // Of the pages' catalogues: tools/refusal-words.mjs.
};

static_assert(std::ranges::is_sorted(table, {}, &Words::code));

// "Not enough in stock; {{available}} available." with the facts in their places.
std::string filled(std::string_view sentence, const std::vector<Fact>& facts) {
  std::string out;
  while (true) {
    const auto begin = sentence.find("{{"), end = sentence.find("}}", begin);
    out += sentence.substr(0, begin);
    if (begin == sentence.npos || end == sentence.npos) return out;
    const auto name = sentence.substr(begin + 2, end - begin - 2);
    const auto fact = std::ranges::find(facts, name, &Fact::name);
    out += fact == facts.end() ? std::string(name) : fact->value;
    sentence.remove_prefix(end + 2);
  }
}

std::string sentence_of(std::string_view code, const std::vector<Fact>& facts, Language language) {
  const auto at = std::ranges::lower_bound(table, code, {}, &Words::code);
  if (at == std::ranges::end(table) || at->code != code) return std::string(code);
  return filled(language == Language::zh ? at->zh : at->en, facts);
}

}  // namespace

std::string in_words(const Refusal& no, Language language) {
  std::string words = sentence_of(no.code, no.facts, language), codes = no.code;
  for (std::size_t i = 0; i < no.missing.size(); ++i) {
    words += i == 0 ? " " : "; ";
    words += sentence_of(no.missing[i], no.facts, language);
    codes += i == 0 ? ": " : ", ";
    codes += no.missing[i];
  }
  for (const Fact& fact : no.facts) codes += "; " + fact.name + ' ' + fact.value;
  return words + " [" + codes + ']';
}

}  // namespace waystation::cli
