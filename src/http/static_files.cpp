#include "http/static_files.h"

#include <openssl/sha.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "http/compress.h"

namespace waystation::http {

namespace fs = std::filesystem;

namespace {

struct TypeOf {
  std::string_view extension, type;
  bool text;
};
constexpr TypeOf types[] = {
    {".html", "text/html; charset=utf-8", true},
    {".js", "text/javascript; charset=utf-8", true},
    {".mjs", "text/javascript; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},
    {".json", "application/json; charset=utf-8", true},
    {".webmanifest", "application/manifest+json", true},
    {".svg", "image/svg+xml", true},
    {".txt", "text/plain; charset=utf-8", true},
    {".png", "image/png", false},
    {".ico", "image/x-icon", false},
    {".webp", "image/webp", false},
    {".woff2", "font/woff2", false},
};

const TypeOf* type_of(const std::string& path) {
  const std::string extension = fs::path(path).extension().string();
  const auto* found = std::ranges::find(types, extension, &TypeOf::extension);
  return found == std::end(types) ? nullptr : found;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string etag_of(const std::string& bytes) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
  std::string out = "\"";
  for (int i = 0; i < 12; ++i) {
    constexpr char hex[] = "0123456789abcdef";
    (out += hex[digest[i] >> 4]) += hex[digest[i] & 15];
  }
  return out + '"';
}

// Vite names what never changes by its content: assets/index-B2xk9f3Q.js.
bool is_named_by_content(const std::string& path) {
  const std::string stem = fs::path(path).stem().string();
  const auto dash = stem.rfind('-');
  return path.starts_with("/assets/") && dash != stem.npos && stem.size() - dash == 9;
}

constexpr std::string_view unbuilt_page =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Waystation</title>"
    "<h1>Waystation 驿站</h1><p>The server runs. Its pages have not been built yet: run "
    "<code>make build</code>, or <code>npm ci &amp;&amp; npm run build</code> in "
    "<code>web/</code>, "
    "and start the server again.</p><p><a href=\"/api/docs\">API</a></p></html>";

}  // namespace

StaticFiles::StaticFiles(const fs::path& web) {
  std::error_code none;
  if (!web.empty() && fs::is_directory(web, none))
    for (const auto& entry : fs::recursive_directory_iterator(web)) {
      const std::string extension = entry.path().extension().string();
      if (!entry.is_regular_file() || extension == ".br" || extension == ".gz") continue;
      add_file("/" + fs::relative(entry.path(), web).generic_string(), read_file(entry.path()),
               entry.path());
    }
  if (!files_.contains("/index.html"))
    add_text("/index.html", "text/html; charset=utf-8", std::string(unbuilt_page));
}

void StaticFiles::add(const fs::path& folder, const std::string& below,
                      const std::vector<std::string>& names) {
  for (const std::string& name : names)
    if (fs::is_regular_file(folder / name))
      add_file(below + name, read_file(folder / name), folder / name);
}

void StaticFiles::add_text(const std::string& path, std::string_view type, std::string text) {
  File file{
      .type = type, .etag = etag_of(text), .plain = nullptr, .brotli = nullptr, .gzip = nullptr};
  file.plain = std::make_shared<const std::string>(std::move(text));
  files_[path] = std::move(file);
}

void StaticFiles::add_file(const std::string& path, std::string bytes, const fs::path& source) {
  const TypeOf* type = type_of(path);
  if (!type) return;  // What browsers have no use for is not served: source maps, notes.
  constexpr std::size_t worth_compressing = 1024;
  add_text(path, type->type, std::move(bytes));
  File& file = files_[path];
  if (is_named_by_content(path)) file.keeping = Keeping::immutable;
  if (!type->text || file.plain->size() < worth_compressing) return;
  const auto kept = [&](const char* suffix, auto compress) {
    const fs::path made = source.string() + suffix;
    std::string packed = fs::exists(made) ? read_file(made) : compress(*file.plain);
    const bool smaller = !packed.empty() && packed.size() < file.plain->size();
    return smaller ? std::make_shared<const std::string>(std::move(packed)) : nullptr;
  };
  file.brotli = kept(".br", brotli_of);
  file.gzip = kept(".gz", gzip_of);
}

const StaticFiles::File* StaticFiles::find(const Request& request) const {
  if (const auto at = files_.find(request.path); at != files_.end()) return &at->second;
  const std::string& path = request.path;
  if (path.starts_with("/api/") || path.find('.', path.rfind('/')) != path.npos) return nullptr;
  const auto first = path.substr(0, path.find('/', 1));  // "/p/outlets" belongs to the page "/p".
  for (const std::string& page : {first + "/index.html", first + ".html"})
    if (const auto at = files_.find(page); at != files_.end()) return &at->second;
  return &files_.find("/index.html")->second;
}

bool StaticFiles::answer(const Request& request, Response& out) const {
  const File* file = find(request);
  if (!file) return false;
  out.type = file->type;
  out.keeping = file->keeping;
  out.headers += "ETag: " + file->etag + "\r\n";
  if (file->brotli || file->gzip) out.headers += "Vary: Accept-Encoding\r\n";
  if (request.if_none_match.find(file->etag) != std::string::npos) {
    out.status = 304;
    return true;
  }
  const auto takes = [&](std::string_view coding) {
    return request.accept_encoding.find(coding) != std::string::npos;
  };
  out.shared = file->plain;
  if (file->brotli && takes("br"))
    out.shared = file->brotli, out.headers += "Content-Encoding: br\r\n";
  else if (file->gzip && takes("gzip"))
    out.shared = file->gzip, out.headers += "Content-Encoding: gzip\r\n";
  return true;
}

}  // namespace waystation::http
