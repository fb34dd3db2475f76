#include "cli/data_folder.h"

#include <cstdio>
#include <random>

#include "cli/exit_code.h"

namespace waystation::cli {

CommandId fresh_command_id() {
  std::random_device source;
  CommandId id;
  for (auto& byte : id) byte = static_cast<unsigned char>(source());
  return id;
}

int say_no(const Refusal& no) {
  std::string text = no.code;
  if (!no.where.empty()) text += " at " + no.where;
  for (const Fact& fact : no.facts) text += "; " + fact.name + " " + fact.value;
  for (const std::string& missing : no.missing) text += "; missing " + missing;
  std::fprintf(stderr, "waystation: refused: %s\n", text.c_str());
  return exit_code::of(no.why);
}

}  // namespace waystation::cli
