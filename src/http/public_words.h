#pragma once
// The words of the public pages, which are made here and not in the browser: Chinese first, English
// by switch. Spoken words, and what to do rather than what failed.
#include <string_view>

#include "application/view_visit.h"

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
Words words_of(view::Sign);
// What a refusal means to whoever asked from home, and what to do now.
Words words_of_refusal(std::string_view code);

namespace words {

inline constexpr Words outlets{"各网点", "Outlets"};
inline constexpr Words standard_type{"标准", "Standard"};
inline constexpr Words large_type{"大字", "Large"};
inline constexpr Words other_language{"English", "中文"};
inline constexpr Words type_and_language{"字号和语言", "Type size and language"};
inline constexpr Words pages{"页面", "Pages"};
inline constexpr Words outlets_short{"网点", "Outlets"};
inline constexpr Words mine{"我的号", "My number"};
inline constexpr Words change_place{"换地方", "My place"};
inline constexpr Words reload{"刷新", "Reload"};
inline constexpr Words nearby{"附近网点", "Outlets near me"};
inline constexpr Words other_nearby{"附近其他网点", "Others nearby"};
inline constexpr Words beyond_fence{"更近，但过不去", "Nearer, but out of reach"};
inline constexpr Words beyond_out{"在管控区外，您出不去。",
                                  "Outside the seal; you cannot get there."};
inline constexpr Words beyond_in{"在管控区里，您进不去。", "Inside a seal; you cannot get in."};
inline constexpr Words none_open{"您这里现在没有网点开门。",
                                 "No outlet that you can reach is open now."};
inline constexpr Words choose_place{"选我住的地方", "Choose where I live"};
inline constexpr Words choose_why{"选了社区，就按远近列出您能去到的网点。只记在您自己的手机上。",
                                  "Choose your community to see the outlets you can reach, nearest "
                                  "first. It is kept on your own phone only."};
inline constexpr Words city{"城市", "City"};
inline constexpr Words community{"社区", "Community"};
inline constexpr Words choose{"选好了", "Choose"};
inline constexpr Words forget_place{"不再记住", "Forget it"};
inline constexpr Words use_position{"用手机定位找最近的社区",
                                    "Find the nearest by my phone's position"};
inline constexpr Words position_note{
    "同意后，位置只在您的手机上比一比，不会发出去；发出的只有您选的社区。",
    "With your consent the position is compared on your phone only and never sent; what is sent is "
    "the community you choose."};
inline constexpr Words no_places{"这里还没有登记社区。", "No communities are registered here."};
inline constexpr Words metres{" 米", " m"};
inline constexpr Words kilometres{" 公里", " km"};
inline constexpr Words straight{"直线 ", "straight line "};
inline constexpr Words take{"取号", "Get a number"};
inline constexpr Words book{"预约", "Book a time"};
inline constexpr Words call{"打电话", "Call"};
inline constexpr Words details{"网点详情", "Details"};
inline constexpr Words open_for_sure{"今天确认开门", "Confirmed open today"};
inline constexpr Words other_outlets{"其他网点", "Other outlets"};
inline constexpr Words unconfirmed{"按公布时间营业，今天没有确认",
                                   "By published hours; not confirmed today"};
inline constexpr Words unconfirmed_do{"出门前请先打电话问一下。", "Please call before you go."};
inline constexpr Words out_of_date{"这条已过时", "no longer confirmed"};
inline constexpr Words evidence{"依据：", "Evidence: "};
inline constexpr Words valid_until{"有效到 ", "valid until "};
inline constexpr Words out_of_hours{"现在不在营业时间", "Outside its hours now"};
inline constexpr Words opens_at{"开门", "opens"};
inline constexpr Words notice{"打印开门告示", "Print the door notice"};
inline constexpr Words machine_codes{"打印自助机二维码", "Print the machines' codes"};
inline constexpr Words calendar{"日历订阅 (.ics)", "Calendar feed (.ics)"};
inline constexpr Words for_outlets{"网点和合作方", "For outlets and partners"};
inline constexpr Words stations_short{"驿站", "Rest"};
inline constexpr Words find_station{"找驿站歇脚", "Find a rest station"};
inline constexpr Words rest_station{"这里的驿站", "The rest station here"};
inline constexpr Words without_coming{"在家也能办", "Without coming"};
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
inline constexpr Words bring{
    "请戴好口罩，带身份证和银行卡。没有手机也能到店取号，家里人也可以代取。",
    "Wear a mask, bring your identity card and bank card. You need no "
    "phone: get a number at the door, or let family get it for you."};
inline constexpr Words self_service{"自助区开放", "Self-service is open"};
inline constexpr Words evacuated{"大堂已疏散，请在集合点等候。",
                                 "The lobby is evacuated; please wait at the assembly point."};
inline constexpr Words sealed{"在管控区内", "Inside the sealed zone"};
inline constexpr Words as_of{"更新于", "As of"};
inline constexpr Words stale{"内容已过时，请刷新。", "This is out of date; please reload."};
inline constexpr Words missing{"这里没有网点", "There is no outlet here"};
inline constexpr Words no_outlet{"还没有网点。", "No outlets yet."};
inline constexpr Words guidance{"出门十六句", "Sixteen sayings"};
inline constexpr Words guidance_poster{"打印四防宣传单", "Print the guidance"};
inline constexpr Words prevention{"四防：防人、防物、防环境、防未知风险。",
                                  "Four preventions: people, objects, surroundings, the unknown."};

}  // namespace words

}  // namespace waystation::http
