#include "http/qr_code.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

#include "http/html.h"

namespace waystation::http {

namespace {

constexpr int quiet = 4;

// One path: a horizontal stroke for each run of dark modules.
std::string dark_runs(const QRcode& code) {
  std::string path;
  for (int y = 0; y < code.width; ++y)
    for (int x = 0; x < code.width; ++x) {
      const auto dark = [&](int at) { return (code.data[y * code.width + at] & 1) != 0; };
      if (!dark(x)) continue;
      const int from = x;
      while (x + 1 < code.width && dark(x + 1)) ++x;
      path += 'M' + std::to_string(from + quiet) + ' ' + std::to_string(y + quiet) + 'h' +
              std::to_string(x + 1 - from) + "v1h-" + std::to_string(x + 1 - from) + 'z';
    }
  return path;
}

}  // namespace

std::string qr_svg(std::string_view text, std::string_view label) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) throw std::runtime_error("no QR code for " + std::string(text));
  const std::string side = std::to_string(code->width + 2 * quiet);
  return "<svg class=\"qr\" role=\"img\" aria-label=\"" + escaped(label) + "\" viewBox=\"0 0 " +
         side + ' ' + side + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" +
         side + 'v' + side + "H0z\"/><path d=\"" + dark_runs(*code) + "\"/></svg>";
}

}  // namespace waystation::http
