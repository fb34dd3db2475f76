#include "http/form.h"

#include <doctest/doctest.h>

namespace waystation::http {

namespace {

std::string refused(std::string_view body) {
  const auto form = Form::read(body);
  return form ? "" : form.error().code;
}

}  // namespace

TEST_CASE("a form's fields are read once each, decoded, without spaces around") {
  const auto form = Form::read("service=cash&name=+%E7%8E%8B+%3Cb%3E+&empty=");
  REQUIRE(form.has_value());
  CHECK(form->text("service") == "cash");
  CHECK(form->text("name") == "王 <b>");
  CHECK(form->text("empty") == "");
  CHECK(form->text("absent") == "");
}

TEST_CASE("a form from anybody is refused by name before anything is made of it") {
  CHECK(refused(std::string(Form::most_bytes + 1, 'a')) == "form.too-long");
  CHECK(refused(std::string(Form::most_fields, '&')) == "form.too-many-fields");
  CHECK(refused("name=" + std::string(Form::longest_field + 1, 'a')) == "form.field-too-long");
  CHECK(refused("code=1234&code=1235") == "form.field-twice");
  for (const char* bad : {"a=%00", "a=%0a", "a=%c3", "a=%c0%af", "a=%ed%a0%80", "a=%f4%90%80%80",
                          "a=%c2%85", "%ff=1"})
    CHECK_MESSAGE(refused(bad) == "form.not-text", bad);
  CHECK(refused("a=%F0%9F%99%82&b=%C3%A9") == "");
}

}  // namespace waystation::http
