// Any bytes given to every command's and every event's reader: they are read or refused, never
// worse; what is read writes itself back the same.
#include "domain/bank.h"

using namespace waystation;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size < 1) return 0;
  static const Bank bank;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  static json::Parser parser;
  json::Element body;
  std::string problem;
  if (!parser.parse(text, body, problem)) return 0;

  const auto commands = all_commands();
  (void)commands[data[0] % commands.size()].decide(bank, body, Stamp{{Time{}, {"fuzz"}}});

  const auto events = all_events();
  const EventRow& row = events[data[0] % events.size()];
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
