#include <CLI/CLI.hpp>

#include "cli/exit_code.h"
#include "storage/backup.h"

namespace waystation::cli {

void add_restore(CLI::App& app, int& exit_code) {
  struct Options {
    std::string file, to, keys;
    std::int64_t to_seq = -1;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("restore", "Restore a backup into a new data folder");
  command->add_option("file", options->file, "The backup")->required();
  command->add_option("--to", options->to, "The folder to make")->required();
  command->add_option("--keys", options->keys,
                      "The folder with master.key and signing.key; default: where they were");
  command->add_option("--to-seq", options->to_seq, "Go back to this entry")
      ->check(CLI::NonNegativeNumber);
  command->add_flag("--json", options->json, "One JSON document on stdout");
  command->callback([options, &exit_code] {
    Restoration how{options->file, options->to, options->keys, {}};
    if (options->to_seq >= 0) how.to_seq = options->to_seq;
    const Verification found = restore(how);
    if (options->json)
      std::puts(to_json(found).c_str());
    else
      std::printf("ok: %s holds %lld events, verified\n", options->to.c_str(),
                  static_cast<long long>(found.events));
    exit_code = exit_code::ok;
  });
}

}  // namespace waystation::cli
