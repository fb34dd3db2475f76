#include "http/visit_page.h"

#include <algorithm>

#include "http/public_page.h"
#include "http/visit_words.h"

namespace waystation::http {

namespace {

constexpr std::string_view here = "Asia/Shanghai";

struct Pick {
  std::string_view name, value;
  std::string words, beside;
  bool chosen = false, possible = true;
};

void pick(Html& page, const Pick& p) {
  page.raw("<label class=\"pick\"><input type=\"radio\" required name=\"").raw(p.name);
  page.raw("\" value=\"").text(p.value).raw("\"");
  if (p.chosen) page.raw(" checked");
  if (!p.possible) page.raw(" disabled");
  page.raw(">").text(p.words);
  if (!p.beside.empty()) page.raw("<span>").text(p.beside).raw("</span>");
  page.raw("</label>");
}

template <class Enum> void options(Html& page, Enum chosen) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto e) {
    page.raw("<option value=\"").raw(name_of(e.value)).raw("\"");
    page.raw(e.value == chosen ? " selected>" : ">").say(words_of(e.value)).raw("</option>");
  });
}

void priority_choice(Html& page) {
  page.raw("<label for=\"priority\">").say(words::priority);
  page.raw("</label><select id=\"priority\" name=\"priority\"><option value=\"ordinary\">");
  page.say(words::no_priority).raw("</option>");
  for (const auto p :
       {queue::Priority::elderly, queue::Priority::disabled, queue::Priority::pregnant}) {
    page.raw("<option value=\"").raw(name_of(p)).raw("\">").say(words_of(p)).raw("</option>");
  }
  page.raw("</select>");
}

void proxy_choice(Html& page, std::int64_t most) {
  page.raw("<label for=\"proxy\">").say(words::proxy);
  page.raw("</label><select id=\"proxy\" name=\"proxy\"><option value=\"\">");
  page.say(words::for_myself).raw("</option>");
  for (const auto kind : {queue::ProxyKind::kin, queue::ProxyKind::community_worker}) {
    page.raw("<option value=\"").raw(name_of(kind)).raw("\">").say(words_of(kind));
    page.raw("</option>");
  }
  page.raw("</select><label for=\"holders\">").say(words::holders).raw("</label>");
  page.raw("<select id=\"holders\" name=\"holders\" aria-describedby=\"holders-note\">");
  for (std::int64_t i = 1; i <= most; ++i) page.raw("<option>").number(i).raw("</option>");
  page.raw("</select><p class=\"note\" id=\"holders-note\">").say(words::holders_note).raw("</p>");
}

std::string range(const queue::Wait& wait, Lang lang) {
  return std::to_string(wait.p50_minutes) + "–" + std::to_string(wait.p90_minutes) +
         std::string(words::minutes.in(lang));
}

void name_of_outlet(Html& page, const view::PublicOutlet& outlet) {
  page.raw("<section><p><b>").text(outlet.title).raw("</b></p><p class=\"note\">");
  page.say(words::hours).raw(" ").text(to_text(outlet.opens)).raw("–");
  page.text(to_text(outlet.closes)).raw("</p></section>");
}

}  // namespace

// ---- Forms.

