#pragma once
// The words of the public pages, which are made here and not in the browser: Chinese first, English
// by switch. Spoken words, and what to do rather than what failed.
#include <string_view>

#include "application/view_public.h"

namespace waystation::http {

enum class Lang { zh, en };

struct Words {
  std::string_view zh, en;
  std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

Words words_of(view::ShownState);
Words words_of(queue::Service);
Words words_of(queue::Priority);
Words words_of(disinfection::TouchPoint);

namespace words {

inline constexpr Words outlets{"各网点", "Outlets"};
inline constexpr Words standard_type{"标准", "Standard"};
inline constexpr Words large_type{"大字", "Large"};
inline constexpr Words other_language{"English", "中文"};
inline constexpr Words all_outlets{"全部网点", "All outlets"};
inline constexpr Words until{"到", "until"};
inline constexpr Words hours{"营业时间", "Opening hours"};
inline constexpr Words waiting{"前面排队", "People before you"};
inline constexpr Words people{" 人", ""};
inline constexpr Words about{"大约等", "About"};
inline constexpr Words minutes{" 分钟", " min"};
inline constexpr Words lobby{"大堂里", "In the lobby"};
inline constexpr Words windows{"开放窗口", "Windows open"};
inline constexpr Words no_window{"现在没有窗口", "No window now"};
inline constexpr Words waits_by_service{"各业务大约等多久", "How long each service takes"};
inline constexpr Words half_and_most{"一半人 / 十人里九人", "Half of us / nine of ten"};
inline constexpr Words treated{"最近消毒", "Last disinfected"};
inline constexpr Words not_treated{"还没有消毒记录。", "No disinfection on record yet."};
inline constexpr Words machine{"自助机", "Machine"};
inline constexpr Words rule{"叫号规则", "How numbers are called"};
inline constexpr Words rule_first{"先来先叫。", "First come, first called."};
inline constexpr Words rule_ahead{"提前", "goes ahead by"};
inline constexpr Words rule_missed{"叫几次没来，往后排几位",
                                   "Calls before a number is missed, places it then goes back"};
inline constexpr Words rule_cap{"大堂最多", "At most in the lobby"};
inline constexpr Words bring{"请戴好口罩，带身份证和银行卡。没有手机也能取号。",
                             "Wear a mask, bring your identity card and bank card. You need no "
                             "phone to get a number."};
inline constexpr Words self_service{"自助区开放", "Self-service is open"};
inline constexpr Words evacuated{"大堂已疏散，请在集合点等候。",
                                 "The lobby is evacuated; please wait at the assembly point."};
inline constexpr Words sealed{"在管控区内", "Inside the sealed zone"};
inline constexpr Words as_of{"更新于", "As of"};
inline constexpr Words stale{"内容已过时，请刷新。", "This is out of date; please reload."};
inline constexpr Words missing{"这里没有网点", "There is no outlet here"};
inline constexpr Words no_outlet{"还没有网点。", "No outlets yet."};
inline constexpr Words prevention{"四防：防人、防物、防环境、防未知风险。",
                                  "Four preventions: people, objects, surroundings, the unknown."};

}  // namespace words

}  // namespace waystation::http
