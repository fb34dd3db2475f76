#include "http/public_page.h"

#include <algorithm>

namespace waystation::http {

namespace {

constexpr std::string_view here = "Asia/Shanghai";

// The shape says it too, for whoever sees no colour.
std::string_view shape_of(const view::PublicOutlet& outlet) {
  if (!outlet.serves()) return "○ ";
  if (!outlet.evidence.fresh) return "◌ ";
  return outlet.state == view::ShownState::limited ? "▲ " : "● ";
}

void state_words(Html& page, const view::PublicOutlet& outlet) {
  page.raw("<span aria-hidden=\"true\">").raw(shape_of(outlet)).raw("</span>");
  const bool counter =
      outlet.state == view::ShownState::open || outlet.state == view::ShownState::limited;
  if (counter && !outlet.within_hours) {
    page.say(words::out_of_hours).raw(" · ").text(to_text(outlet.opens)).raw(" ");
    page.say(words::opens_at);
  } else if (outlet.serves() && !outlet.evidence.fresh) {
    page.say(words::unconfirmed);
  } else {
    page.say(words_of(outlet.state));
    if (outlet.serves()) page.raw(" · ").say(words::until).raw(" ").text(to_text(outlet.closes));
  }
}

bool is_sure(const view::PublicOutlet& outlet) {
  return outlet.serves() && outlet.evidence.fresh;
}

// Its own clock: this line goes grey when its evidence is too old, whatever else the page says.
void state_line(Html& page, const view::PublicOutlet& outlet, std::string_view kind) {
  page.raw("<p class=\"").raw(kind).raw(is_sure(outlet) ? " live" : " off");
  if (is_sure(outlet)) {
    const auto left =
        std::chrono::floor<std::chrono::seconds>(*outlet.evidence.valid_until - page.look().now);
    page.raw("\" style=\"--w:").number(left.count()).raw("s");
  }
  page.raw("\">");
  state_words(page, outlet);
  if (is_sure(outlet)) page.raw("<span class=\"tell\">").say(words::out_of_date).raw("</span>");
  page.raw("</p>");
}

void evidence_line(Html& page, const view::PublicOutlet& outlet) {
  if (!outlet.serves()) return;
  if (!outlet.evidence.fresh) {
    page.paragraph("note", words::unconfirmed_do);
    return;
  }
  const auto& seen = outlet.evidence;
  page.raw("<p class=\"note\">").say(words::evidence);
  page.text(page.moment(*seen.confirmed_at, outlet.time_zone)).raw(" ").say(words_of(seen.sign));
  page.raw(page.look().lang == Lang::zh ? "，" : "; ");
  page.say(words::valid_until).text(page.moment(*seen.valid_until, outlet.time_zone));
  page.raw("</p>");
}

void figure(Html& page, const Words& name, const std::string& value, const Words& unit) {
  page.raw("<div>").say(name).raw("<b>").text(value).say(unit).raw("</b></div>");
}

void figures(Html& page, const view::PublicOutlet& outlet) {
  constexpr Words none{"", ""};
  page.raw("<div class=\"figures\">");
  figure(page, words::waiting, std::to_string(outlet.waiting), words::people);
  if (outlet.wait)
    figure(
        page, words::about,
        std::to_string(outlet.wait->p50_minutes) + "–" + std::to_string(outlet.wait->p90_minutes),
        words::minutes);
  figure(page, words::lobby, std::to_string(outlet.inside) + " / " + std::to_string(outlet.cap),
         none);
  figure(page, words::windows, std::to_string(outlet.windows_open), none);
  page.raw("</div>");
}

void waits(Html& page, const view::PublicPage& shown, Lang lang) {
  if (shown.waits.empty()) return;
  page.raw("<section><h2>").say(words::waits_by_service).raw("</h2><p class=\"note\">");
  page.say(words::half_and_most).raw("</p><table>");
  for (const auto& [service, wait] : shown.waits)
    page.row(words_of(service).in(lang), std::to_string(wait.p50_minutes) + " / " +
                                             std::to_string(wait.p90_minutes) +
                                             std::string(words::minutes.in(lang)));
  page.raw("</table></section>");
}

void treated(Html& page, const view::PublicPage& shown, Lang lang) {
  page.raw("<section><h2>").say(words::treated).raw("</h2>");
  if (shown.treated.empty()) {
    page.paragraph("", words::not_treated).raw("</section>");
    return;
  }
  page.raw("<table>");
  for (const auto& surface : shown.treated) {
    std::string name(words_of(surface.touch_point).in(lang));
    if (surface.machine)
      ((name += " · ") += words::machine.in(lang)) += ' ' + std::to_string(*surface.machine);
    page.row(name, page.moment(surface.at, shown.outlet.time_zone));
  }
  page.raw("</table></section>");
}

void calling_rule(Html& page, const view::PublicPage& shown, Lang lang) {
  const auto& rule = shown.rule;
  page.raw("<section><h2>").say(words::rule).raw("</h2><p>").say(words::rule_first);
  page.raw("</p><table>");
  for (const auto& head : rule.head_starts) {
    if (head.minutes == 0) continue;
    page.row(std::string(words_of(head.priority).in(lang)) + ' ' +
                 std::string(words::rule_ahead.in(lang)),
             std::to_string(head.minutes) + std::string(words::minutes.in(lang)));
  }
  page.row(words::rule_missed.in(lang),
           std::to_string(rule.calls) + " / " + std::to_string(rule.back_places));
  page.row(words::rule_cap.in(lang),
           std::to_string(rule.cap.people) + std::string(words::people.in(lang)));
  page.raw("</table></section>");
}

void list_item(Html& page, const view::PublicOutlet& outlet, std::optional<std::int64_t> metres,
               const Words* why) {
  page.raw(is_sure(outlet) && !why ? "<li>" : "<li class=\"off\">").raw("<a href=\"");
  page.raw(page.link("/p/" + outlet.outlet.text)).raw("\">");
  if (metres)
    page.raw("<span class=\"far\">").text(distance_words(*metres, page.look().lang)).raw("</span>");
  page.raw("<b>").text(outlet.title).raw("</b><span class=\"state\">");
  state_words(page, outlet);
  page.raw("</span><span class=\"note\">").text(outlet.district);
  if (why)
    page.raw(" ").say(*why);
  else if (outlet.zone)
    page.raw(" ").say(words::sealed);
  if (is_sure(outlet) && outlet.wait && !why) {
    page.raw(" ").say(words::about).raw(" ");
    page.minutes(outlet.wait->p50_minutes);
  }
  page.raw("</span></a></li>");
}

void place_line(Html& page, const view::Nearby& near) {
  page.raw("<p class=\"where\"><span><b>").text(near.title).raw("</b>");
  if (near.zone) page.raw(" · ").text(*near.zone);
  page.raw("</span>").way("", "/p/place", words::change_place).raw("</p>");
}

}  // namespace

std::string distance_words(std::int64_t metres, Lang lang) {
  constexpr std::int64_t kilometre = 1000, step = 10;
  std::string out(words::straight.in(lang));
  if (metres < kilometre)
    return (out += std::to_string(metres / step * step)) += words::metres.in(lang);
  out += std::to_string(metres / kilometre) + '.' + std::to_string(metres % kilometre / 100);
  return out += words::kilometres.in(lang);
}

void phone_button(Html& page, const std::optional<std::string>& phone) {
  if (!phone) return;
  std::string dialled;
  for (const char c : *phone)
    if (c != ' ') dialled += c;
  page.raw("<a class=\"on\" href=\"tel:").text(dialled).raw("\">").say(words::call);
  page.raw("&nbsp;<span>").text(*phone).raw("</span></a>");
}

void outlet_card(Html& page, const view::PublicOutlet& outlet, std::optional<std::int64_t> metres,
                 bool buttons) {
  page.raw("<section class=\"card\">");
  state_line(page, outlet, "band state");
  page.raw("<h2>").text(outlet.title).raw("</h2>");
  if (outlet.evacuated) page.raw("<p><b>").say(words::evacuated).raw("</b></p>");
  if (!outlet.reason.empty()) page.raw("<p>").text(outlet.reason).raw("</p>");
  page.raw("<p class=\"note\">");
  if (metres) page.text(distance_words(*metres, page.look().lang)).raw(" · ");
  page.text(outlet.district).raw(" ").text(outlet.address);
  if (outlet.zone) page.raw(" · ").say(words::sealed).raw(" ").text(*outlet.zone);
  page.raw("<br>").say(words::hours).raw(" ").text(to_text(outlet.opens)).raw("–");
  page.text(to_text(outlet.closes));
  if (outlet.self_service) page.raw(" · ").say(words::self_service);
  page.raw("</p>");
  evidence_line(page, outlet);
  if (is_sure(outlet)) figures(page, outlet);
  const std::string path = "/p/" + outlet.outlet.text;
  if (buttons && outlet.gives_numbers) page.way("go", path + "/take", words::take);
  page.raw("<div class=\"pair\">");
  if (buttons) page.way("on", path + "/book", words::book);
  phone_button(page, outlet.phone);
  page.raw("</div></section>");
}

namespace {

void other_ways(Html& page) {
  page.raw("<section><div class=\"pair\">").way("on", "/p/stations", words::find_station);
  page.way("on", "/p/contactless", words::without_coming).raw("</div></section>");
}

void outlets_with(Html& page, const Words& title, const std::vector<view::PublicOutlet>& outlets,
                  bool sure) {
  if (std::ranges::count(outlets, sure, is_sure) == 0) return;
  page.raw("<section><h2>").say(title).raw("</h2><ul class=\"many\">");
  for (const auto& outlet : outlets)
    if (is_sure(outlet) == sure) list_item(page, outlet, {}, nullptr);
  page.raw("</ul></section>");
}

}  // namespace

// What is known of today comes first: among two hundred outlets it would never be found.
std::string public_list(const std::vector<view::PublicOutlet>& outlets, const PublicLook& look) {
  Html page(look);
  page.begin(words::outlets.in(look.lang));
  page.raw("<section>").paragraph("", words::choose_why);
  page.way("go", "/p/place", words::choose_place).raw("</section>");
  page.raw("<section class=\"care\">").say(words::bring).raw("</section>");
  other_ways(page);
  outlets_with(page, words::open_for_sure, outlets, true);
  outlets_with(page, words::other_outlets, outlets, false);
  if (outlets.empty()) page.raw("<section>").paragraph("", words::no_outlet).raw("</section>");
  return page.end(outlets.empty() ? std::string(here) : outlets.front().time_zone);
}

std::string public_nearby(const view::Nearby& near, const PublicLook& look) {
  Html page(look);
  page.begin(words::nearby.in(look.lang));
  place_line(page, near);
  if (near.first_open) {
    const auto& first = near.reachable[*near.first_open];
    outlet_card(page, first.outlet, first.metres, true);
  } else {
    page.raw("<section><p><b>").say(words::none_open).raw("</b></p></section>");
  }
  page.raw("<section class=\"care\">").say(words::bring).raw("</section>");
  if (!near.beyond.empty()) {
    page.raw("<section><h2>").say(words::beyond_fence).raw("</h2><ul>");
    for (const auto& [outlet, metres] : near.beyond)
      list_item(page, outlet, metres, near.zone ? &words::beyond_out : &words::beyond_in);
    page.raw("</ul></section>");
  }
  page.raw("<section><h2>").say(words::other_nearby).raw("</h2><ul>");
  for (std::size_t i = 0; i < near.reachable.size(); ++i)
    if (near.first_open != i)
      list_item(page, near.reachable[i].outlet, near.reachable[i].metres, nullptr);
  page.raw("</ul>").way("on", "/p/all", words::all_outlets).raw("</section>");
  other_ways(page);
  return page.end(near.reachable.empty() ? std::string(here)
                                         : near.reachable.front().outlet.time_zone);
}

std::string public_missing(const PublicLook& look) {
  Html page(look);
  page.begin(words::missing.in(look.lang));
  page.raw("<section>").way("on", "/p", words::all_outlets).raw("</section>");
  return page.end(std::string(here));
}

std::string public_outlet_page(const view::PublicPage& shown, const PublicLook& look) {
  const auto& outlet = shown.outlet;
  Html page(look);
  page.begin(outlet.title);
  outlet_card(page, outlet, {}, true);
  page.raw("<section class=\"care\">").say(words::bring).raw("</section>");
  waits(page, shown, look.lang);
  treated(page, shown, look.lang);
  calling_rule(page, shown, look.lang);
  const std::string path = "/p/" + outlet.outlet.text;
  page.raw("<section>").way("on", path + "/call", words::without_coming);
  page.way("on", path + "/station", words::rest_station).raw("</section>");
  page.raw("<section><details><summary>").say(words::for_outlets).raw("</summary>");
  page.way("on", path + "/notice", words::notice);
  if (outlet.machines > 0) page.way("on", path + "/codes", words::machine_codes);
  page.raw("<a class=\"on\" href=\"/open-data/calendar/").text(outlet.outlet.text).raw(".ics\">");
  page.say(words::calendar).raw("</a>");
  page.way("on", path + "/guidance", words::guidance_poster).raw("</details>");
  page.paragraph("", words::prevention).way("on", "/p/guidance", words::guidance);
  page.way("on", "/p", words::nearby).raw("</section>");
  return page.end(outlet.time_zone);
}

// ---- The choice of a place.

namespace {

// To a thousandth of a degree, about a hundred metres: enough to tell communities apart.
std::string coarse(std::int32_t micro_degrees) {
  return std::to_string((micro_degrees + 500) / 1000);
}

void community_choice(Html& page, const PlaceChoice& choice) {
  page.raw("<form method=\"get\" action=\"/p\"><label for=\"place\">").say(words::community);
  page.raw("</label><select id=\"place\" name=\"place\">");
  for (const auto& place : choice.places) {
    page.raw("<option value=\"").text(place.community.text).raw("\"");
    if (place.at)
      page.raw(" data-at=\"")
          .raw(coarse(place.at->lon_e6))
          .raw(",")
          .raw(coarse(place.at->lat_e6))
          .raw("\"");
    if (choice.chosen == place.community) page.raw(" selected");
    page.raw(">").text(place.title);
    if (place.sealed) page.raw(" · ").say(words::sealed);
    page.raw("</option>");
  }
  page.raw("</select>");
  if (page.look().lang == Lang::en) page.hidden("lang", "en");
  if (page.look().large) page.hidden("size", "large");
  page.raw("<button class=\"go\">").say(words::choose).raw("</button></form>");
  page.raw("<div id=\"position\" hidden><button class=\"on\" type=\"button\">");
  page.say(words::use_position).raw("</button><p class=\"note\">").say(words::position_note);
  page.raw("</p></div>");
}

}  // namespace

std::string public_places(const PlaceChoice& choice, const PublicLook& look) {
  Html page(look);
  page.begin(words::choose_place.in(look.lang));
  page.raw("<section>").paragraph("", words::choose_why);
  if (choice.cities.size() > 1) {
    page.raw("<form method=\"get\" action=\"/p/place\"><label for=\"city\">").say(words::city);
    page.raw("</label><select id=\"city\" name=\"city\">");
    for (const auto& [id, title] : choice.cities) {
      page.raw("<option value=\"").text(id.text).raw("\"");
      page.raw(choice.city == id ? " selected>" : ">").text(title).raw("</option>");
    }
    page.raw("</select>");
    if (look.lang == Lang::en) page.hidden("lang", "en");
    if (look.large) page.hidden("size", "large");
    page.raw("<button class=\"on\">").say(words::choose).raw("</button></form>");
  }
  if (!choice.places.empty())
    community_choice(page, choice);
  else if (choice.cities.size() <= 1)
    page.paragraph("", words::no_places);
  if (choice.chosen) page.way("on", "/p?place=", words::forget_place);
  page.raw("</section>");
  return page.end(std::string(here));
}

std::string_view page_script() {
  return R"js({
const began = Date.now(), body = document.body, seconds = Number(body.dataset.seconds);
const look = () => {
  if (Date.now() - began > seconds * 1000) body.classList.add('expired');
};
setInterval(look, 5000);
document.addEventListener('visibilitychange', look);
for (const form of document.forms)
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
window.addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
const read = document.getElementById('read');
if (read && window.speechSynthesis) {
  read.hidden = false;
  read.addEventListener('click', () => {
    speechSynthesis.cancel();
    const aloud = [...document.querySelectorAll('#aloud h2, #aloud li')].map((e) => e.textContent);
    const speech = new SpeechSynthesisUtterance(aloud.join('\n'));
    speech.lang = document.documentElement.lang;
    speech.rate = 0.8;
    speechSynthesis.speak(speech);
  });
}
const place = document.getElementById('place'), box = document.getElementById('position');
if (place && box && navigator.geolocation) {
  box.hidden = false;
  box.querySelector('button').addEventListener('click', () =>
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      let best = Infinity;
      for (const option of place.options) {
        if (!option.dataset.at) continue;
        const [lon, lat] = option.dataset.at.split(',').map((n) => n / 1000);
        const far = ((lon - coords.longitude) * Math.cos((lat * Math.PI) / 180)) ** 2 + (lat - coords.latitude) ** 2;
        if (far < best) [best, place.value] = [far, option.value];
      }
      place.focus();
    }));
}
}
)js";
}

}  // namespace waystation::http
