#include "http/random_id.h"

#include <cstdio>

namespace waystation::http {

CommandId random_id() {
  CommandId id;
  static_assert(sizeof id == 16);
  FILE* source = std::fopen("/dev/urandom", "rb");
  const bool read = source && std::fread(id.data(), id.size(), 1, source) == 1;
  if (source) std::fclose(source);
  if (!read) throw std::runtime_error("no random numbers");
  return id;
}

}  // namespace waystation::http
