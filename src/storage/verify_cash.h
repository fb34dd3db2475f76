#pragma once
// Adds up all cash from the log's own bytes, a second time and in another way than the domain: no
// double entry, no event types, only which notes each line says went where. An event that names
// another sum than its notes is found by its number; a state that holds other notes than the log
// says, by its place.
#include <map>

#include "application/desk.h"
#include "storage/verify.h"

namespace waystation {

class CashReckoning {
 public:
  void see(const Entry&);  // Entries of other rooms are passed over.
  // Against a bank; `which` names it in a finding.
  void compare(const Bank&, const std::string& which);
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  using Count = std::map<std::string, std::int64_t>;  // By denomination; none that is nothing.
  struct Line;
  void confirmed(const Line&);
  void fill(const Line&, const std::string& from);  // Empty: from outside.
  void move_bags(const Line&, const std::string& from, const std::string& to);
  void load_cassettes(const Line&);
  void empty_cassettes(const Line&);
  void reported(const Line&);
  void add(const std::string& place, const Count&, std::int64_t sign);
  void expect(const Line&, const Count& moved);
  void blame(const Line&, std::string what);

  std::map<std::string, Count> places_;  // "102221004264 bag 102221004264-1"
  std::vector<Finding> findings_;
};

}  // namespace waystation
