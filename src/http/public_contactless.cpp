// What can be done without coming, and the form of a call back.
#include "http/public_page.h"
#include "http/public_station.h"
#include "http/random_id.h"
#include "http/station_words.h"
#include "http/visit_words.h"

namespace waystation::http {

namespace {

using std::chrono::days;

constexpr std::string_view mainland_zone = "Asia/Shanghai";
constexpr int band_minutes = 120;  // A window is two hours long.
constexpr std::size_t outlets_named = 5;

void suppliers_section(Html& page, const Viewing& v) {
  const auto zones = view::public_suppliers(v);
  page.raw("<section><h2>").say(words::groceries).raw("</h2>");
  if (zones.empty()) page.paragraph("note", words::no_suppliers);
  if (!zones.empty()) page.paragraph("note", words::groceries_note);
  for (const view::PublicSuppliers& zone : zones) {
    page.raw("<p><b>").text(zone.title).raw("</b></p>");
    for (const contactless::Supplier& s : zone.suppliers) {
      page.raw("<a class=\"on\" rel=\"noopener noreferrer\" href=\"").text(s.link).raw("\">");
      page.text(s.title).raw("<span class=\"note\">").say(words::takes_orders);
      page.text(to_text(s.from)).raw("–").text(to_text(s.till)).raw("</span></a>");
    }
  }
  page.raw("</section>");
}

void outlet_choice(Html& page, const Viewing& v, const Visit& visit) {
  page.raw("<section><h2>").say(words::call_back).raw("</h2>");
  const auto near = visit.place ? view::nearby(v, *visit.place)
                                : Decision<view::Nearby>(unknown("community.unknown", ""));
  if (near && !near->reachable.empty()) {
    page.paragraph("note", words::which_outlet);
    for (std::size_t i = 0; i < near->reachable.size() && i < outlets_named; ++i) {
      const auto& outlet = near->reachable[i].outlet;
      page.raw("<a class=\"on\" href=\"").raw(page.link("/p/" + outlet.outlet.text + "/call"));
      page.raw("\">").text(outlet.title).raw("</a>");
    }
  } else {
    page.way("go", "/p/place", words::choose_place);
    page.way("on", "/p/all", words::which_outlet);
  }
  page.raw("</section>");
}

// Two hours each, within the outlet's hours; nine to five where they are not known.
struct Bands {
  int from = 540, till = 1020;
  int next = 540;  // The first that is not over; beyond the last where today is.
  bool left_today() const { return next + contactless::shortest_window_minutes <= till; }
};

Bands bands_of(const Viewing& v, const OutletId& id) {
  const auto& outlet = v.standing.bank.outlets.at(id);
  Bands out;
  if (outlet.closes > outlet.opens) out = {outlet.opens.minutes, outlet.closes.minutes, 0};
  const TimeOfDay now = local_time_of_day(v.now, outlet::time_zone_of(v.standing.bank, id));
  out.next = out.from;
  while (out.left_today() && std::min(out.next + band_minutes, out.till) <= now.minutes)
    out.next += band_minutes;
  return out;
}

void day_options(Html& page, Day today, bool from_today) {
  for (int i = from_today ? 0 : 1; i <= contactless::days_ahead; ++i)
    page.raw("<option>").text(to_text(today + days{i})).raw("</option>");
}

void band_options(Html& page, const Bands& bands) {
  const int chosen = bands.left_today() ? bands.next : bands.from;
  for (int at = bands.from; at + contactless::shortest_window_minutes <= bands.till;
       at += band_minutes) {
    const std::string begin = to_text(TimeOfDay{at});
    const std::string end = to_text(TimeOfDay{std::min(at + band_minutes, bands.till)});
    page.raw("<option value=\"").raw(begin).raw("-").raw(end);
    page.raw(at == chosen ? "\" selected>" : "\">").raw(begin).raw("–").raw(end);
    page.raw("</option>");
  }
}

void call_form(Html& page, const Viewing& v, const OutletId& id) {
  const Bands bands = bands_of(v, id);
  page.raw("<section><h2>").say(words::call_back).raw("</h2><form method=\"post\" action=\"");
  page.raw(page.link("/p/" + id.text + "/call")).raw("\">").hidden("key", to_text(random_id()));
  page.raw("<fieldset><legend>").say(words::what_about).raw("</legend>");
  for (const auto kind : {contactless::Kind::mobile_bank_help, contactless::Kind::wealth_studio}) {
    page.raw("<label class=\"pick\"><input type=\"radio\" required name=\"kind\" value=\"");
    page.raw(name_of(kind)).raw("\">").say(words_of(kind)).raw("</label>");
  }
  page.raw("</fieldset><label for=\"segment\">").say(words::who_you_are);
  page.raw("</label><select id=\"segment\" name=\"segment\">");
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<contactless::Segment>>(
      [&](auto e) {
        page.raw("<option value=\"").raw(name_of(e.value)).raw("\">").say(words_of(e.value));
        page.raw("</option>");
      });
  page.raw("</select><label for=\"day\">").say(words::call_day);
  page.raw("</label><select id=\"day\" name=\"day\">");
  day_options(page, local_day(v.now, outlet::time_zone_of(v.standing.bank, id)),
              bands.left_today());
  page.raw("</select><label for=\"window\">").say(words::call_time);
  page.raw("</label><select id=\"window\" name=\"window\">");
  band_options(page, bands);
  page.raw("</select><label for=\"contact\">").say(words::call_number);
  page.raw(
      "</label><input id=\"contact\" name=\"contact\" type=\"tel\" required maxlength=\"20\" "
      "autocomplete=\"tel\" aria-describedby=\"contact-note\"><p class=\"note\" "
      "id=\"contact-note\">");
  page.say(words::call_number_note).raw("</p><button class=\"go\">").say(words::ask_call);
  page.raw("</button></form></section>");
}

void divert_form(Html& page, const OutletId& outlet) {
  page.raw("<section>").paragraph("", words::at_home_note);
  page.raw("<form method=\"post\" action=\"").raw(page.link("/p/" + outlet.text + "/divert"));
  page.raw("\">").hidden("key", to_text(random_id())).hidden("kind", "mobile_bank_help");
  page.raw("<button class=\"on\">").say(words::solved_at_home).raw("</button></form>");
  page.paragraph("note", words::solved_note).raw("</section>");
}

void withdraw_form(Html& page, const OutletId& outlet, std::string_view number) {
  page.raw("<section><details><summary>").say(words::withdraw_call);
  page.raw("</summary><form method=\"post\" action=\"");
  page.raw(page.link("/p/" + outlet.text + "/call/withdraw")).raw("\"><label for=\"number\">");
  page.say(words::number)
      .raw("</label><input id=\"number\" name=\"number\" required maxlength=\"8\"");
  page.raw(" value=\"").text(number).raw("\"><label for=\"code\">").say(words::code);
  page.raw(
      "</label><input id=\"code\" name=\"code\" required inputmode=\"numeric\" "
      "maxlength=\"4\"><button class=\"on no\">");
  page.say(words::withdraw).raw("</button></form></details></section>");
}

}  // namespace

std::string contactless_body(const Viewing& v, const Visit& visit) {
  Html page(visit.look);
  page.begin(words::at_home.in(visit.look.lang));
  page.raw("<section>").paragraph("", words::at_home_note).raw("</section>");
  outlet_choice(page, v, visit);
  suppliers_section(page, v);
  return page.end(std::string(mainland_zone));
}

std::string call_body(const Viewing& v, const OutletId& id, const PublicLook& look) {
  const auto* outlet = v.standing.bank.outlets.find(id);
  if (!outlet || outlet->kind == outlet::Kind::back_office) return {};
  Html page(look);
  page.begin(words::at_home.in(look.lang));
  page.raw("<section><p><b>").text(outlet->title).raw("</b></p></section>");
  divert_form(page, id);
  call_form(page, v, id);
  suppliers_section(page, v);
  withdraw_form(page, id, "");
  return page.end(outlet::time_zone_of(v.standing.bank, id));
}

std::string call_asked_page(const OutletId& outlet, std::string_view number, std::string_view code,
                            const PublicLook& look) {
  Html page(look);
  page.begin(words::call_noted.in(look.lang));
  page.raw("<section><p>").say(words::number).raw("</p><p class=\"big\">").text(number);
  page.raw("</p><p>").say(words::code).raw("</p><p class=\"code\">").text(code).raw("</p>");
  page.paragraph("", words::call_noted_note);
  page.way("on", "/p/" + outlet.text, words::to_outlet).raw("</section>");
  withdraw_form(page, outlet, number);
  return page.end(std::string(mainland_zone));
}

}  // namespace waystation::http
