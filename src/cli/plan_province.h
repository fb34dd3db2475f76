#pragma once
// plan --network FILE.json: the open areas of a province, from a network file to a plan file that
// `check` proves. Progress goes to stderr, one JSON line a round; an interrupt (Ctrl-C) ends it
// after the round with the plan that it has.
#include <string>

namespace waystation::cli {

struct ProvinceAsked {
  std::string network, out;
  double seconds = 5;
  int threads = 2;
  bool whole_effort = false;
};

bool is_province_file(const std::string& path);
int plan_province(const ProvinceAsked&);  // The exit code.

}  // namespace waystation::cli
