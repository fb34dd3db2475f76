#include "cli/commands.h"

#include <CLI/CLI.hpp>

namespace waystation::cli {

void add_init(CLI::App&, int&);
void add_import(CLI::App&, int&);
void add_export(CLI::App&, int&);
void add_serve(CLI::App&, int&);
void add_do(CLI::App&, int&);
void add_show(CLI::App&, int&);
void add_plan(CLI::App&, int&);
void add_explain(CLI::App&, int&);
void add_check(CLI::App&, int&);
void add_simulate(CLI::App&, int&);
void add_what_if(CLI::App&, int&);
void add_forecast(CLI::App&, int&);
void add_story(CLI::App&, int&);
void add_verify(CLI::App&, int&);
void add_backup(CLI::App&, int&);
void add_restore(CLI::App&, int&);
void add_contract(CLI::App&, int&);
void add_bench_day(CLI::App&, int&);
void add_bench_cash(CLI::App&, int&);
void add_bench_ledger(CLI::App&, int&);
void add_bench_runway(CLI::App&, int&);
void add_bench_desk(CLI::App&, int&);
void add_bench_journal(CLI::App&, int&);
void add_bench_plan(CLI::App&, int&);
void add_bench_cfl(CLI::App&, int&);
void add_bench_zone(CLI::App&, int&);
void add_bench_od(CLI::App&, int&);
void add_bench_queue(CLI::App&, int&);
void add_bench_nn5(CLI::App&, int&);
void add_bench_station(CLI::App&, int&);

void add_commands(CLI::App& app, int& exit_code) {
  add_init(app, exit_code);
  add_import(app, exit_code);
  add_export(app, exit_code);
  add_serve(app, exit_code);
  add_do(app, exit_code);
  add_show(app, exit_code);
  add_plan(app, exit_code);
  add_explain(app, exit_code);
  add_check(app, exit_code);
  add_simulate(app, exit_code);
  add_what_if(app, exit_code);
  add_forecast(app, exit_code);
  add_story(app, exit_code);
  add_verify(app, exit_code);
  add_backup(app, exit_code);
  add_restore(app, exit_code);
  add_contract(app, exit_code);
  CLI::App* bench = app.add_subcommand("bench", "Measure; one JSON line a case");
  bench->require_subcommand(1);
  add_bench_day(*bench, exit_code);
  add_bench_cash(*bench, exit_code);
  add_bench_ledger(*bench, exit_code);
  add_bench_runway(*bench, exit_code);
  add_bench_desk(*bench, exit_code);
  add_bench_journal(*bench, exit_code);
  add_bench_plan(*bench, exit_code);
  add_bench_cfl(*bench, exit_code);
  add_bench_zone(*bench, exit_code);
  add_bench_od(*bench, exit_code);
  add_bench_queue(*bench, exit_code);
  add_bench_nn5(*bench, exit_code);
  add_bench_station(*bench, exit_code);
}

}  // namespace waystation::cli
