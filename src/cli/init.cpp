#include <CLI/CLI.hpp>

#include "cli/exit_code.h"
#include "storage/folder.h"

namespace waystation::cli {

void add_init(CLI::App& app, int& code) {
  auto path = std::make_shared<std::string>();
  auto* command = app.add_subcommand("init", "Make a data folder; prints the one-time enrol code");
  command->add_option("dir", *path, "The folder to make")->required();
  command->callback([path, &code] {
    const std::string enrol_code = DataFolder::create(*path);
    std::fprintf(stderr, "Made %s. Enrol the first administrator once, with this code:\n",
                 path->c_str());
    std::puts(enrol_code.c_str());
    code = exit_code::ok;
  });
}

}  // namespace waystation::cli
