#pragma once
// Text made shorter for the wire, as browsers take it.
#include <string>

namespace waystation::http {

std::string brotli_of(const std::string& bytes);
std::string gzip_of(const std::string& bytes);

}  // namespace waystation::http
