// What is printed: the notice on the door, the sheet of codes for the machines, and a ticket on
// paper. A4 and black on white.
#include "http/public_page.h"
#include "http/qr_code.h"
#include "http/visit_page.h"
#include "http/visit_words.h"

namespace waystation::http {

namespace {

void facts(Html& page, const view::PublicPage& shown) {
  const Lang lang = page.look().lang;
  const auto& outlet = shown.outlet;
  page.raw("<table>");
  page.row(words::hours.in(lang), to_text(outlet.opens) + "–" + to_text(outlet.closes));
  if (outlet.phone) page.row(words::phone.in(lang), *outlet.phone);
  const std::string address = outlet.district + ' ' + outlet.address;
  if (address.size() > 1) page.row(words::address.in(lang), address);
  page.row(words::limit_inside.in(lang),
           std::to_string(shown.rule.cap.people) + std::string(words::people.in(lang)));
  page.row(words::rule.in(lang), words::rule_first.in(lang));
  for (const auto& head : shown.rule.head_starts)
    if (head.minutes > 0)
      page.row(words_of(head.priority).in(lang), std::string(words::rule_ahead.in(lang)) + ' ' +
                                                     std::to_string(head.minutes) +
                                                     std::string(words::minutes.in(lang)));
  page.raw("</table>");
}

}  // namespace

std::string notice_page(const view::PublicPage& shown, const std::string& address,
                        const PublicLook& look) {
  const auto& outlet = shown.outlet;
  const std::string to = address + "/p/" + outlet.outlet.text;
  Html page(look);
  page.begin(outlet.title, Html::Frame::paper);
  page.raw("<p class=\"hint\">").say(words::print_hint).raw("</p><div class=\"poster\"><h1>");
  page.text(outlet.title).raw("</h1><section class=\"door\"><div>");
  facts(page, shown);
  page.raw("</div><div>").raw(qr_svg(to, words::scan.in(look.lang)));
  page.raw("<p><b>").say(words::scan).raw("</b></p><p class=\"note\">").text(to);
  page.raw("</p></div></section><section><p>").say(words::door_rules).raw("</p><p><b>");
  page.say(words::no_phone).raw("</b></p>").paragraph("", words::evening);
  page.paragraph("", words::prevention).raw("</section></div>");
  return page.end(outlet.time_zone);
}

std::string codes_page(const view::PublicOutlet& outlet, const std::string& address,
                       const PublicLook& look) {
  Html page(look);
  page.begin(outlet.title, Html::Frame::paper);
  page.raw("<p class=\"hint\">").say(words::print_hint).raw("</p><h1>").text(outlet.title);
  page.raw("</h1><section class=\"sheet\">");
  for (std::int32_t machine = 1; machine <= outlet.machines; ++machine) {
    const std::string number = std::to_string(machine);
    const std::string name = std::string(words::machine.in(look.lang)) + ' ' + number;
    page.raw("<figure>");
    page.raw(qr_svg(address + "/p/" + outlet.outlet.text + '/' + number, name));
    page.raw("<figcaption><b>").text(name).raw("</b>").say(words::machine_scan);
    page.raw("</figcaption></figure>");
  }
  page.raw("</section>");
  return page.end(outlet.time_zone);
}

std::string slip_page(const view::VisitTicket& ticket, const std::string& code,
                      const std::string& address, const PublicLook& look) {
  const std::string to =
      address + "/p/find?outlet=" + ticket.outlet.text + "&number=" + ticket.ticket.text;
  Html page(look);
  page.begin(short_number(ticket.ticket.text), Html::Frame::paper);
  page.raw("<p class=\"hint\">").say(words::print_hint).raw("</p><section class=\"slip\"><p>");
  page.text(ticket.outlet_title).raw("</p><h1 class=\"big\">");
  page.text(short_number(ticket.ticket.text)).raw("</h1><p>").say(words_of(ticket.service));
  if (ticket.priority != queue::Priority::ordinary) page.raw(" · ").say(words_of(ticket.priority));
  page.raw("</p><p>").say(words::before).raw(" ").number(ticket.before).say(words::people);
  page.raw("</p>").raw(qr_svg(to, words::slip_scan.in(look.lang)));
  page.raw("<p class=\"note\">").say(words::slip_scan).raw("</p><p>").say(words::code);
  page.raw(" <span class=\"code\">").text(code).raw("</span></p><p class=\"note\">");
  page.text(ticket.outlet.text).raw("</p></section>");
  return page.end(ticket.time_zone);
}

}  // namespace waystation::http
