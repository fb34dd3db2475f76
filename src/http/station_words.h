#pragma once
// The words of the public pages of rest stations and of services without coming.
#include "http/public_words.h"

namespace waystation::http::words {

inline constexpr Words stations{"工行驿站", "Rest stations"};
inline constexpr Words stations_for{
    "户外干活的人都可以进来歇脚、喝水、充电，不用办业务。进门请戴口罩、测体温。",
    "Whoever works outdoors may rest, drink and charge a phone; you need no banking. Wear a mask "
    "and have your temperature taken."};
inline constexpr Words what_needed{"需要什么", "What you need"};
inline constexpr Words who_you_are{"您是", "You are"};
inline constexpr Words anybody{"都可以", "Anybody"};
inline constexpr Words only_open{"只看现在开着的", "Only those open now"};
inline constexpr Words find_now{"找驿站", "Find"};
inline constexpr Words no_station{"没有找到这样的驿站，请少选几样再试。",
                                  "No such rest station; choose fewer things."};
inline constexpr Words by_distance{"按离这里的远近：", "By distance from "};
inline constexpr Words choose_for_distance{"选我住的地方，按远近排",
                                           "Choose my place, sort by distance"};
inline constexpr Words open_now{"现在开着", "Open now"};
inline constexpr Words shut_now{"现在没开", "Shut now"};
inline constexpr Words long_unseen{"最近没有人核实，来前请先打电话。",
                                   "Not confirmed lately; please call before you come."};
inline constexpr Words last_seen{"核实于 ", "Confirmed "};
inline constexpr Words out_of_order{"坏了", "out of order"};
inline constexpr Words not_there{"现在没有", "not there now"};
inline constexpr Words in_doubt{"有人说不对，待核实", "doubted, to be checked"};
inline constexpr Words what_it_has{"有什么", "What it has"};
inline constexpr Words wrong_here{"这里不对", "This is wrong"};
inline constexpr Words wrong_note{"坏了、没有了，点一下告诉网点，不用留名。",
                                  "Broken or gone? One press tells the outlet; no name needed."};
inline constexpr Words corners{"专区", "Corners"};
inline constexpr Words station_hours{"驿站时间", "Hours"};
inline constexpr Words places_inside{"里面还能进", "Places inside"};
inline constexpr Words all_stations{"其他驿站", "Other rest stations"};
inline constexpr Words thanks{"谢谢", "Thank you"};
inline constexpr Words doubt_taken{"网点会去看。一天没有回应，这一项就不再显示为能用。",
                                   "The outlet will look. Without an answer within a day it is no "
                                   "longer shown as working."};
inline constexpr Words at_home{"在家也能办", "Without coming"};
inline constexpr Words at_home_note{
    "先看看能不能不出门。查余额、转账、缴费、挂失，手机银行都能办；不会用，我们打电话教您。",
    "See first whether you need to come. Balance, transfer, bills and reporting a lost card work "
    "in "
    "the mobile bank; if you do not know how, we call and show you."};
inline constexpr Words call_back{"请网点给我打电话", "Ask for a call back"};
inline constexpr Words which_outlet{"选一家网点", "Choose an outlet"};
inline constexpr Words groceries{"管控区内买菜买药", "Groceries inside the sealed zone"};
inline constexpr Words groceries_note{
    "这些是指定的供应单位，网上下单，送到小区。页面由它们自己负责。",
    "These suppliers are appointed; order online, delivered to the estate. Their pages are their "
    "own."};
inline constexpr Words no_suppliers{"现在没有公布的供应单位。", "No suppliers are published now."};
inline constexpr Words takes_orders{"接单 ", "Orders "};
inline constexpr Words what_about{"想问什么", "What about"};
inline constexpr Words call_day{"哪一天", "Day"};
inline constexpr Words call_time{"什么时候打", "When"};
inline constexpr Words call_number{"打哪个电话", "Your telephone"};
inline constexpr Words call_number_note{"加密保存，打完电话就销毁。不要写姓名、卡号。",
                                        "Kept encrypted and destroyed after the call. No name, no "
                                        "card number, please."};
inline constexpr Words ask_call{"请打给我", "Call me"};
inline constexpr Words call_noted{"已记下", "Noted"};
inline constexpr Words call_noted_note{
    "到时会有人打给您。我们不会问密码、验证码。不想要了，用号码和四位码撤回。",
    "Somebody will call you then. We never ask for passwords or codes. Withdraw it with number and "
    "code."};
inline constexpr Words withdraw_call{"撤回回电", "Withdraw a call back"};
inline constexpr Words withdraw{"撤回", "Withdraw"};
inline constexpr Words withdrawn{"已撤回，电话号码已销毁。",
                                 "Withdrawn; your telephone number has been destroyed."};
inline constexpr Words solved_at_home{"我在家办好了", "I did it at home"};
inline constexpr Words solved_note{"办好了点一下，我们记一次，不记是谁。",
                                   "Press it once you are done: we count it, not who."};
inline constexpr Words solved_thanks{"好的，今天不用来。", "Good; no need to come today."};
inline constexpr Words to_outlet{"回到网点", "Back to the outlet"};

}  // namespace waystation::http::words
