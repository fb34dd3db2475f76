#include "http/public_page.h"

namespace waystation::http {

namespace {

constexpr std::string_view style =
    "*{box-sizing:border-box}"
    "body{margin:0;background:#eef1f6;color:#16202e;line-height:1.5;font-size:18px;"
    "font-family:system-ui,'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif}"
    "body.large{font-size:30px}"
    "main,header>div{max-width:44rem;margin:0 auto;padding:.75rem}"
    "header{background:#0b4f8a;color:#fff}header a{color:#fff}"
    "h1{font-size:1.3em;margin:0}h2{font-size:1.1em;margin:0 0 .5em}"
    "nav{display:flex;gap:.5rem;flex-wrap:wrap}"
    "nav a{min-height:48px;min-width:48px;padding:.3em .7em;border:1px solid #fff;"
    "border-radius:2em;display:inline-flex;align-items:center;text-decoration:none}"
    ".large nav a{min-height:60px}"
    "nav a[aria-current]{background:#fff;color:#0b4f8a;font-weight:600}"
    "section{background:#fff;border-radius:14px;padding:1rem;margin:0 0 .9rem}"
    "p{margin:.5em 0}section>:first-child{margin-top:0}section>:last-child{margin-bottom:0}"
    ".on{display:inline-flex;align-items:center;min-height:60px;padding:0 1.2em;color:#0b4f8a;"
    "border:2px solid #0b4f8a;border-radius:10px;font-weight:600;text-decoration:none}"
    "a:focus-visible{outline:3px solid #ffb020;outline-offset:2px}"
    "ul{list-style:none;margin:0;padding:0}"
    "li a{display:block;padding:.6em 0;min-height:60px;color:inherit;text-decoration:none;"
    "border-top:1px solid #dde3ec}li:first-child a{border-top:0}"
    "b{font-weight:600}.note{color:#48566a;display:block}"
    ".state{display:block;font-weight:600;color:#0b4f8a}"
    ".off .state{color:#48566a}"
    ".figures{display:grid;grid-template-columns:1fr 1fr;gap:.6rem}"
    ".figures div{background:#f2f5fa;border-radius:10px;padding:.6rem}"
    ".figures b{display:block;font-size:1.4em}"
    "table{width:100%;border-collapse:collapse}"
    "th{text-align:left;font-weight:400;color:#48566a}td{text-align:right;white-space:nowrap}"
    "th,td{padding:.35em 0;border-top:1px solid #dde3ec;vertical-align:top}"
    ".care{background:#fff3dc;color:#5c3a00}"
    ".stale{display:none;background:#5c3a00;color:#fff;padding:.75rem;text-align:center}"
    ".fresh{animation:old 1s steps(1) 600s forwards}"
    ".stale{animation:tell 1s steps(1) 600s forwards}"
    "@keyframes old{to{filter:grayscale(1)}}"
    "@keyframes tell{from{display:block}to{display:block}}"
    "@media print{header nav,.stale{display:none}body{background:#fff}}";

class Html {
 public:
  explicit Html(const PublicLook& look) : look_(look) {}

