#include "checking/json.h"

#include <algorithm>
#include <charconv>

#include "checking/broken.h"

namespace waystation::checking {

namespace {

constexpr int deepest = 32;

class JsonScanner {
 public:
  explicit JsonScanner(std::string_view text) : text_(text) {}

  JsonValue document() {
    JsonValue value = any(0);
    skip_space();
    if (at_ != text_.size()) fail("text behind the document");
    return value;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw Unreadable{"byte " + std::to_string(at_), why};
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  bool take(char c) {
    skip_space();
    if (peek() != c || at_ == text_.size()) return false;
    ++at_;
    return true;
  }

  void expect(char c) {
    if (!take(c)) fail(std::string("expected '") + c + '\'');
  }

  JsonValue any(int depth) {
    if (depth > deepest) fail("nested too deep");
    skip_space();
    switch (peek()) {
      case '{':
        return object(depth);
      case '[':
        return list(depth);
      case '"':
        return {JsonValue::Kind::string, 0, string(), {}, {}};
      case 't':
        return word("true", JsonValue::Kind::boolean, 1);
      case 'f':
        return word("false", JsonValue::Kind::boolean, 0);
      case 'n':
        return word("null", JsonValue::Kind::null, 0);
      default:
        return number();
    }
  }

  JsonValue word(std::string_view spelled, JsonValue::Kind kind, std::int64_t number) {
    if (!text_.substr(at_).starts_with(spelled)) fail("unknown word");
    at_ += spelled.size();
    return {kind, number, {}, {}, {}};
  }

  JsonValue object(int depth) {
    JsonValue out{JsonValue::Kind::object, 0, {}, {}, {}};
    expect('{');
    if (take('}')) return out;
    do {
      skip_space();
      std::string key = string();
      if (std::find(out.keys.begin(), out.keys.end(), key) != out.keys.end()) fail("duplicate key");
      out.keys.push_back(std::move(key));
      expect(':');
      out.items.push_back(any(depth + 1));
    } while (take(','));
    expect('}');
    return out;
  }

  JsonValue list(int depth) {
    JsonValue out{JsonValue::Kind::list, 0, {}, {}, {}};
    expect('[');
    if (take(']')) return out;
    do out.items.push_back(any(depth + 1));
    while (take(','));
    expect(']');
    return out;
  }

  std::size_t digits() {
    const auto from = at_;
    while (peek() >= '0' && peek() <= '9') ++at_;
    return at_ - from;
  }

  JsonValue number() {
    const auto from = at_;
    if (peek() == '-') ++at_;
    const bool zero_first = peek() == '0';
    const auto whole = digits();
    if (whole == 0 || (zero_first && whole > 1)) fail("not a value");
    bool integer = true;
    if (peek() == '.') {
      integer = false, ++at_;
      if (digits() == 0) fail("no digit behind the point");
    }
    if (peek() == 'e' || peek() == 'E') {
      integer = false, ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (digits() == 0) fail("no digit in the exponent");
    }
    return as_number(text_.substr(from, at_ - from), integer);
  }

  static JsonValue as_number(std::string_view spelled, bool integer) {
    JsonValue out{JsonValue::Kind::integer, 0, {}, {}, {}};
    const auto end = spelled.data() + spelled.size();
    const bool fits = std::from_chars(spelled.data(), end, out.number).ec == std::errc{};
    if (integer && fits && spelled != "-0") return out;
    return {JsonValue::Kind::other_number, 0, std::string(spelled), {}, {}};
  }

  std::string string() {
    if (peek() != '"') fail("expected a string");
    ++at_;
    std::string out;
    while (peek() != '"') {
      if (at_ == text_.size()) fail("a string is never closed");
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c < 0x20) fail("a control character in a string");
      if (c == '\\')
        escape(out);
      else if (c < 0x80)
        out += text_[at_++];
      else
        wide(out, c);
    }
    ++at_;
    return out;
  }

  void escape(std::string& out) {
    constexpr std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    ++at_;
    const char c = peek();
    if (const auto i = names.find(c); c != '\0' && i != std::string_view::npos) {
      ++at_;
      out += meanings[i];
      return;
    }
    if (c != 'u') fail("unknown escape");
    append_utf8(out, escaped_code_point());
  }

  std::uint32_t escaped_code_point() {
    const auto first = hex4();
    if (first >= 0xdc00 && first < 0xe000) fail("half of a surrogate pair");
    if (first < 0xd800 || first >= 0xe000) return first;
    if (peek() != '\\') fail("half of a surrogate pair");
    ++at_;
    if (peek() != 'u') fail("half of a surrogate pair");
    const auto second = hex4();
    if (second < 0xdc00 || second >= 0xe000) fail("half of a surrogate pair");
    return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
  }

  // At the 'u' of an escape.
  std::uint32_t hex4() {
    const auto spelled = text_.substr(std::min(at_ + 1, text_.size()), 4);
    std::uint32_t value = 0;
    const auto end = spelled.data() + spelled.size();
    const auto [stopped, error] = std::from_chars(spelled.data(), end, value, 16);
    if (spelled.size() != 4 || error != std::errc{} || stopped != end)
      fail("four hexadecimal digits");
    at_ += 5;
    return value;
  }

  static void append_utf8(std::string& out, std::uint32_t c) {
    const auto more = [&](int shift) { out += char(0x80 | ((c >> shift) & 0x3f)); };
    if (c < 0x80) return void(out += char(c));
    if (c < 0x800) return out += char(0xc0 | (c >> 6)), more(0);
    if (c < 0x10000) return out += char(0xe0 | (c >> 12)), more(6), more(0);
    out += char(0xf0 | (c >> 18)), more(12), more(6), more(0);
  }

  // One character of two to four bytes: neither overlong nor a surrogate nor beyond U+10FFFF.
  void wide(std::string& out, unsigned char lead) {
    const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (lead < 0xc0 || lead > 0xf4 || at_ + size > text_.size()) fail("bad UTF-8");
    std::uint32_t code = lead & (0xffu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
      const auto c = static_cast<unsigned char>(text_[at_ + i]);
      if ((c & 0xc0) != 0x80) fail("bad UTF-8");
      code = code << 6 | (c & 0x3fu);
    }
    const bool surrogate = code >= 0xd800 && code < 0xe000;
    if (code < least[size] || code > 0x10ffff || surrogate) fail("bad UTF-8");
    out.append(text_, at_, size);
    at_ += size;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

JsonValue read_json(std::string_view text) {
  return JsonScanner(text).document();
}

}  // namespace waystation::checking
