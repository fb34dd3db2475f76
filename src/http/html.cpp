#include "http/html.h"

namespace waystation::http {

namespace {

constexpr std::string_view style =
    "*{box-sizing:border-box}"
    "body{margin:0;background:#eef1f6;color:#16202e;line-height:1.5;font-size:18px;"
    "font-family:system-ui,'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',"
    "sans-serif}body.large{font-size:30px}"
    "main,header>div{max-width:44rem;margin:0 auto;padding:.75rem}.large main{padding:.5rem}"
    "header{background:#0b4f8a;color:#fff}header a{color:#fff}"
    "header>div{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;"
    "justify-content:space-between}.large header{font-size:24px}"
    "h1{font-size:1.25em;margin:0;overflow-wrap:anywhere}h2{font-size:1.1em;margin:0 0 .5em}"
    "nav.look{display:flex;border:1px solid #fff;border-radius:2em;overflow:hidden}"
    "nav.look a{min-height:48px;min-width:48px;padding:.3em .8em;display:inline-flex;"
    "align-items:center;text-decoration:none}.large nav.look a{min-height:60px;min-width:60px}"
    "nav.look a[aria-current]{background:#fff;color:#0b4f8a;font-weight:600}"
    "nav.foot{display:flex;background:#fff;border-top:1px solid #c9d1dd}"
    "nav.foot a{flex:1;min-height:60px;display:flex;align-items:center;justify-content:center;"
    "color:#33414f;text-decoration:none;text-align:center}.large nav.foot{font-size:24px}"
    "nav.foot a[aria-current]{color:#0b4f8a;font-weight:700;box-shadow:inset 0 3px #0b4f8a}"
    "section{background:#fff;border-radius:14px;padding:1rem;margin:0 0 .9rem}"
    ".large section{padding:.7rem}"
    "p{margin:.6em 0;overflow-wrap:anywhere}section>:first-child{margin-top:0}"
    "section>:last-child{margin-bottom:0}"
    ".go,.on{display:flex;align-items:center;justify-content:center;min-height:60px;width:100%;"
    "padding:.2em 1em;border-radius:10px;font:inherit;font-weight:600;text-decoration:none;"
    "text-align:center;margin:.6rem 0 0;border:2px solid #0b4f8a;background:#fff;color:#0b4f8a;"
    "cursor:pointer}.go{background:#0b4f8a;color:#fff;font-size:1.1em}.no{color:#8c1c13;"
    "border-color:#8c1c13}.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 .6rem}"
    ".pair>:only-child{grid-column:1/-1}"
    "a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,"
    "summary:focus-visible{outline:3px solid #b35c00;outline-offset:2px}"
    "header a:focus-visible{outline-color:#ffb020;outline-offset:-3px}"
    "ul{list-style:none;margin:0;padding:0}"
    "li a{display:block;padding:.6em 0;min-height:60px;color:inherit;text-decoration:none;"
    "border-top:1px solid #dde3ec}li:first-child a{border-top:0}li .far{float:right;"
    "font-weight:400;color:#48566a}"
    "b{font-weight:600}.note{color:#48566a;font-weight:400}li .note{display:block}"
    ".state{display:block;font-weight:600;color:#0b4f8a}.off .state,.state.off{color:#48566a}"
    ".card{padding:0 1rem 1rem;overflow:hidden}.large .card{padding:0 .7rem .7rem}"
    ".card>.band{margin:0 -1rem .4em;padding:.55em 1rem;background:#e3edfb;font-size:1.05em}"
    ".large .card>.band{margin:0 -.7rem .4em;padding:.4em .7rem}"
    ".card>.band.off{background:#e9ecf0}.card h2{font-size:1.4em;margin:.4em 0 .1em}"
    ".on{flex-wrap:wrap;column-gap:.4em}.on span{white-space:nowrap}"
    ".large .pair{grid-template-columns:1fr}"
    ".where{display:flex;gap:.7rem;align-items:center;justify-content:space-between;margin:0 0 "
    ".8rem;"
    "padding:0 .3rem}.where a{flex:none;min-height:48px;min-width:60px;display:inline-flex;"
    "align-items:center;justify-content:flex-end;color:#0b4f8a}.large .where a{min-height:60px}"
    ".figures{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin-top:.6rem}"
    ".figures div{background:#f2f5fa;border-radius:10px;padding:.5rem .6rem}"
    ".figures b{display:block;font-size:1.35em}"
    "table{width:100%;border-collapse:collapse}th,td{vertical-align:top;padding:.35em 0;"
    "border-top:1px solid #dde3ec;overflow-wrap:anywhere}"
    "th{text-align:left;font-weight:400;color:#48566a;padding-right:.6em}td{text-align:right;white-"
    "space:nowrap}"
    "tr:first-child>*{border-top:0}"
    ".care{background:#fff3dc;color:#5c3a00}.big{font-size:2.6em;font-weight:700;line-height:1.2;"
    "letter-spacing:.04em}.code{font-size:1.6em;font-weight:700;letter-spacing:.2em}"
    "label,legend{font-weight:600;display:block;margin-top:.8rem;padding:0}fieldset{border:0;"
    "margin:0;padding:0;min-width:0}"
    "input,select{font:inherit;width:100%;min-height:60px;border:1px solid #6b7a8f;"
    "border-radius:10px;padding:.3em .6em;background:#fff;color:inherit;margin-top:.3rem}"
    "label.pick{display:flex;gap:.7rem;align-items:center;min-height:60px;margin:.4rem 0 0;"
    "border:1px solid #6b7a8f;border-radius:10px;padding:.2em .8em;font-weight:400;"
    "justify-content:flex-start}label.pick input{width:1.4em;height:1.4em;min-height:0;margin:0;"
    "flex:none;padding:0}label.pick span{margin-left:auto;color:#48566a;text-align:right}"
    "label.pick:has(:checked){border:2px solid #0b4f8a;background:#e3edfb}"
    "summary{min-height:48px;display:flex;align-items:center;cursor:pointer;font-weight:600;"
    "color:#0b4f8a}"
    ".stale{display:none;background:#5c3a00;color:#fff;padding:.75rem;text-align:center}"
    ".stale a{color:#fff}"
    ".fresh{animation:old 1s steps(1) var(--page) forwards}"
    ".stale{animation:tell 1s steps(1) var(--page) forwards}"
    ".live{animation:old 1s steps(1) var(--w) forwards}.tell{display:none;"
    "animation:tell 1s steps(1) var(--w) forwards}"
    ".expired .fresh{filter:grayscale(1)}.expired .stale{display:block}"
    "@keyframes old{to{filter:grayscale(1)}}"
    "@keyframes tell{from{display:block}to{display:block}}"
    "@media (min-width:60rem){body:not(.large) .many{display:grid;grid-template-columns:1fr 1fr;"
    "gap:0 1.5rem}body:not(.large) .many li:nth-child(2) a{border-top:0}}"
    "@media print{header nav,.stale,nav.foot,form,.go,.on{display:none!important}"
    "body{background:#fff}section{break-inside:avoid}}";

constexpr std::string_view paper_style =
    "@page{size:A4;margin:14mm}body{background:#fff;font-size:15pt;line-height:1.45}"
    "main{max-width:190mm;padding:0}h1{font-size:34pt;line-height:1.2;margin:0 0 4mm}"
    "section{border-radius:0;padding:0;margin:0 0 6mm}.qr{width:62mm;height:62mm;display:block}"
    ".door{display:grid;grid-template-columns:1fr 66mm;gap:8mm;align-items:start}"
    ".sheet{display:grid;grid-template-columns:1fr 1fr;gap:8mm}"
    ".sheet figure{margin:0;border:1px dashed #6b7a8f;padding:5mm;break-inside:avoid;"
    "text-align:center}.sheet .qr{margin:0 auto}figcaption b{font-size:20pt;display:block}"
    ".slip{max-width:76mm;border:1px dashed #6b7a8f;padding:5mm;text-align:center}"
    ".slip .qr{width:44mm;height:44mm;margin:3mm auto}.hint{background:#eef1f6;padding:3mm 5mm}"
    "td{text-align:left;white-space:normal}th{width:42mm}.poster{font-size:20pt}.poster "
    "h1{font-size:46pt}"
    ".poster section{margin-bottom:10mm}.poster .note{font-size:12pt}"
    "@media print{.hint{display:none}}@media screen{main{margin:6mm auto;padding:4mm}}"
    "@media (max-width:600px){.door,.sheet{grid-template-columns:1fr}h1{font-size:24pt}}";

std::string with(std::string_view path, const std::string& query, Lang lang, bool large,
                 bool explicitly) {
  std::string out(path);
  char mark = path.find('?') == path.npos ? '?' : '&';
  const auto add = [&](std::string_view part) { (out += std::exchange(mark, '&')) += part; };
  if (!query.empty()) add(query);
  if (lang == Lang::en || explicitly) add(lang == Lang::en ? "lang=en" : "lang=zh");
  if (large || explicitly) add(large ? "size=large" : "size=standard");
  return escaped(out);
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

std::string Html::link(std::string_view path) const {
  return with(path, {}, look_.lang, look_.large, false);
}

Html& Html::way(std::string_view kind, std::string_view path, const Words& words) {
  raw("<a class=\"").raw(kind).raw("\" href=\"").raw(link(path)).raw("\">");
  return say(words).raw("</a>");
}

Html& Html::hidden(std::string_view name, std::string_view value) {
  raw("<input type=\"hidden\" name=\"").raw(name).raw("\" value=\"");
  return text(value).raw("\">");
}

Html& Html::row(std::string_view name, std::string_view value) {
  raw("<tr><th scope=\"row\">").text(name).raw("</th><td>");
  return text(value).raw("</td></tr>");
}

Html& Html::paragraph(std::string_view kind, const Words& words) {
  raw(kind.empty() ? "<p>" : "<p class=\"").raw(kind).raw(kind.empty() ? "" : "\">");
  return say(words).raw("</p>");
}

void Html::switches() {
  const Lang other = look_.lang == Lang::zh ? Lang::en : Lang::zh;
  raw("<nav class=\"look\" aria-label=\"").say(words::type_and_language).raw("\">");
  for (const bool large : {false, true}) {
    raw("<a href=\"").raw(with(look_.path, look_.query, look_.lang, large, true)).raw("\"");
    if (large == look_.large) raw(" aria-current=\"true\"");
    raw(">").say(large ? words::large_type : words::standard_type).raw("</a>");
  }
  raw("<a lang=\"").raw(other == Lang::zh ? "zh-CN" : "en").raw("\" href=\"");
  raw(with(look_.path, look_.query, other, look_.large, true)).raw("\">");
  say(words::other_language).raw("</a></nav>");
}

void Html::begin(std::string_view title, Frame frame) {
  raw("<!doctype html><html lang=\"").raw(look_.lang == Lang::zh ? "zh-CN" : "en");
  raw("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width,initial-scale=1\"><meta name=\"referrer\" "
      "content=\"same-origin\"><title>");
  text(title).raw("</title><style>").raw(style);
  if (frame == Frame::paper) raw(paper_style);
  raw("</style>");
  if (frame == Frame::paper) {
    raw("</head><body><main>");
    return;
  }
  raw("<script src=\"/p/page.js\" defer></script></head><body style=\"--page:");
  number(look_.valid_seconds).raw("s\" data-seconds=\"").number(look_.valid_seconds).raw("\"");
  if (look_.large) raw(" class=\"large\"");
  raw("><header><div><h1>").text(title).raw("</h1>");
  switches();
  raw("</div></header><div class=\"stale\" role=\"status\">").say(words::stale);
  raw(" <a href=\"\">").say(words::reload).raw("</a></div><main class=\"fresh\">");
}

void Html::bottom() {
  struct Way {
    std::string_view path;
    const Words& words;
  };
  const Way ways[] = {
      {"/p", words::outlets_short},
      {"/p/mine", words::mine},
      {"/p/stations", words::stations_short},
      {"/p/place", words::change_place}};
  raw("<nav class=\"foot\" aria-label=\"").say(words::pages).raw("\">");
  for (const Way& way : ways) {
    raw("<a href=\"").raw(link(way.path)).raw("\"");
    if (look_.path == way.path) raw(" aria-current=\"page\"");
    raw(">").say(way.words).raw("</a>");
  }
  raw("</nav>");
}

std::string Html::end(const std::string& time_zone) {
  raw("<p class=\"note\">").say(words::as_of).raw(" ");
  text(whole_moment(look_.now, time_zone)).raw("</p></main>");
  if (out_.find("<header>") != std::string::npos) bottom();
  raw("</body></html>");
  return std::move(out_);
}

std::string Html::moment(Time at, const std::string& time_zone) const {
  const bool today = local_day(at, time_zone) == local_day(look_.now, time_zone);
  std::string local = whole_moment(at, time_zone);
  return today ? local.substr(11) : local;
}

std::string Html::whole_moment(Time at, const std::string& time_zone) {
  std::string local = to_local_text(at, time_zone).substr(0, 16);
  local[10] = ' ';
  return local;
}

}  // namespace waystation::http