std::string take_page(const view::TakeOffer& offer, const std::vector<Claim>& held,
                      const std::string& key, const PublicLook& look) {
  const std::string path = "/p/" + offer.outlet.outlet.text;
  Html page(look);
  page.begin(words::take.in(look.lang));
  name_of_outlet(page, offer.outlet);
  for (const Claim& claim : held)
    if (claim.outlet == offer.outlet.outlet && !is_booking(claim.id)) {
      page.raw("<section class=\"care\"><p>").say(words::one_already).raw("<b>");
      page.text(short_number(claim.id)).raw("</b></p>");
      page.way("on", "/p/mine", words::mine).raw("</section>");
      break;
    }
  page.raw("<section>");
  if (offer.services.empty()) {
    page.raw("<p><b>").say(words::no_numbers).raw("</b></p>");
    page.paragraph("", words::no_numbers_do).way("on", path + "/book", words::book);
    phone_button(page, offer.outlet.phone);
    page.raw("</section>");
    return page.end(offer.outlet.time_zone);
  }
  page.raw("<form method=\"post\" action=\"").raw(page.link(path + "/take")).raw("\">");
  page.hidden("key", key).raw("<fieldset><legend>").say(words::service).raw("</legend>");
  for (const auto& [service, wait] : offer.services)
    pick(page, {.name = "service",
                .value = name_of(service),
                .words = std::string(words_of(service).in(look.lang)),
                .beside = wait ? range(*wait, look.lang) : "",
                .chosen = service == offer.services.front().service});
  page.raw("</fieldset>");
  priority_choice(page);
  proxy_choice(page, offer.proxy_holders_most);
  page.raw("<button class=\"go\">").say(words::take).raw("</button></form></section>");
  page.raw("<section>").paragraph("", words::claim_note).paragraph("", words::evening);
  page.raw("</section>");
  return page.end(offer.outlet.time_zone);
}

namespace {

void day_choice(Html& page, const view::BookOffer& offer) {
  page.raw("<form method=\"get\" action=\"/p/").text(offer.outlet.outlet.text);
  page.raw("/book\"><label for=\"service\">").say(words::service);
  page.raw("</label><select id=\"service\" name=\"service\">");
  options(page, offer.service);
  page.raw("</select><label for=\"day\">").say(words::day);
  page.raw("</label><select id=\"day\" name=\"day\">");
  for (const Day day : offer.days) {
    page.raw("<option").raw(day == offer.day ? " selected>" : ">").text(to_text(day));
    page.raw("</option>");
  }
  page.raw("</select>");
  if (page.look().lang == Lang::en) page.hidden("lang", "en");
  if (page.look().large) page.hidden("size", "large");
  page.raw("<button class=\"on\">").say(words::show_times).raw("</button></form>");
}

std::string left_in(const view::BandOffer& band, Lang lang) {
  if (band.places > 0)
    return std::string(words::places_left.in(lang)) + std::to_string(band.places);
  return std::string((band.takes_waitlist ? words::waitlist_open : words::full).in(lang));
}

}  // namespace

std::string book_page(const view::BookOffer& offer, const std::string& key,
                      const PublicLook& look) {
  Html page(look);
  page.begin(words::book.in(look.lang));
  name_of_outlet(page, offer.outlet);
  page.raw("<section>");
  if (offer.days.empty()) {
    page.paragraph("", words::no_bands);
    phone_button(page, offer.outlet.phone);
    page.raw("</section>");
    return page.end(offer.outlet.time_zone);
  }
  day_choice(page, offer);
  page.raw("</section><section><form method=\"post\" action=\"");
  page.raw(page.link("/p/" + offer.outlet.outlet.text + "/book")).raw("\">");
  page.hidden("key", key).hidden("service", name_of(offer.service));
  page.hidden("day", to_text(offer.day)).raw("<fieldset><legend>").text(to_text(offer.day));
  page.raw(" · ").say(words_of(offer.service)).raw(" · ").say(words::band).raw("</legend>");
  for (const auto& band : offer.bands)
    pick(page, {.name = "band",
                .value = to_text(band.band),
                .words = to_text(band.band) + "–" + to_text(band.until),
                .beside = left_in(band, look.lang),
                .chosen = false,
                .possible = band.places > 0 || band.takes_waitlist});
  page.raw("</fieldset>");
  priority_choice(page);
  page.raw("<label for=\"contact\">").say(words::contact);
  page.raw(
      "</label><input id=\"contact\" name=\"contact\" type=\"tel\" maxlength=\"20\" "
      "autocomplete=\"tel\" aria-describedby=\"contact-note\">"
      "<p class=\"note\" id=\"contact-note\">");
  page.say(words::contact_note).raw("</p><button class=\"go\">").say(words::book);
  page.raw("</button></form></section>");
  return page.end(offer.outlet.time_zone);
}

// ---- One's own numbers.

