#pragma once
// Takes the members of an object in the order that the format gives them, and lists of whole
// numbers within limits; what does not fit throws Broken with rule "file" and the place.
#include <string>
#include <vector>

#include "checking/broken.h"
#include "checking/json.h"

namespace waystation::checking::province {

class Reader {
 public:
  Reader(const JsonValue& value, std::string where);

  const JsonValue& next(const std::string& key);
  std::int64_t whole(const std::string& key, std::int64_t most);  // 0 to most.
  std::vector<std::int64_t> wholes(const std::string& key, std::int64_t most);
  const std::vector<JsonValue>& list(const std::string& key);
  void format(const std::string& expected);
  std::string place(const std::string& key) const { return where_ + '/' + key; }
  void end() const;

 private:
  const JsonValue& value_;
  std::string where_;
  std::size_t at_ = 0;
};

[[noreturn]] void refuse(const std::string& where, const std::string& why);
std::int64_t whole(const JsonValue&, const std::string& where, std::int64_t most);
std::vector<std::int64_t> wholes(const JsonValue&, const std::string& where, std::int64_t most);
const std::vector<JsonValue>& items(const JsonValue&, const std::string& where);

}  // namespace waystation::checking::province
