#include "http/public_station.h"

#include <algorithm>

#include "http/public_page.h"
#include "http/random_id.h"
#include "http/station_words.h"
#include "http/visit_words.h"

namespace waystation::http {

namespace {

using station::Amenity;

constexpr std::string_view here_zone = "Asia/Shanghai";

// What people on the road ask for; an address may name any amenity.
constexpr Amenity common_needs[] = {Amenity::water,     Amenity::phone_charge, Amenity::toilet,
                                    Amenity::seat,      Amenity::nursing_room, Amenity::wheelchair,
                                    Amenity::microwave, Amenity::heat_pad,     Amenity::first_aid,
                                    Amenity::umbrella};

struct Search {
  station::Need need;
  std::string query;  // As it would be asked again.
};

Search search_in(std::string_view query) {
  Search out;
  const auto again = [&](std::string_view name, std::string_view value) {
    if (!out.query.empty()) out.query += '&';
    ((out.query += name) += '=') += value;
  };
  for (const auto& [key, value] : parse_query(query)) {
    Amenity amenity{};
    station::Audience who{};
    const auto& had = out.need.amenities;
    if (key == "need" && from_name(value, amenity) &&
        std::ranges::find(had, amenity) == had.end()) {
      out.need.amenities.push_back(amenity);
      again(key, value);
    } else if (key == "who" && !out.need.audience && from_name(value, who)) {
      out.need.audience = who;
      again(key, value);
    } else if (key == "open" && value == "yes" && !out.need.open_now) {
      out.need.open_now = true;
      again(key, value);
    }
  }
  return out;
}

void keep_look(Html& page) {
  if (page.look().lang == Lang::en) page.hidden("lang", "en");
  if (page.look().large) page.hidden("size", "large");
}

struct Tick {
  std::string_view name, value;
  Words words;
  bool on = false;
};

void tick(Html& page, const Tick& t) {
  page.raw("<label class=\"pick\"><input type=\"checkbox\" name=\"").raw(t.name);
  page.raw("\" value=\"").raw(t.value).raw(t.on ? "\" checked>" : "\">").say(t.words);
  page.raw("</label>");
}

template <class Enum> void choices(Html& page, std::optional<Enum> chosen) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto e) {
    page.raw("<option value=\"").raw(name_of(e.value));
    page.raw(chosen == e.value ? "\" selected>" : "\">").say(words_of(e.value)).raw("</option>");
  });
}

void search_form(Html& page, const station::Need& need) {
  page.raw("<section><form method=\"get\" action=\"/p/stations\"><fieldset><legend>");
  page.say(words::what_needed).raw("</legend><div class=\"pair\">");
  const auto wanted = [&](Amenity a) {
    return std::ranges::find(need.amenities, a) != need.amenities.end();
  };
  for (const Amenity a : common_needs) tick(page, {"need", name_of(a), words_of(a), wanted(a)});
  for (const Amenity a : need.amenities)
    if (std::ranges::find(common_needs, a) == std::end(common_needs))
      tick(page, {"need", name_of(a), words_of(a), true});
  page.raw("</div></fieldset><label for=\"who\">").say(words::who_you_are);
  page.raw("</label><select id=\"who\" name=\"who\"><option value=\"\">").say(words::anybody);
  page.raw("</option>");
  choices(page, need.audience);
  page.raw("</select>");
  tick(page, {"open", "yes", words::only_open, need.open_now});
  keep_look(page);
  page.raw("<button class=\"go\">").say(words::find_now).raw("</button></form></section>");
}

// One word beside an amenity that does not simply work.
const Words* trouble_of(const view::StationItem& item) {
  if (item.condition == station::Condition::faulty) return &words::out_of_order;
  if (item.condition == station::Condition::absent) return &words::not_there;
  return item.doubted_at ? &words::in_doubt : nullptr;
}

void amenity_words(Html& page, const view::StationItem& item) {
  page.raw("<span aria-hidden=\"true\">").raw(item.offered ? "✓ " : "✗ ").raw("</span>");
  page.say(words_of(item.amenity));
  if (const Words* trouble = trouble_of(item))
    page.raw(page.look().lang == Lang::zh ? "（" : " (")
        .say(*trouble)
        .raw(page.look().lang == Lang::zh ? "）" : ")");
}

void open_words(Html& page, const view::PublicStation& s) {
  page.raw("<span aria-hidden=\"true\">").raw(s.open_now ? "● " : "○ ").raw("</span>");
  page.say(s.open_now ? words::open_now : words::shut_now).raw(" · ");
  page.text(to_text(s.from)).raw("–").text(to_text(s.till));
}

void found_item(Html& page, const view::PublicStation& s) {
  page.raw(s.open_now && !s.unconfirmed ? "<li>" : "<li class=\"off\">").raw("<a href=\"");
  page.raw(page.link("/p/" + s.outlet.text + "/station")).raw("\">");
  if (s.metres)
    page.raw("<span class=\"far\">")
        .text(distance_words(*s.metres, page.look().lang))
        .raw("</span>");
  page.raw("<b>").text(s.title).raw("</b><span class=\"state\">");
  open_words(page, s);
  page.raw("</span><span class=\"note\">").text(s.district).raw(" ").text(s.address);
  if (s.zone) page.raw(" · ").say(words::sealed);
  page.raw("</span><span class=\"note\">");
  for (const view::StationItem& item : s.items) {
    amenity_words(page, item);
    page.raw("　");
  }
  page.raw("</span>");
  if (s.unconfirmed)
    page.raw("<span class=\"note\"><b>").say(words::long_unseen).raw("</b></span>");
  page.raw("</a></li>");
}

