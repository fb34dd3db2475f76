#pragma once
// A QR code as SVG, for paper: error correction M, so that a scratch does no harm, and the quiet
// zone of four modules that readers need.
#include <string>
#include <string_view>

namespace waystation::http {

std::string qr_svg(std::string_view text, std::string_view label);

}  // namespace waystation::http
