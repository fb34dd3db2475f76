#include "http/guidance.h"

#include "http/qr_code.h"

namespace waystation::http::guidance {

namespace {

constexpr Words title{"四防：出门记住十六句", "Four preventions in sixteen sayings"};
constexpr Words by_place{"按地方看", "By place"};
constexpr Words everything{"全部十六句", "All sixteen"};
constexpr Words read_aloud{"朗读", "Read aloud"};
constexpr Words version{"版本 ", "Version "};
constexpr Words reviewed{"，审阅于 ", ", reviewed on "};
constexpr Words scan_outlet{"扫码看网点开不开", "Scan: is the outlet open?"};
constexpr Words print_this{"可打印在 A4 纸上张贴。", "To be printed on A4 and hung up."};
const std::string china = "Asia/Shanghai";

void sayings_of(Html& page, Prevention prevention, const Place* place) {
  std::string items;
  for (const Saying& saying : edition().sayings)
    if (saying.prevention == prevention && (!place || saying.at[std::size_t(*place)]))
      items += "<li>" + escaped(saying.words.in(page.look().lang)) + "</li>";
  if (items.empty()) return;
  page.raw("<h2>").say(words_of(prevention)).raw("</h2><ul class=\"sayings\">");
  page.raw(items).raw("</ul>");
}

void all_preventions(Html& page, const Place* place) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Prevention>>(
      [&](auto prevention) { sayings_of(page, prevention.value, place); });
}

void edition_line(Html& page) {
  page.raw("<p class=\"note\">").say(version).number(edition().version).say(reviewed);
  page.text(edition().reviewed_on).raw("</p>");
}

}  // namespace

std::string page(std::string_view asked, const PublicLook& look) {
  Place found{};
  if (!asked.empty() && !from_name(asked, found)) return {};
  const Place* const place = asked.empty() ? nullptr : &found;
  Html page(look);
  page.begin(place ? words_of(*place).in(look.lang) : title.in(look.lang));
  page.raw("<section id=\"aloud\">");
  all_preventions(page, place);
  page.raw("<button class=\"on\" type=\"button\" id=\"read\" hidden>").say(read_aloud);
  page.raw("</button>");
  edition_line(page);
  page.raw("</section><section><h2>").say(by_place).raw("</h2><div class=\"pair\">");
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Place>>([&](auto each) {
    page.way("on", "/p/guidance/" + std::string(each.name), words_of(each.value));
  });
  if (place) page.way("on", "/p/guidance", everything);
  page.raw("</div></section>");
  return page.end(china);
}

std::string poster(const view::PublicOutlet& outlet, const std::string& address,
                   const PublicLook& look) {
  const std::string to = address + "/p/" + outlet.outlet.text;
  Html page(look);
  page.begin(outlet.title, Html::Frame::paper);
  page.raw("<p class=\"hint\">").say(print_this).raw("</p><div class=\"poster\"><h1>").say(title);
  page.raw("</h1><section class=\"door\"><div>");
  all_preventions(page, {});
  page.raw("</div><div>").raw(qr_svg(to, scan_outlet.in(look.lang)));
  page.raw("<p><b>").say(scan_outlet).raw("</b></p><p class=\"note\">").text(outlet.title);
  page.raw("</p></div></section><section>");
  edition_line(page);
  page.raw("</section></div>");
  return page.end(outlet.time_zone);
}

}  // namespace waystation::http::guidance