bool HeldClaim::is_live() const {
  return booking || (ticket && ticket->advice <= view::Advice::comes_tomorrow);
}

namespace {

void number_and_code(Html& page, const HeldClaim& held) {
  page.raw("<p>").say(words::number).raw("</p><p class=\"big\">").text(short_number(held.claim.id));
  page.raw("</p><p>").say(words::code).raw(" <span class=\"code\">").text(held.code);
  page.raw("</span></p>");
}

void cancel_form(Html& page, const Claim& claim, const Words& words) {
  page.raw("<form method=\"post\" action=\"").raw(page.link("/p/mine/cancel")).raw("\">");
  page.hidden("outlet", claim.outlet.text).hidden("number", claim.id);
  page.hidden("token", claim.token).raw("<button class=\"on no\">").say(words);
  page.raw("</button></form>");
}

void times(Html& page, const view::VisitTicket& ticket) {
  const Lang lang = page.look().lang;
  const auto at = [&](Time time) { return page.moment(time, ticket.time_zone); };
  page.raw("<table>");
  page.row(words::before.in(lang),
           std::to_string(ticket.before) + std::string(words::people.in(lang)));
  if (ticket.come_by) {
    page.row(words::come_by.in(lang), at(*ticket.come_by));
    page.row(words::half_by.in(lang), at(*ticket.half_by));
    page.row(words::most_by.in(lang), at(*ticket.most_by));
  }
  page.raw("</table>");
  page.paragraph("", ticket.come_by ? words::wait_outside : words::no_window_now);
}

void ticket_card(Html& page, const HeldClaim& held) {
  const view::VisitTicket& ticket = *held.ticket;
  using view::Advice;
  const bool over = ticket.advice > Advice::comes_tomorrow;
  page.raw("<section class=\"card\"><p class=\"band state").raw(over ? " off\">" : "\">");
  page.say(words_of(ticket.advice));
  if (ticket.window > 0) page.raw(" · ").say(words::window).raw(" ").number(ticket.window);
  page.raw("</p>");
  number_and_code(page, held);
  page.raw("<p class=\"note\">").text(ticket.outlet_title).raw(" · ");
  page.say(words_of(ticket.service));
  if (ticket.priority != queue::Priority::ordinary) page.raw(" · ").say(words_of(ticket.priority));
  if (ticket.proxy) page.raw(" · ").say(words_of(ticket.proxy->by));
  page.raw("</p>");
  if (ticket.carried && !over) page.paragraph("", words::carried);
  if (ticket.advice == Advice::wait_at_home || ticket.advice == Advice::come_now)
    times(page, ticket);
  if (!over) page.paragraph("note", words::code_note);
  phone_button(page, ticket.phone);
  if (ticket.can_cancel) cancel_form(page, held.claim, words::cancel_ticket);
  if (over) page.way("on", "/p/" + ticket.outlet.text + "/take", words::new_number);
  page.raw("</section>");
}

void booking_card(Html& page, const HeldClaim& held) {
  const view::VisitBooking& booking = *held.booking;
  page.raw("<section class=\"card\"><p class=\"band state\">");
  page.say(booking.waitlisted ? words::on_waitlist : words::booked).raw("</p>");
  number_and_code(page, held);
  page.raw("<p><b>").text(to_text(booking.day)).raw(" ").text(to_text(booking.band)).raw("–");
  page.text(to_text(booking.until)).raw("</b></p><p class=\"note\">").text(booking.outlet_title);
  page.raw(" · ").say(words_of(booking.service)).raw("</p>");
  if (booking.waitlisted) {
    page.raw("<p>").say(words::before).raw(" ").number(booking.before).say(words::people);
    page.raw("</p>").paragraph("", words::waitlist_note);
  } else {
    page.raw("<p>").say(words::come_between).raw(" ");
    page.text(page.moment(booking.hold.from, booking.time_zone)).raw("–");
    page.text(Html::whole_moment(booking.hold.until, booking.time_zone).substr(11)).raw("</p>");
  }
  page.paragraph("note", words::code_note);
  phone_button(page, booking.phone);
  cancel_form(page, held.claim, words::cancel);
  page.raw("</section>");
}

void gone_card(Html& page, const HeldClaim& held) {
  page.raw("<section class=\"card\"><p class=\"band state off\">");
  page.text(short_number(held.claim.id)).raw(" · ").text(held.outlet_title).raw("</p><p>");
  page.say(words_of_refusal(held.gone)).raw("</p>");
  const bool booking = is_booking(held.claim.id);
  page.way("on", "/p/" + held.claim.outlet.text + (booking ? "/book" : "/take"),
           booking ? words::book : words::new_number);
  page.raw("</section>");
}

void refreshing_line(Html& page, Refreshing refreshing) {
  if (refreshing == Refreshing::off) return;
  page.raw("<section>");
  if (refreshing == Refreshing::on)
    page.paragraph("note", words::refreshes).way("on", "/p/mine?still=yes", words::hold_still);
  else
    page.way("on", "/p/mine", words::refresh_again);
  page.raw("</section>");
}

}  // namespace

