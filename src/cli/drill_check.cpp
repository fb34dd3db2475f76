#include "cli/drill_check.h"

#include <unordered_map>

namespace waystation::cli {

namespace {

enum class Place { line, window, aside, over, carried };

std::string_view text_at(json::Element body, std::string_view field) {
  std::string_view out;
  if (body[field].get(out)) out = {};
  return out;
}

class Tickets {
 public:
  void read(const Entry& entry) {
    json::Element body;
    std::string problem;
    if (!parser_.parse(entry.body, body, problem)) throw std::runtime_error(problem);
    if (entry.type == "queue.day-closed") return close(body);
    if (!entry.type.starts_with("queue.")) return;
    const std::string_view name = text_at(body, "ticket");
    if (name.empty()) return;
    const std::string key = std::string(text_at(body, "outlet")) + '/' + std::string(name);
    if (entry.type == "queue.taken") return take(key);
    const auto at = places_.find(key);
    if (at == places_.end()) return void(++found_.out_of_order);
    at->second = moved(entry.type, text_at(body, "outcome"), at->second);
  }

  TicketsInLog found() {
    for (const auto& [key, place] : places_) {
      found_.ended += place == Place::over;
      found_.carried += place == Place::carried;
      found_.lost += place != Place::over && place != Place::carried;
    }
    return found_;
  }

 private:
  void take(const std::string& key) {
    ++found_.taken;
    if (!places_.emplace(key, Place::line).second) ++found_.twice_taken;
  }

  void close(json::Element body) {
    const bool carries = text_at(body, "remaining") == "carried_over";
    const std::string outlet = std::string(text_at(body, "outlet")) + '/';
    for (const json::Element ticket : body["tickets"].get_array()) {
      std::string_view name;
      if (!ticket.get(name))
        places_.at(outlet + std::string(name)) = carries ? Place::carried : Place::over;
    }
  }

  Place moved(std::string_view type, std::string_view outcome, Place from) {
    const auto needs = [&](bool met) { found_.out_of_order += !met; };
    if (type == "queue.called") {
      found_.twice_called += from == Place::window;
      needs(from == Place::line || from == Place::window);
      return Place::window;
    }
    if (type == "queue.cancelled") return needs(from != Place::over), Place::over;
    if (type == "queue.resumed") return needs(from == Place::aside), Place::line;
    if (type == "queue.priority-corrected")
      return needs(from == Place::line || from == Place::aside), from;
    needs(from == Place::window);
    if (type == "queue.finished") return Place::over;
    if (type == "queue.missed") return outcome == "voided" ? Place::over : Place::line;
    if (type == "queue.parked") return Place::aside;
    if (type == "queue.transferred") return Place::line;
    return from;  // Called again, or served now.
  }

  json::Parser parser_;
  std::unordered_map<std::string, Place> places_;
  TicketsInLog found_;
};

}  // namespace

TicketsInLog tickets_in(Journal& journal) {
  Tickets tickets;
  journal.replay(1, journal.head(), [&](const Entry& entry) { tickets.read(entry); });
  return tickets.found();
}

}  // namespace waystation::cli
