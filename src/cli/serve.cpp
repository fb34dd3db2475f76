#include <CLI/CLI.hpp>

#include "cli/data_folder.h"
#include "cli/exit_code.h"
#include "http/contract.h"
#include "http/server.h"

namespace waystation::cli {

namespace {

namespace fs = std::filesystem;

struct Serve {
  std::string data, listen = "127.0.0.1:8080", clock, web;
  bool demo = false, behind_tls = false;
  double speed = 1;
  std::size_t per_loopback_address = 1024;
};

struct Where {
  std::string address;
  std::uint16_t port = 0;
  bool loopback = false;
};

std::optional<Where> parse_listen(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == text.npos) return {};
  Where out{.address = text.substr(0, colon)};
  if (out.address.starts_with('[') && out.address.ends_with(']'))
    out.address = out.address.substr(1, out.address.size() - 2);
  if (out.address == "localhost") out.address = "127.0.0.1";
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + colon + 1, end, out.port);
  if (read.ptr != end || read.ec != std::errc()) return {};
  out.loopback = out.address.starts_with("127.") || out.address == "::1";
  return out;
}

// The pages lie beside the installed program, or in the source tree that it was built in.
fs::path web_folder(const std::string& asked) {
  if (!asked.empty()) return asked;
  std::error_code none;
  for (fs::path at = fs::read_symlink("/proc/self/exe", none).parent_path(); at.has_relative_path();
       at = at.parent_path())
    for (const char* below : {"share/waystation/web", "web/dist"})
      if (fs::is_regular_file(at / below / "index.html", none)) return at / below;
  return {};
}

// The API page, from the package of its own pages; the start is ours, because scripts may not stand
// in the page.
void add_api_page(http::StaticFiles& files, const fs::path& web) {
  constexpr std::string_view page =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Waystation API</title>"
      "<link rel=\"stylesheet\" href=\"/api/docs/swagger-ui.css\"><div id=\"ui\"></div>"
      "<noscript>The contract is at <a href=\"/api/openapi.json\">/api/openapi.json</a>.</noscript>"
      "<script src=\"/api/docs/swagger-ui-bundle.js\"></script>"
      "<script src=\"/api/docs/start.js\"></script></html>";
  constexpr std::string_view start =
      "SwaggerUIBundle({url: '/api/openapi.json', dom_id: '#ui', validatorUrl: null});\n";
  const std::vector<std::string> names = {"swagger-ui.css", "swagger-ui-bundle.js"};
  files.add(web / "swagger-ui", "/api/docs/", names);
  for (const char* path : {"/api/docs", "/api/docs/"})
    files.add_text(path, "text/html; charset=utf-8", std::string(page));
  files.add_text("/api/docs/start.js", "text/javascript; charset=utf-8", std::string(start));
}

// A demonstration may live in January 2021: its clock starts there. A drill of a whole day may run
// faster than the day.
Clock clock_from(Time start, double speed) {
  return [start, speed, began = std::chrono::steady_clock::now()] {
    const auto passed = std::chrono::steady_clock::now() - began;
    return start + std::chrono::duration_cast<std::chrono::microseconds>(passed * speed);
  };
}

int refuse_usage(const char* why) {
  std::fprintf(stderr, "waystation serve: %s\n", why);
  return exit_code::usage;
}

int run(const Serve& asked) {
  const auto where = parse_listen(asked.listen);
  if (!where) return refuse_usage("--listen is not an address such as 127.0.0.1:8080");
  if (asked.demo && !where->loopback)
    return refuse_usage("--demo asks for no passwords: it may listen on a loopback address only");
  Clock clock = system_clock_now;
  if (!asked.clock.empty()) {
    const auto start = parse_time(asked.clock);
    if (!start) return refuse_usage("--clock is not a time such as 2021-01-06T12:00:00+08:00");
    if (!asked.demo) return refuse_usage("--clock is for --demo only: a real log has real times");
    clock = clock_from(*start, asked.speed);
  }
  if (asked.speed != 1 && asked.clock.empty())
    return refuse_usage("--speed is for a clock of its own: give --clock, too");
  const fs::path web = web_folder(asked.web);
  http::StaticFiles files(web);
  add_api_page(files, web);

  OpenFolder open(asked.data, clock);
  http::Routes routes({.desk = open.desk,
                       .credentials = open.folder.credentials(),
                       .files = files,
                       .clock = clock,
                       .demo = asked.demo,
                       .secure = asked.behind_tls});
  http::ServerOptions options{.address = where->address, .port = where->port, .limits = {}};
  options.limits.per_loopback_address = asked.per_loopback_address;
  options.handles_signals = true;
  http::Server server(routes, options);
  const std::string host =
      where->address.find(':') == std::string::npos ? where->address : '[' + where->address + ']';
  std::printf("http://%s:%u\n", host.c_str(), unsigned(server.port()));
  std::fflush(stdout);
  if (web.empty()) std::fputs("waystation serve: no web pages found; see the start page\n", stderr);
  server.run();
  return open.desk.lost() ? exit_code::outcome_unknown : exit_code::ok;
}

}  // namespace

void add_serve(CLI::App& app, int& code) {
  auto asked = std::make_shared<Serve>();
  auto* command = app.add_subcommand("serve", "Serve the pages and the API of a data folder");
  command->add_option("--data", asked->data, "The data folder")->required();
  command->add_option("--listen", asked->listen, "ADDRESS:PORT; port 0 takes any that is free");
  command->add_flag("--demo", asked->demo, "Choose a persona instead of signing in; loopback only");
  command->add_option("--clock", asked->clock, "With --demo: the time at the start (RFC 3339)");
  command->add_option("--speed", asked->speed, "With --clock: so many times as fast as the day")
      ->check(CLI::Range(1.0, 10'000.0));
  command->add_option("--web", asked->web, "Folder of the built pages");
  command->add_flag("--behind-tls", asked->behind_tls,
                    "A proxy on this machine speaks TLS: secure cookies, HSTS");
  command->add_option("--per-loopback-address", asked->per_loopback_address,
                      "Connections allowed from one loopback address");
  command->callback([asked, &code] { code = run(*asked); });
}

void add_contract(CLI::App& app, int& code) {
  auto as_typescript = std::make_shared<bool>(false);
  auto as_openapi = std::make_shared<bool>(true);
  auto* command = app.add_subcommand("contract", "Print the API's contract as OpenAPI 3.1");
  command->add_flag("--openapi", *as_openapi, "The default");
  command->add_flag("--typescript", *as_typescript, "As TypeScript, for web/src/api/contract.ts");
  command->callback([as_typescript, as_openapi, &code] {
    const std::string text =
        *as_typescript ? http::typescript_contract() : http::openapi_contract() + "\n";
    std::fwrite(text.data(), 1, text.size(), stdout);
    code = exit_code::ok;
  });
}

}  // namespace waystation::cli
