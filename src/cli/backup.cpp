#include "storage/backup.h"

#include <CLI/CLI.hpp>

#include "cli/exit_code.h"

namespace waystation::cli {

void add_backup(CLI::App& app, int& exit_code) {
  struct Options {
    std::string data, out;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand(
      "backup", "Write an encrypted backup; ok only after it was restored and verified");
  command->add_option("--data", options->data, "The data folder")->required();
  command->add_option("--out", options->out, "The file to write")->required();
  command->add_flag("--json", options->json, "The manifest as one JSON document on stdout");
  command->callback([options, &exit_code] {
    const Manifest manifest = back_up(options->data, options->out);
    if (options->json)
      std::puts(to_json(manifest).c_str());
    else
      std::printf("ok: %s holds %lld events; it was restored and verified\n", options->out.c_str(),
                  static_cast<long long>(manifest.seq));
    exit_code = exit_code::ok;
  });
}

}  // namespace waystation::cli