  Html& raw(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  Html& text(std::string_view words) {
    out_ += escaped(words);
    return *this;
  }
  Html& say(const Words& words) { return text(words.in(look_.lang)); }
  Html& number(std::int64_t value) { return raw(std::to_string(value)); }
  Html& minutes(std::int64_t value) { return number(value).say(words::minutes); }

  // A link to a page of ours in the same language and size.
  std::string link(std::string_view path) const { return link(path, look_.lang, look_.large); }
  std::string link(std::string_view path, Lang lang, bool large) const {
    std::string out(path);
    char mark = '?';
    if (lang == Lang::en) (out += std::exchange(mark, '&')) += "lang=en";
    if (large) (out += mark) += "size=large";
    return escaped(out);
  }

  void begin(std::string_view title) {
    raw("<!doctype html><html lang=\"").raw(look_.lang == Lang::zh ? "zh-CN" : "en");
    raw("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width,initial-scale=1\"><title>");
    text(title).raw("</title><style>").raw(style).raw("</style></head><body");
    if (look_.large) raw(" class=\"large\"");
    raw("><header><div><h1>").text(title).raw("</h1><nav>");
    size_switch(words::standard_type, false);
    size_switch(words::large_type, true);
    const Lang other = look_.lang == Lang::zh ? Lang::en : Lang::zh;
    raw("<a lang=\"").raw(other == Lang::zh ? "zh-CN" : "en").raw("\" href=\"");
    raw(link(look_.path, other, look_.large)).raw("\">").say(words::other_language);
    raw("</a></nav></div></header><div class=\"stale\" role=\"status\">").say(words::stale);
    raw("</div><main class=\"fresh\">");
  }
  std::string end(const std::string& time_zone) {
    raw("<p class=\"note\">").say(words::as_of).raw(" ");
    text(whole_moment(look_.now, time_zone)).raw("</p></main></body></html>");
    return std::move(out_);
  }
  // 2021-01-08 09:00, or 09:00 where it is today.
  std::string moment(Time at, const std::string& time_zone) const {
    const bool today = local_day(at, time_zone) == local_day(look_.now, time_zone);
    std::string local = whole_moment(at, time_zone);
    return today ? local.substr(11) : local;
  }
  static std::string whole_moment(Time at, const std::string& time_zone) {
    std::string local = to_local_text(at, time_zone).substr(0, 16);
    local[10] = ' ';
    return local;
  }

 private:
  void size_switch(const Words& name, bool large) {
    raw("<a href=\"").raw(link(look_.path, look_.lang, large)).raw("\"");
    if (large == look_.large) raw(" aria-current=\"true\"");
    raw(">").say(name).raw("</a>");
  }

  const PublicLook& look_;
  std::string out_;
};

bool serves(const view::PublicOutlet& outlet) {
  return outlet.state == view::ShownState::open || outlet.state == view::ShownState::limited;
}

void state_line(Html& page, const view::PublicOutlet& outlet) {
  page.raw("<span class=\"state\">").raw(serves(outlet) ? "● " : "○ ");
  page.say(words_of(outlet.state));
  if (serves(outlet)) page.raw(" · ").say(words::until).raw(" ").text(to_text(outlet.closes));
  page.raw("</span>");
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

void row(Html& page, std::string_view name, const std::string& value) {
  page.raw("<tr><th scope=\"row\">").text(name).raw("</th><td>").text(value).raw("</td></tr>");
}

void waits(Html& page, const view::PublicPage& shown, Lang lang) {
  if (shown.waits.empty()) return;
  page.raw("<section><h2>").say(words::waits_by_service).raw("</h2><p class=\"note\">");
  page.say(words::half_and_most).raw("</p><table>");
  for (const auto& [service, wait] : shown.waits)
    row(page, words_of(service).in(lang),
        std::to_string(wait.p50_minutes) + " / " + std::to_string(wait.p90_minutes) +
            std::string(words::minutes.in(lang)));
  page.raw("</table></section>");
}

void treated(Html& page, const view::PublicPage& shown, Lang lang) {
  page.raw("<section><h2>").say(words::treated).raw("</h2>");
  if (shown.treated.empty()) {
    page.raw("<p>").say(words::not_treated).raw("</p></section>");
    return;
  }
  page.raw("<table>");
  for (const auto& surface : shown.treated) {
    std::string name(words_of(surface.touch_point).in(lang));
    if (surface.machine)
      ((name += " · ") += words::machine.in(lang)) += ' ' + std::to_string(*surface.machine);
    row(page, name, page.moment(surface.at, shown.outlet.time_zone));
  }
  page.raw("</table></section>");
}

void calling_rule(Html& page, const view::PublicPage& shown, Lang lang) {
  const auto& rule = shown.rule;
  page.raw("<section><h2>").say(words::rule).raw("</h2><p>").say(words::rule_first);
  page.raw("</p><table>");
  for (const auto& head : rule.head_starts) {
    if (head.minutes == 0) continue;
    row(page,
        std::string(words_of(head.priority).in(lang)) + ' ' +
            std::string(words::rule_ahead.in(lang)),
        std::to_string(head.minutes) + std::string(words::minutes.in(lang)));
  }
  row(page, words::rule_missed.in(lang),
      std::to_string(rule.calls) + " / " + std::to_string(rule.back_places));
  row(page, words::rule_cap.in(lang),
      std::to_string(rule.cap.people) + std::string(words::people.in(lang)));
  page.raw("</table></section>");
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string public_list(const std::vector<view::PublicOutlet>& outlets, const PublicLook& look) {
  Html page(look);
  page.begin(words::outlets.in(look.lang));
  page.raw("<section class=\"care\">").say(words::bring).raw("</section><section><ul>");
  for (const auto& outlet : outlets) {
    page.raw(serves(outlet) ? "<li>" : "<li class=\"off\">").raw("<a href=\"");
    page.raw(page.link("/p/" + outlet.outlet.text)).raw("\"><b>").text(outlet.title);
    page.raw("</b> ");
    state_line(page, outlet);
    page.raw("<span class=\"note\">").text(outlet.district);
    if (outlet.zone) page.raw(" ").say(words::sealed);
    if (outlet.wait) {
      page.raw(" ").say(words::about).raw(" ");
      page.minutes(outlet.wait->p50_minutes);
    }
    page.raw("</span></a></li>");
  }
  page.raw("</ul>");
  if (outlets.empty()) page.raw("<p>").say(words::no_outlet).raw("</p>");
  page.raw("</section>");
  return page.end(outlets.empty() ? "Asia/Shanghai" : outlets.front().time_zone);
}

std::string public_missing(const PublicLook& look) {
  Html page(look);
  page.begin(words::missing.in(look.lang));
  page.raw("<section><p><a class=\"on\" href=\"")
      .raw(page.link("/p"))
      .raw("\">")
      .say(words::all_outlets);
  page.raw("</a></p></section>");
  return page.end("Asia/Shanghai");
}

std::string public_outlet_page(const view::PublicPage& shown, const PublicLook& look) {
  const auto& outlet = shown.outlet;
  Html page(look);
  page.begin(outlet.title);
  page.raw(serves(outlet) ? "<section><p>" : "<section class=\"off\"><p>");
  state_line(page, outlet);
  page.raw("</p>");
  if (outlet.evacuated) page.raw("<p><b>").say(words::evacuated).raw("</b></p>");
  if (!outlet.reason.empty()) page.raw("<p>").text(outlet.reason).raw("</p>");
  page.raw("<p class=\"note\">").text(outlet.district).raw(" ").text(outlet.address);
  if (outlet.zone) page.raw(" · ").say(words::sealed).raw(" ").text(*outlet.zone);
  page.raw("<br>").say(words::hours).raw(" ").text(to_text(outlet.opens)).raw("–");
  page.text(to_text(outlet.closes));
  if (outlet.self_service) page.raw("<br>").say(words::self_service);
  page.raw("</p>");
  if (serves(outlet)) figures(page, outlet);
  page.raw("</section><section class=\"care\">").say(words::bring).raw("</section>");
  waits(page, shown, look.lang);
  treated(page, shown, look.lang);
  calling_rule(page, shown, look.lang);
  page.raw("<section><p>").say(words::prevention).raw("</p><p><a class=\"on\" href=\"");
  page.raw(page.link("/p")).raw("\">").say(words::all_outlets).raw("</a></p></section>");
  return page.end(outlet.time_zone);
}

}  // namespace waystation::http
