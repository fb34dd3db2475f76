// The command line: one file a subcommand. Data goes to stdout, progress to stderr.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "application/journal.h"
#include "cli/commands.h"
#include "cli/exit_code.h"

using namespace waystation;

int main(int argc, char** argv) {
  CLI::App app{"Waystation 驿站: keeps a bank's outlets open, safely, inside a lockdown.",
               "waystation"};
  app.require_subcommand(1);
  app.set_version_flag("--version", WAYSTATION_VERSION);
  int code = exit_code::ok;
  cli::add_commands(app, code);
  try {
    app.parse(argc, argv);
    return code;
  } catch (const CLI::ParseError& wrong) {
    const bool asked_for_help = wrong.get_exit_code() == 0;
    app.exit(wrong);
    return asked_for_help ? exit_code::ok : exit_code::usage;
  } catch (const LogRefused& refused) {
    std::fprintf(stderr, "waystation: %s\n", refused.what());
    return exit_code::verification_failed;
  } catch (const OutcomeUnknown& unknown) {
    std::fprintf(stderr, "waystation: %s\n", unknown.what());
    return exit_code::outcome_unknown;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "waystation: %s\n", failure.what());
    return exit_code::failed;
  }
}
