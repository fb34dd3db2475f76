#include "http/public_page.h"

#include "http/served_bank.h"

using namespace waystation;
using namespace waystation::http;

namespace {

bool has(const Response& response, std::string_view words) {
  return response.bytes().find(words) != std::string_view::npos;
}

}  // namespace

TEST_CASE("anybody reads the list and an outlet's page, in two languages and two sizes") {
  ServedBank bank;
  for (const char* path : {"/p", "/p?lang=en&size=large", "/p/102221004264",
                           "/p/102221004264?lang=en", "/p/102221004264/1?size=large"}) {
    INFO(path);
    const Response page = bank.get(path);
    CHECK(page.status == 200);
    CHECK(page.type == "text/html; charset=utf-8");
    CHECK(page.bytes().size() < 25 * 1024);
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "http://"));
  }
  CHECK(has(bank.get("/p"), "lang=\"zh-CN\""));
  CHECK(has(bank.get("/p?lang=en&size=large"), "class=\"large\""));
  CHECK(has(bank.get("/p?lang=en"), "href=\"/p/102221004264?lang=en\""));
}

TEST_CASE("an outlet or a machine that is none is told so, with the way on") {
  ServedBank bank;
  for (const char* path : {"/p/102221000000", "/p/102221004264/99", "/p/102221004264/x"}) {
    INFO(path);
    const Response page = bank.get(path);
    CHECK(page.status == 404);
    CHECK(has(page, "href=\"/p\""));
  }
}

TEST_CASE("what people wrote is text on the page and never markup") {
  CHECK(escaped("<b>\"R&D\"</b>") == "&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;");
}
