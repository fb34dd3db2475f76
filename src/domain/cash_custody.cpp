#include "domain/cash_custody.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::cash {

const Site& site_of(const Bank& bank, const OutletId& outlet) {
  static const Site empty;
  const auto* site = bank.custody.sites.find(outlet);
  return site ? *site : empty;
}

const VanLoad& load_of(const Bank& bank, const VanId& van) {
  static const VanLoad empty;
  const auto* load = bank.custody.vans.find(van);
  return load ? *load : empty;
}

const Box* box_named(const Site& site, const PlaceName& teller_box) {
  const auto at = std::ranges::find(site.boxes, teller_box, &Box::teller_box);
  return at == site.boxes.end() ? nullptr : &*at;
}

const Drawer* drawer_of(const Site& site, const PlaceName& window, Source source) {
  const auto at = std::ranges::find_if(
      site.drawers, [&](const Drawer& d) { return d.window == window && d.source == source; });
  return at == site.drawers.end() ? nullptr : &*at;
}

bool is_outside(PlaceKind place) {
  return place == PlaceKind::customer || place == PlaceKind::central_bank ||
         place == PlaceKind::discrepancy;
}

static Fen sum_if(const Book& book, auto counts) {
  Fen sum;
  for (const Balance& b : book)
    if (!is_outside(b.account.place) && counts(b.account)) sum = sum + b.amount;
  return sum;
}

Fen held_in(const Book& book) {
  return sum_if(book, [](const Account&) { return true; });
}

Fen held_in(const Book& book, Line line) {
  return sum_if(book, [line](const Account& a) { return line_of(a.stage) == line; });
}

// ---- Moving.

namespace {

[[noreturn]] void broken(const char* what) {
  throw std::logic_error(std::string("cash: ") + what);
}

Book::iterator place_in(Book& book, const Account& account) {
  return std::ranges::lower_bound(book, account, {}, &Balance::account);
}

Balance& balance_of(Book& book, const Account& account) {
  auto at = place_in(book, account);
  if (at == book.end() || at->account != account) at = book.insert(at, Balance{account, {}, {}});
  return *at;
}

void settle(Book& book, const Account& account) {
  const auto at = place_in(book, account);
  if (value_of(at->notes) != at->amount) broken("a sum is not that of its notes");
  if (!is_outside(account.place) && !holds(at->notes, {})) broken("a balance below nothing");
  if (is_nothing(at->notes)) book.erase(at);
}

}  // namespace

void post(Book& from, const Account& source, Book& to, const Account& target, const Notes& notes) {
  if (is_nothing(notes)) return;
  const Fen amount = value_of(notes);
  Balance& out = balance_of(from, source);
  out.notes -= notes, out.amount = out.amount - amount;
  settle(from, source);
  Balance& in = balance_of(to, target);
  in.notes += notes, in.amount = in.amount + amount;
  settle(to, target);
}

Account account_of(const Bag& bag) {
  return {bag.place, bag.stage, bag.source};
}

void expect_amount(Fen said, Fen moved) {
  if (said != moved) broken("an event names another sum than it moves");
}

Bag& put(Site& site, const BagId& id, PlaceKind place, std::string at, Stage stage) {
  if (!site.bags.contains(id)) broken("a bag that is not there");
  Bag& bag = site.bags.edit(id);
  const Account before = account_of(bag);
  bag.place = place, bag.at = std::move(at), bag.stage = stage;
  post(site.book, before, site.book, account_of(bag), bag.notes);
  return bag;
}

Notes taken_from_drawer(Site& site, const PlaceName& window, Source source, const Notes& part) {
  auto at = std::ranges::find_if(
      site.drawers, [&](const Drawer& d) { return d.window == window && d.source == source; });
  if (at == site.drawers.end() || !holds(at->notes, part)) broken("more than the drawer holds");
  at->notes -= part;
  if (is_nothing(at->notes)) site.drawers.erase(at);
  return part;
}

Payable& box_to_fill(Site& site, const PlaceName& teller_box) {
  const auto at = std::ranges::find(site.boxes, teller_box, &Box::teller_box);
  if (at != site.boxes.end()) return at->notes;
  return site.boxes.emplace_back(Box{teller_box, Payable{}}).notes;
}

// ---- What does not agree.

namespace {

std::string words_of(const Account& a) {
  return std::string(name_of(a.place)) + '/' + std::string(name_of(line_of(a.stage))) + '/' +
         std::string(name_of(a.stage)) + '/' + std::string(name_of(a.source));
}

void compare(const Account& account, const Notes& booked, const Notes& there,
             std::vector<std::string>& out) {
  each_field<Notes>([&](std::string_view name, auto count) {
    if (booked.*count != there.*count)
      out.push_back(words_of(account) + ' ' + std::string(name) + ": booked " +
                    std::to_string(booked.*count) + ", there " + std::to_string(there.*count));
  });
}

using Found = std::map<Account, Notes>;

std::vector<std::string> compare(const Book& book, Found found) {
  std::vector<std::string> out;
  for (const Balance& b : book) {
    if (value_of(b.notes) != b.amount)
      out.push_back(words_of(b.account) + ": " + std::to_string(b.amount.count) +
                    " fen booked for notes of " + std::to_string(value_of(b.notes).count));
    if (is_outside(b.account.place)) continue;
    compare(b.account, b.notes, found[b.account], out);
    found.erase(b.account);
  }
  for (const auto& [account, notes] : found) compare(account, {}, notes, out);
  return out;
}

void add_bags(const Table<BagId, Bag>& bags, Found& found) {
  for (const auto& [id, bag] : bags) found[account_of(bag)] += bag.notes;
}

void add_cassettes(const machine::Machine& m, Found& found) {
  for (const machine::Cassette& c : m.cassettes) {
    Notes& taken_in = found[{PlaceKind::cassette, Stage::received, Source::ordinary}];
    count_of(taken_in, c.spec.denomination) += c.taken_in;
    found[payable_in(PlaceKind::cassette)] += c.payable.notes();
  }
}

void add_book(const Book& book, Notes& sum) {
  for (const Balance& b : book) sum += b.notes;
}

}  // namespace

std::vector<std::string> disagreements(const Site& site) {
  Found found;
  add_bags(site.bags, found);
  for (const Drawer& d : site.drawers)
    found[{PlaceKind::window, Stage::received, d.source}] += d.notes;
  for (const Box& b : site.boxes) found[payable_in(PlaceKind::teller_box)] += b.notes.notes();
  for (const machine::Machine& m : site.machines) add_cassettes(m, found);
  return compare(site.book, found);
}

std::vector<std::string> disagreements(const VanLoad& load) {
  Found found;
  add_bags(load.bags, found);
  return compare(load.book, found);
}

Notes sum_of_all(const Custody& custody) {
  Notes sum;
  for (const auto& [id, site] : custody.sites) add_book(site.book, sum);
  for (const auto& [id, load] : custody.vans) add_book(load.book, sum);
  return sum;
}

}  // namespace waystation::cash
