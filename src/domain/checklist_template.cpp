#include "domain/checklist_template.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::checklist {

namespace {

constexpr std::size_t most_items = 200;
constexpr std::size_t longest_title = 240;  // Bytes: 80 Chinese characters.
constexpr std::int32_t longest_interval = 24 * 60;

bool is_title(const std::string& text) {
  return !text.empty() && text.size() <= longest_title;
}

// An item that nobody could ever meet, or that would never be asked, is a mistake of the writer.
const char* fault_of(const Item& item) {
  if (!is_title(item.title_zh) || !is_title(item.title_en)) return "title";
  if (item.measure && (item.measure->least > item.measure->most || item.measure->unit.empty()))
    return "measure";
  if (item.answered_by && (item.measure || item.evidence || item.every_minutes))
    return "answered_by";
  if (item.every_minutes && (item.phase != Phase::during_hours || *item.every_minutes < 1 ||
                             *item.every_minutes > longest_interval))
    return "every_minutes";
  return nullptr;
}

// An item follows only one that stands before it, so conditions never go round in a circle.
std::optional<Refusal> refuse_items(const std::vector<Item>& items) {
  for (auto at = items.begin(); at != items.end(); ++at) {
    const auto named = [&](const ItemId& id) {
      return std::find_if(items.begin(), at, [&](const Item& i) { return i.item == id; });
    };
    const auto refuse = [&](std::string field) {
      return invalid("checklist.item-unclear",
                     {{"item", at->item.text}, {"field", std::move(field)}});
    };
    if (named(at->item) != at) return refuse("item");
    if (at->if_failed) {
      const auto earlier = named(*at->if_failed);
      if (earlier == at || earlier->phase != at->phase) return refuse("if_failed");
    }
    if (const char* field = fault_of(*at)) return refuse(field);
  }
  return {};
}

}  // namespace

const Template* in_force(const Bank& bank, Day day) {
  const Template* last = nullptr;
  for (const auto& [from, published] : bank.checklist_templates.by_day)
    if (published.from <= day) last = &published;
  return last;
}

const Item* item_of(const Template& in, const ItemId& id) {
  const auto at = std::ranges::find(in.items, id, &Item::item);
  return at == in.items.end() ? nullptr : &*at;
}

Decision<Published> decide(const Bank& bank, const Publish& c, const Stamp& stamp) {
  if (c.items.empty() || c.items.size() > most_items)
    return invalid("checklist.items-out-of-range", {{"items", std::to_string(c.items.size())},
                                                    {"most", std::to_string(most_items)}});
  if (auto no = refuse_items(c.items)) return *no;
  const Day today = local_day(stamp.at, outlet::time_zone_of(bank, {}));
  if (c.from < today) return invalid("checklist.from-past", {{"from", to_text(c.from)}});
  return Published{bank.checklist_templates.version + 1, c.from, c.items};
}

void apply(Templates& templates, const Published& e, const Mark& mark) {
  templates.version = e.version;
  templates.by_day.edit(to_text(e.from)) = {e.version, e.from, e.items, mark.at, mark.by};
}

}  // namespace waystation::checklist
