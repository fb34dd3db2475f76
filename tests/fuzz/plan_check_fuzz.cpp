// Any bytes given to the plan checker as a plan of a small zone: they are refused or proven, never
// worse; what is accepted claims nothing better than what the plan made by hand reaches.
#include "checking/broken.h"
#include "checking/check.h"
#include "checking/small_zone.h"

using namespace waystation::checking;

namespace {

// Half of the inputs are edits of the true plan: "from length text" replaces a part of it.
std::string edited(const unsigned char* data, std::size_t size) {
  std::string text = small_zone_plan;
  const std::size_t from = (data[0] * 256u + data[1]) % text.size();
  const std::string with(reinterpret_cast<const char*>(data) + 3, size - 3);
  return text.replace(from, std::min<std::size_t>(data[2] % 32, text.size() - from), with);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const Network network = read_network(small_zone_files());
  if (size < 4) return 0;
  const bool edit = data[size - 1] % 2 == 0;
  const auto text = edit ? edited(data, size - 1) : std::string(data, data + size - 1);
  try {
    const CheckResult result = check_plan(network, text);
    if (!result.ok && result.rule.empty()) __builtin_trap();
    for (const CheckedLevel& level : result.levels)
      if (result.ok && level.bound > level.value) __builtin_trap();
  } catch (const Unreadable&) {
    return 0;
  }
  return 0;
}