std::string mine_page(const std::vector<HeldClaim>& all, Refreshing refreshing,
                      const PublicLook& look) {
  Html page(look);
  page.begin(words::mine.in(look.lang));
  if (all.empty())
    page.raw("<section>")
        .paragraph("", words::no_number)
        .way("go", "/p", words::nearby)
        .raw("</section>");
  for (const HeldClaim& held : all) {
    if (held.ticket)
      ticket_card(page, held);
    else if (held.booking)
      booking_card(page, held);
    else
      gone_card(page, held);
  }
  refreshing_line(page, refreshing);
  page.raw("<section>").way("on", "/p/find", words::find).paragraph("note", words::evening);
  page.raw("</section>");
  return page.end(std::string(here));
}

std::string find_page(const OutletId& outlet, std::string_view number, const PublicLook& look) {
  const auto field = [](Html& page, std::string_view name, const Words& words,
                        std::string_view value, std::string_view more) {
    page.raw("<label for=\"").raw(name).raw("\">").say(words).raw("</label><input id=\"");
    page.raw(name).raw("\" name=\"").raw(name).raw("\" required value=\"").text(value);
    page.raw("\" ").raw(more).raw(">");
  };
  Html page(look);
  page.begin(words::find.in(look.lang));
  page.raw("<section>").paragraph("", words::find_note).raw("<form method=\"post\" action=\"");
  page.raw(page.link("/p/find")).raw("\">");
  field(page, "outlet", words::outlet_code, outlet.text,
        "inputmode=\"numeric\" maxlength=\"12\" pattern=\"[0-9]{12}\"");
  field(page, "number", words::number, number, "maxlength=\"32\" autocapitalize=\"characters\"");
  field(page, "code", words::code, "",
        "inputmode=\"numeric\" maxlength=\"4\" pattern=\"[0-9]{4}\" autocomplete=\"off\"");
  page.raw("<button class=\"go\">").say(words::search).raw("</button></form></section>");
  return page.end(std::string(here));
}

std::string cancelled_page(const OutletId& outlet, const PublicLook& look) {
  Html page(look);
  page.begin(words::cancelled_done.in(look.lang));
  page.raw("<section>").way("on", "/p/" + outlet.text, words::details);
  page.way("on", "/p/mine", words::mine).raw("</section>");
  return page.end(std::string(here));
}

std::string refused_page(const Refusal& no, std::string_view back, const PublicLook& look) {
  Html page(look);
  page.begin(words::sorry.in(look.lang));
  page.raw("<section class=\"care\" data-refusal=\"").text(no.code).raw("\"><p><b>");
  page.say(words_of_refusal(no.code)).raw("</b></p>");
  for (const Fact& fact : no.facts)
    if (fact.name == "seconds")
      page.raw("<p>").text(fact.value).say(words::wait_seconds).raw("</p>");
  page.raw("</section><section>").way("go", back, words::back);
  page.way("on", "/p/mine", words::mine).raw("</section>");
  return page.end(std::string(here));
}

}  // namespace waystation::http
