#include "storage/verify_cash.h"

namespace waystation {

namespace {

using json::Element;

std::string text(Element e, std::string_view member) {
  std::string_view found;
  if (e[member].get(found)) throw LogRefused("no text \"" + std::string(member) + '"');
  return std::string(found);
}

std::int64_t number(Element e, std::string_view member) {
  std::int64_t found = 0;
  if (e[member].get(found)) throw LogRefused("no number \"" + std::string(member) + '"');
  return found;
}

const std::map<std::string, std::int64_t> fen_of = {
    {"yuan_100", 10'000}, {"yuan_50", 5'000}, {"yuan_20", 2'000},
    {"yuan_10", 1'000},   {"yuan_5", 500},    {"yuan_1", 100},
    {"coin_1", 100},      {"jiao_5", 50},     {"jiao_1", 10}};

std::map<std::string, std::int64_t> packs(Element e, std::string_view member) {
  std::map<std::string, std::int64_t> out;
  simdjson::dom::array list;
  if (e[member].get(list)) throw LogRefused("no list \"" + std::string(member) + '"');
  for (Element pack : list) out[text(pack, "denomination")] += number(pack, "count");
  return out;
}

std::vector<std::string> names(Element e, std::string_view member) {
  std::vector<std::string> out;
  simdjson::dom::array list;
  if (e[member].get(list)) throw LogRefused("no list \"" + std::string(member) + '"');
  for (Element item : list) out.emplace_back(std::string_view(item));
  return out;
}

std::int64_t fen(const std::map<std::string, std::int64_t>& count) {
  std::int64_t sum = 0;
  for (const auto& [denomination, pieces] : count) sum += fen_of.at(denomination) * pieces;
  return sum;
}

}  // namespace

struct CashReckoning::Line {
  std::int64_t seq;
  Element body;
  std::string outlet;
  std::string place(std::string_view kind, const std::string& name) const {
    return outlet + ' ' + std::string(kind) + ' ' + name;
  }
};

// Where the notes of an entry are: its bags, or the window or box that it names.
static std::string place_named_in(Element body) {
  const auto word = [](Element e, std::string_view member) {
    std::string_view found;
    return e[member].get(found) ? std::string() : ' ' + std::string(found);
  };
  if (const auto bag = word(body, "bag"); !bag.empty()) return " bag" + bag;
  if (const auto window = word(body, "window"); !window.empty())
    return " window" + window + word(body, "source");
  if (const auto box = word(body, "teller_box"); !box.empty()) return " box" + box;
  Element deed;
  if (body["deed"].get(deed)) deed = body;
  std::string out;
  simdjson::dom::array bags;
  if (!deed["bags"].get(bags))
    for (Element bag : bags) (out += out.empty() ? " bag " : ", ") += std::string_view(bag);
  Element filling;
  if (out.empty() && !deed["filling"].get(filling)) out = " bag" + word(filling, "into");
  return out;
}

void CashReckoning::blame(const Line& line, std::string what) {
  findings_.push_back(
      {line.seq, "cash of " + line.outlet + place_named_in(line.body) + ": " + std::move(what)});
}

void CashReckoning::add(const std::string& place, const Count& count, std::int64_t sign) {
  Count& there = places_[place];
  for (const auto& [denomination, pieces] : count)
    if ((there[denomination] += sign * pieces) == 0) there.erase(denomination);
  if (there.empty()) places_.erase(place);
}

void CashReckoning::expect(const Line& line, const Count& moved) {
  if (number(line.body, "amount") != fen(moved))
    blame(line, "says " + std::to_string(number(line.body, "amount")) + " fen, its notes are " +
                    std::to_string(fen(moved)));
}

void CashReckoning::fill(const Line& line, const std::string& from) {
  const Element filling = line.body["deed"]["filling"];
  const Count notes = packs(filling, "notes");
  expect(line, notes);
  if (number(filling, "total") != fen(notes)) blame(line, "the filling's total is not its notes");
  if (!from.empty()) add(from, notes, -1);
  add(line.place("bag", text(filling, "into")), notes, 1);
}

void CashReckoning::move_bags(const Line& line, const std::string& from, const std::string& to) {
  Count all;
  for (const std::string& bag : names(line.body["deed"], "bags")) {
    const std::string key = from + ' ' + bag;
    const Count notes = places_[key];
    for (const auto& [denomination, pieces] : notes) all[denomination] += pieces;
    add(key, notes, -1);
    if (to.ends_with(" bag"))
      add(to + ' ' + bag, notes, 1);
    else if (!to.empty())
      add(to, notes, 1);
  }
  expect(line, all);
}

// Each bag into the cassette that stands beside it.
void CashReckoning::load_cassettes(const Line& line) {
  const Element deed = line.body["deed"];
  const auto bags = names(deed, "bags"), cassettes = names(deed, "cassettes");
  Count all;
  for (std::size_t i = 0; i < bags.size(); ++i) {
    const std::string bag = line.place("bag", bags[i]);
    const Count notes = places_[bag];
    for (const auto& [denomination, pieces] : notes) all[denomination] += pieces;
    add(bag, notes, -1);
    add(line.place("cassette", text(deed, "machine") + ' ' + cassettes.at(i)), notes, 1);
  }
  expect(line, all);
}

// A cassette holds one denomination. What it held beyond what was found in it is missing.
void CashReckoning::empty_cassettes(const Line& line) {
  const Element deed = line.body["deed"];
  simdjson::dom::array emptied;
  if (deed["emptied"].get(emptied)) throw LogRefused("no list \"emptied\"");
  Count all;
  for (Element one : emptied) {
    const std::string cassette =
        line.place("cassette", text(deed, "machine") + ' ' + text(one, "cassette"));
    const Count before = places_[cassette];
    Count bagged = before;
    std::int64_t found = 0;
    if (one["found"].get(found) == simdjson::SUCCESS)
      for (auto& [denomination, pieces] : bagged) pieces = found;
    for (const auto& [denomination, pieces] : bagged) all[denomination] += pieces;
    add(cassette, before, -1);
    add(line.place("bag", text(one, "into")), bagged, 1);
  }
  expect(line, all);
}

void CashReckoning::reported(const Line& line) {
  simdjson::dom::array cassettes;
  if (line.body["cassettes"].get(cassettes)) throw LogRefused("no list \"cassettes\"");
  std::int64_t received = 0, paid = 0;
  for (Element one : cassettes) {
    const Count notes{{text(one, "denomination"), number(one, "booked")}};
    const bool takes_in = text(one, "direction") == "takes_in";
    (takes_in ? received : paid) += fen(notes);
    add(line.place("cassette", text(line.body, "machine") + ' ' + text(one, "cassette")), notes,
        takes_in ? 1 : -1);
  }
  if (number(line.body, "received") != received || number(line.body, "paid") != paid)
    blame(line, "names another sum than its cassettes moved");
}

void CashReckoning::confirmed(const Line& line) {
  const Element deed = line.body["deed"];
  const std::string kind = text(deed, "kind"), here = line.outlet + " bag";
  const auto van = [&] { return text(deed, "van") + " bag"; };
  const auto box = [&] { return line.place("box", text(deed, "teller_box")); };
  if (kind == "take_in") return fill(line, {});
  if (kind == "put_back") return fill(line, box());
  if (kind == "sort_out") return fill(line, here + ' ' + names(deed, "bags").at(0));
  if (kind == "draw") return move_bags(line, here, box());
  if (kind == "hand_over") return move_bags(line, here, van());
  if (kind == "take_over") return move_bags(line, van(), here);
  if (kind == "hand_in") return move_bags(line, here, "");
  if (kind == "machine_load") return load_cassettes(line);
  if (kind == "machine_settle") return empty_cassettes(line);
  move_bags(line, here, here);  // What changes no notes: store, release, a machine's mode.
}

void CashReckoning::see(const Entry& entry) try {
  if (!entry.type.starts_with("cash.") && entry.type != "machine.reported") return;
  thread_local json::Parser parser;
  Line line{entry.seq, {}, {}};
  std::string problem;
  if (!parser.parse(entry.body, line.body, problem)) throw LogRefused(problem);
  line.outlet = text(line.body, "outlet");
  if (entry.type == "cash.confirmed") return confirmed(line);
  if (entry.type == "machine.reported") return reported(line);
  if (line.body["notes"].error() == simdjson::SUCCESS) expect(line, packs(line.body, "notes"));
  const auto drawer = [&] {
    return line.place("drawer", text(line.body, "window") + ' ' + text(line.body, "source"));
  };
  if (entry.type == "cash.received") add(drawer(), packs(line.body, "notes"), 1);
  if (entry.type == "cash.paid")
    add(line.place("box", text(line.body, "teller_box")), packs(line.body, "notes"), -1);
  if (entry.type == "cash.bagged") {
    add(drawer(), packs(line.body, "notes"), -1);
    add(line.place("bag", text(line.body, "bag")), packs(line.body, "notes"), 1);
  }
  if (entry.type == "cash.counted" && bool(line.body["agreed"])) {
    const std::string bag = line.place("bag", text(line.body, "bag"));
    add(bag, packs(line.body, "missing"), -1);
    add(bag, packs(line.body, "surplus"), 1);
    if (places_[bag] != packs(line.body, "notes")) blame(line, "the count is not what is left");
  }
} catch (const std::exception& unreadable) {
  findings_.push_back({entry.seq, std::string("cash: ") + unreadable.what()});
}

// ---- Comparing.

void CashReckoning::compare(const Bank& bank, const std::string& which) {
  std::map<std::string, Count> state;
  const auto note = [&](const std::string& place, const cash::Notes& notes) {
    each_field<cash::Notes>([&](std::string_view name, auto count) {
      if (notes.*count) state[place][std::string(name)] += notes.*count;
    });
  };
  const auto disagree = [&](const std::string& owner, const std::vector<std::string>& what) {
    for (const std::string& w : what)
      findings_.push_back({0, "cash of " + owner + " in " + which + ": " + w});
  };
  for (const auto& [id, site] : bank.custody.sites) {
    for (const auto& [name, bag] : site.bags) note(id.text + " bag " + name.text, bag.notes);
    for (const cash::Drawer& d : site.drawers)
      note(id.text + " drawer " + d.window.text + ' ' + std::string(name_of(d.source)), d.notes);
    for (const cash::Box& b : site.boxes)
      note(id.text + " box " + b.teller_box.text, b.notes.notes());
    for (const machine::Machine& m : site.machines)
      for (const machine::Cassette& c : m.cassettes)
        note(id.text + " cassette " + m.machine.text + ' ' + c.spec.cassette.text, notes_in(c));
    disagree(id.text, disagreements(site));
  }
  for (const auto& [id, load] : bank.custody.vans) {
    for (const auto& [name, bag] : load.bags) note(id.text + " bag " + name.text, bag.notes);
    disagree(id.text, disagreements(load));
  }
  auto both = state;
  both.insert(places_.begin(), places_.end());
  for (const auto& [place, ignored] : both)
    if (state[place] != places_[place])
      findings_.push_back({0, "cash: " + place + ": the log says " +
                                  std::to_string(fen(places_[place])) + " fen, " + which + ' ' +
                                  std::to_string(fen(state[place]))});
}

}  // namespace waystation
