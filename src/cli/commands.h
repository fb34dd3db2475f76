#pragma once
// Each subcommand adds itself to the application and sets the exit code when it has run.
namespace CLI {
class App;
}

namespace waystation::cli {

void add_commands(CLI::App&, int& exit_code);

}  // namespace waystation::cli
