#pragma once
// The web pages, read into memory once at the start: no file is opened for a request, so there is
// nothing to climb out of and nothing to list. Text is kept compressed too (brotli, gzip), as the
// web build made it or else compressed here.
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "http/message.h"

namespace waystation::http {

class StaticFiles {
 public:
  // An empty or missing folder gives the built-in page that says how to build the real one.
  explicit StaticFiles(const std::filesystem::path& web);
  // Adds the files of another folder below a path: the API page's.
  void add(const std::filesystem::path& folder, const std::string& below,
           const std::vector<std::string>& names);
  void add_text(const std::string& path, std::string_view type, std::string text);

  // None where there is no such file. A path of the application (no dot in its last part) is its
  // page.
  bool answer(const Request&, Response& out) const;
  std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string_view type;
    std::string etag;
    Keeping keeping = Keeping::no_cache;
    std::shared_ptr<const std::string> plain, brotli, gzip;
  };
  void add_file(const std::string& path, std::string bytes, const std::filesystem::path& source);
  const File* find(const Request&) const;

  std::map<std::string, File, std::less<>> files_;
};

}  // namespace waystation::http
