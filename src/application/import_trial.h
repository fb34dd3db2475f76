#pragma once
// The trial of an import: every row is given to a copy of the bank as the commands it stands for.
// What the copy accepts becomes an order for the desk; what it refuses becomes an error of that
// row.
#include <map>
#include <set>

#include "application/import_row.h"

namespace waystation {

class ImportTrial {
 public:
  ImportTrial(Bank bank, Stamp stamp, std::vector<Sheet> sheets);

  // Plays all sheets in the order in which they depend on each other.
  void run(Role role_for_accounts);

  // Gives one command for the row at hand. `column_of` pairs fields of the command with columns,
  // where they differ.
  using FieldColumns = std::vector<std::pair<std::string_view, std::string_view>>;
  template <class Command>
  bool give(ImportRow& row, const Command& command, const FieldColumns& fields = {}) {
    return row.ok() && give(row, Command::name, to_json(command), fields);
  }

  const Bank& bank() const { return bank_; }
  const Stamp& stamp() const { return stamp_; }
  void postpone() { ++postponed_; }  // A fact that lies after the moment of the import.

  // The city of a cell, by id or by name; made new where only an outlets file speaks of it.
  CityId city_named(ImportRow&, std::string_view column);
  // Communities of this import that say they lie in a zone.
  std::map<ZoneId, std::vector<CommunityId>>& members() { return members_; }
  bool has_file(std::string_view kind) const;

  struct Place {
    std::size_t sheet = 0;
    std::int64_t line = 0;
  };
  const std::vector<Order>& orders() const { return orders_; }
  const std::vector<Place>& places() const { return places_; }  // Of the orders.
  const std::vector<Sheet>& sheets() const { return sheets_; }
  std::vector<ImportError> errors() const;  // In the order of files and lines.
  std::int64_t rows() const;
  std::int64_t good_rows() const;
  std::vector<Sheet> good_sheets() const;  // Without the bad rows.
  std::int64_t postponed() const { return postponed_; }
  void refuse(Place, CellFault);

 private:
  bool give(ImportRow&, std::string_view command, std::string body, const FieldColumns&);
  void check_columns(std::size_t sheet);
  void note_problems(std::size_t sheet);
  void play(std::string_view kind, void (*read)(ImportTrial&, ImportRow&));

  Bank bank_;
  Stamp stamp_;
  std::vector<Sheet> sheets_;
  std::vector<bool> readable_;
  std::map<ZoneId, std::vector<CommunityId>> members_;
  std::vector<Order> orders_;
  std::vector<Place> places_;
  Place here_;
  std::vector<std::pair<Place, CellFault>> faults_;
  std::set<std::pair<std::size_t, std::int64_t>> bad_rows_;  // Sheet and line.
  std::int64_t postponed_ = 0;
};

// What the rows of each kind of file stand for.
namespace import_rows {
void city(ImportTrial&, ImportRow&);
void community(ImportTrial&, ImportRow&);
void outlet(ImportTrial&, ImportRow&);
void zone(ImportTrial&, ImportRow&);
void risk_area(ImportTrial&, ImportRow&);
void grant(ImportTrial&, ImportRow&);
void pass(ImportTrial&, ImportRow&);
void van(ImportTrial&, ImportRow&);
void person(ImportTrial&, ImportRow&);
void volunteer(ImportTrial&, ImportRow&);
void measure(ImportTrial&, ImportRow&);
void test(ImportTrial&, ImportRow&);
void supply(ImportTrial&, ImportRow&);
void policy(ImportTrial&, ImportRow&);
void pin(ImportTrial&, ImportRow&);
void account(ImportTrial&, ImportRow&);
}  // namespace import_rows

}  // namespace waystation
