#include "cli/plan_network.h"

#include "application/network.h"
#include "cli/data_folder.h"

namespace waystation::cli {

namespace {

PlanNetwork read_data_folder(const std::filesystem::path& path) {
  DataFolder folder(path);
  PlanNetwork out{standing_at(folder.journal(), {}, {}).bank, {}};
  for (const auto& [id, person] : out.bank.people)
    if (auto name = folder.journal().open(id, "full_name", person.name)) out.names[id] = *name;
  return out;
}

}  // namespace

Decision<PlanNetwork> read_plan_network(const std::filesystem::path& path) {
  if (std::filesystem::exists(path / "log.sqlite")) return read_data_folder(path);
  auto bank = load_network_folder(path);
  if (!bank) return bank.error();
  PlanNetwork out{std::move(*bank), {}};
  for (const auto& [id, person] : out.bank.people)
    if (person.name.sealed_at == 0) out.names[id] = person.name.text;
  return out;
}

}  // namespace waystation::cli
