// Any bytes given to every command's and every event's reader: they are read or refused, never
// worse; what is read writes itself back the same. The first line names the command or the event;
// an unknown name picks one by its first byte.
#include "domain/bank.h"

using namespace waystation;

namespace {

const EventRow& event_for(std::string_view name) {
  if (const EventRow* row = event_named(name)) return *row;
  const auto all = all_events();
  return all[name.empty() ? 0 : static_cast<unsigned char>(name[0]) % all.size()];
}

const CommandRow& command_for(std::string_view name) {
  if (const CommandRow* row = command_named(name)) return *row;
  const auto all = all_commands();
  return all[name.empty() ? 0 : static_cast<unsigned char>(name[0]) % all.size()];
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const Bank bank;
  static json::Parser parser;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const auto end = std::min(all.find('\n'), all.size());
  const std::string_view name = all.substr(0, end), text = all.substr(std::min(end + 1, size));
  json::Element body;
  std::string problem;
  if (!parser.parse(text, body, problem)) return 0;
  (void)command_for(name).decide(bank, body, Stamp{{Time{}, {"fuzz"}}});

  const EventRow& row = event_for(name);
  const auto event = row.read(body, row);
  if (!event) return 0;
  std::string once, twice;
  row.write(event->event.get(), once);
  if (!parser.parse(once, body, problem)) __builtin_trap();
  const auto again = row.read(body, row);
  if (!again) __builtin_trap();
  row.write(again->event.get(), twice);
  if (once != twice) __builtin_trap();
  return 0;
}