void where_line(Html& page, const Viewing& v, const Visit& visit) {
  page.raw("<p class=\"where\">");
  if (visit.place) {
    page.raw("<span>").say(words::by_distance).raw("<b>");
    page.text(v.standing.bank.communities.at(*visit.place).title).raw("</b></span>");
    page.way("", "/p/place", words::change_place);
  } else {
    page.way("", "/p/place", words::choose_for_distance);
  }
  page.raw("</p>");
}

void station_head(Html& page, const view::PublicStation& s) {
  page.raw("<section class=\"card\"><p class=\"band state");
  page.raw(s.open_now ? "" : " off").raw("\">");
  open_words(page, s);
  page.raw("</p><h2>").text(s.title).raw("</h2><p class=\"note\">").text(s.district).raw(" ");
  page.text(s.address);
  if (s.zone) page.raw(" · ").say(words::sealed).raw(" ").text(*s.zone);
  page.raw("</p>");
  if (s.unconfirmed) page.raw("<p><b>").say(words::long_unseen).raw("</b></p>");
  if (s.verified_at)
    page.raw("<p class=\"note\">")
        .say(words::last_seen)
        .text(page.moment(*s.verified_at, s.time_zone))
        .raw("</p>");
  if (!s.notice.empty()) page.raw("<p>").text(s.notice).raw("</p>");
  page.raw("<table>");
  page.row(words::places_inside.in(page.look().lang),
           std::to_string(s.places) + std::string(words::people.in(page.look().lang)));
  page.raw("</table><div class=\"pair\">");
  phone_button(page, s.phone);
  page.raw("</div></section>");
}

// One press, one form: each with its own key, so that two doubts are two orders.
void station_items(Html& page, const view::PublicStation& s) {
  page.raw("<section><h2>").say(words::what_it_has).raw("</h2>");
  page.paragraph("note", words::wrong_note).raw("<ul>");
  for (const view::StationItem& item : s.items) {
    page.raw("<li><div class=\"where\" style=\"flex-wrap:wrap\"><span>");
    amenity_words(page, item);
    page.raw("</span>");
    if (item.condition == station::Condition::working && !item.doubted_at) {
      page.raw("<form method=\"post\" action=\"").raw(page.link("/p/" + s.outlet.text + "/doubt"));
      page.raw("\">").hidden("key", to_text(random_id()));
      page.raw("<button class=\"on\" name=\"amenity\" value=\"").raw(name_of(item.amenity));
      page.raw("\" aria-label=\"").say(words::wrong_here).raw(": ").say(words_of(item.amenity));
      page.raw("\">").say(words::wrong_here).raw("</button></form>");
    }
    page.raw("</div>");
    page.raw("</li>");
  }
  page.raw("</ul></section>");
}

std::string answer_page(const Words& title, const OutletId& outlet, const Words& told,
                        const PublicLook& look) {
  Html page(look);
  page.begin(title.in(look.lang));
  page.raw("<section>").paragraph("", told);
  page.way("on", "/p/" + outlet.text, words::to_outlet).raw("</section>");
  return page.end(std::string(here_zone));
}

}  // namespace

// ---- Stations.

std::string stations_body(const Viewing& v, Visit visit, std::string_view query) {
  Search search = search_in(query);
  visit.look.query = search.query;
  if (visit.place) {
    const auto& community = v.standing.bank.communities.at(*visit.place);
    if (community.position_source != PositionSource::unknown) search.need.at = community.at;
  }
  const auto found = view::public_stations(v, search.need);
  Html page(visit.look);
  page.begin(words::stations.in(visit.look.lang));
  page.raw("<section class=\"care\">").say(words::stations_for).raw("</section>");
  search_form(page, search.need);
  where_line(page, v, visit);
  page.raw("<section>");
  if (found.empty()) page.paragraph("", words::no_station);
  page.raw("<ul>");
  for (const view::PublicStation& s : found) found_item(page, s);
  page.raw("</ul></section>");
  return page.end(found.empty() ? std::string(here_zone) : found.front().time_zone);
}

std::string station_body(const Viewing& v, const OutletId& outlet, const PublicLook& look) {
  const auto s = view::public_station(v, outlet);
  if (!s) return {};
  Html page(look);
  page.begin(words::stations.in(look.lang));
  station_head(page, *s);
  station_items(page, *s);
  if (!s->corners.empty()) {
    page.raw("<section><h2>").say(words::corners).raw("</h2><p>");
    for (const station::Corner corner : s->corners) page.say(words_of(corner)).raw("　");
    page.raw("</p></section>");
  }
  page.raw("<section>").way("on", "/p/stations", words::all_stations);
  page.way("on", "/p/" + outlet.text, words::to_outlet).raw("</section>");
  return page.end(s->time_zone);
}

std::string doubted_page(const OutletId& outlet, const PublicLook& look) {
  Html page(look);
  page.begin(words::thanks.in(look.lang));
  page.raw("<section>").paragraph("", words::doubt_taken);
  page.way("on", "/p/" + outlet.text + "/station", words::back).raw("</section>");
  return page.end(std::string(here_zone));
}

std::string call_withdrawn_page(const OutletId& outlet, const PublicLook& look) {
  return answer_page(words::withdraw_call, outlet, words::withdrawn, look);
}

std::string diverted_page(const OutletId& outlet, const PublicLook& look) {
  return answer_page(words::thanks, outlet, words::solved_thanks, look);
}

}  // namespace waystation::http
