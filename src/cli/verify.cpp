#include "storage/verify.h"

#include <CLI/CLI.hpp>

#include "cli/exit_code.h"

namespace waystation::cli {

static void say(const Verification& found) {
  for (const Finding& finding : found.findings) {
    const std::string where =
        finding.seq > 0 ? "entry " + std::to_string(finding.seq) + ": " : std::string();
    std::fprintf(stderr, "%s%s\n", where.c_str(), finding.what.c_str());
  }
  std::printf("%s: %lld events", found.ok ? "ok" : "damaged", static_cast<long long>(found.events));
  if (found.first_bad_seq)
    std::printf(", first bad entry %lld", static_cast<long long>(*found.first_bad_seq));
  std::puts("");
}

void add_verify(CLI::App& app, int& exit_code) {
  struct Options {
    std::string data;
    bool deep = false, json = false;
  };
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("verify", "Check the log against all that is kept outside it");
  command->add_option("--data", options->data, "The data folder")->required();
  command->add_flag("--deep", options->deep,
                    "Replay it through the domain and hash every file of evidence, too");
  command->add_flag("--json", options->json, "One JSON document on stdout");
  command->callback([options, &exit_code] {
    Verification found = verify(options->data);
    if (options->deep && !found.ok) explain_damage(options->data, found);
    if (options->deep && found.ok) {
      verify_by_domain(options->data, found);
      verify_evidence(options->data, found);
    }
    if (options->json)
      std::puts(to_json(found).c_str());
    else
      say(found);
    exit_code = found.ok ? exit_code::ok : exit_code::verification_failed;
  });
}

}  // namespace waystation::cli
