#pragma once
// How the public pages are written: one frame with the title, the type size, the language and the
// way to the other pages; words in the reader's language; everything else escaped.
#include <string>

#include "http/public_words.h"

namespace waystation::http {

struct PublicLook {
  Lang lang = Lang::zh;
  bool large = false;
  std::string path;   // Of this page, for its switches.
  std::string query;  // What else it was asked with: "service=cash".
  Time now;
  std::int64_t valid_seconds = 600;  // Then the page turns grey by itself.
};

std::string escaped(std::string_view text);  // For HTML text and quoted attributes.

class Html {
 public:
  explicit Html(const PublicLook& look) : look_(look) {}

  Html& raw(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  Html& text(std::string_view words) { return raw(escaped(words)); }
  Html& say(const Words& words) { return text(words.in(look_.lang)); }
  Html& number(std::int64_t value) { return raw(std::to_string(value)); }
  Html& minutes(std::int64_t value) { return number(value).say(words::minutes); }

  // A link to a page of ours in the same language and size.
  std::string link(std::string_view path) const;
  // <a class="…" href="…">words</a>
  Html& way(std::string_view kind, std::string_view path, const Words& words);
  Html& hidden(std::string_view name, std::string_view value);
  Html& row(std::string_view name, std::string_view value);  // Of a table.
  Html& paragraph(std::string_view kind, const Words& words);

  enum class Frame { page, paper };
  void begin(std::string_view title, Frame frame = Frame::page);
  std::string end(const std::string& time_zone);

  // 2021-01-08 09:00, or 09:00 where it is today.
  std::string moment(Time at, const std::string& time_zone) const;
  static std::string whole_moment(Time at, const std::string& time_zone);

  const PublicLook& look() const { return look_; }

 private:
  void switches();
  void bottom();

  const PublicLook& look_;
  std::string out_;
};

}  // namespace waystation::http
