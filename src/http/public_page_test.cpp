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
    CHECK(has(page, "<script src=\"/p/page.js\" defer></script>"));
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

TEST_CASE("how somebody reads and where they live is kept by their own device") {
  ServedBank bank;
  const Response large = bank.get("/p?lang=en&size=large");
  CHECK(header_in(large, "Set-Cookie").starts_with("ws-look=en.large; Path=/p; HttpOnly"));
  const Response again = bank.get("/p", "ws-look=en.large");
  CHECK(has(again, "lang=\"en\""));
  CHECK(has(again, "class=\"large\""));
  CHECK(header_in(again, "Set-Cookie") == "");
  CHECK(has(bank.get("/p?lang=zh&size=standard", "ws-look=en.large"), "lang=\"zh-CN\""));
  CHECK(header_in(bank.get("/p?place=nowhere"), "Set-Cookie").find("Max-Age=0") !=
        std::string::npos);
}

TEST_CASE("the nearest outlet that is open on this side of the fence comes first") {
  ServedBank bank;
  bank.give(
      "zone.add-community",
      R"({"community":"IN","title":"向工社区","city":"SY","at":{"lon_e6":123400000,"lat_e6":41800000},)"
      R"("position_source":"synthetic","people":1,"card_customers":1,"elderly_permille":0})");
  bank.give(
      "zone.add-community",
      R"({"community":"OUT","title":"<i>铁西</i>","city":"SY","at":{"lon_e6":123410000,"lat_e6":41800000},)"
      R"("position_source":"synthetic","people":1,"card_customers":1,"elderly_permille":0})");
  const auto outlet = [&](const char* code, const char* title, const char* at, const char* lon) {
    bank.give(
        "outlet.register",
        std::string(R"({"outlet":")") + code + R"(","title":")" + title +
            R"(","city":"SY","district":"","address":"","at":{"lon_e6":)" + lon +
            R"(,"lat_e6":41800000},"position_source":"synthetic","community":")" + at +
            R"(","kind":"sub_branch","windows":2,"machines":1,"lobby_m2":80,"seats":12,)"
            R"("opens":"00:00","closes":"24:00","cash_float":0,"cash_limit":0,"phone":"024-00000001"})");
  };
  outlet("102221004221", "明廉支行", "OUT", "123401000");
  outlet("102221004230", "塔湾支行", "IN", "123409000");
  bank.give(
      "zone.seal",
      R"({"zone":"Z","title":"管控区","city":"SY","scheme":"2021-01","kind":"key_control_area",)"
      R"("outline":[],"communities":["IN"]})");
  const Response sealed = bank.get("/p?place=IN");
  CHECK(header_in(sealed, "Set-Cookie").starts_with("ws-place=IN;"));
  CHECK(has(sealed, "没有网点开门"));
  CHECK(has(sealed, "您出不去"));
  const Response outside = bank.get("/p", "ws-place=OUT");
  const auto page = outside.bytes();
  CHECK(page.find("明廉支行") < page.find("塔湾支行"));
  CHECK(has(outside, "tel:024-00000001"));
  CHECK(has(outside, "&lt;i&gt;铁西&lt;/i&gt;"));
  CHECK_FALSE(has(outside, "<i>"));
  CHECK(has(bank.get("/p/place"), "data-at=\"123400,41800\""));
  std::string head;
  append_head(head, bank.get("/p/place"), {true, true, "now"});
  CHECK(head.find("geolocation=(self)") != std::string::npos);
}

TEST_CASE("what is open shows by what evidence, and until when it holds") {
  auto now = std::make_shared<Time>(*parse_time("2021-01-08T10:00:00+08:00"));
  ServedBank bank(false, [now] { return *now; });
  bank.give("queue.open-window", R"({"outlet":"102221004264","window":1,"services":["cash"]})");
  *now += std::chrono::minutes(30);
  CHECK(has(bank.get("/p/102221004264"), "有效到 12:00"));
  CHECK(has(bank.get("/p/102221004264"), "--w:5400s"));
  CHECK(has(bank.get("/p/all"), "今天确认开门"));
  CHECK_FALSE(has(bank.get("/p/all"), "其他网点"));
  CHECK(has(bank.get("/p/102221004264"), "/p/102221004264/take"));
  *now += std::chrono::minutes(90);
  const Response later = bank.get("/p/102221004264");
  CHECK(has(later, "今天没有确认"));
  CHECK_FALSE(has(bank.get("/p/all"), "今天确认开门"));
  CHECK(has(bank.get("/p/all"), "其他网点"));
  CHECK_FALSE(has(later, "--w:"));
  *now += std::chrono::minutes(5 * 60);
  CHECK(has(bank.get("/p/102221004264"), "现在不在营业时间"));
}

TEST_CASE("the door notice and the machines' sheet carry codes of this server") {
  ServedBank bank;
  const Response notice = bank.get("/p/102221004264/notice");
  CHECK(has(notice, "http://127.0.0.1:8080/p/102221004264<"));
  CHECK(has(notice, "<svg class=\"qr\""));
  CHECK(has(notice, "@page{size:A4"));
  CHECK(has(bank.get("/p/102221004264/codes"), "<figcaption>"));
  CHECK(bank.get("/p/102221000000/notice").status == 404);
}
