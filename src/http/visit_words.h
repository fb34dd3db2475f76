#pragma once
// The words of tickets and bookings from home, and of what is printed.
#include "http/public_words.h"

namespace waystation::http {

Words words_of(view::Advice);
Words words_of(queue::ProxyKind);

namespace words {

inline constexpr Words service{"办什么", "Service"};
inline constexpr Words priority{"优先照顾（到店出示证件）", "Priority (shown at the door)"};
inline constexpr Words no_priority{"不需要", "None"};
inline constexpr Words proxy{"替谁办", "For whom"};
inline constexpr Words for_myself{"自己办", "Myself"};
inline constexpr Words holders{"代几位持卡人", "How many card holders"};
inline constexpr Words holders_note{"只有替别人办时才填。",
                                    "Only where you come for somebody else."};
inline constexpr Words no_numbers{"这里现在不能在家取号。", "No numbers from home here now."};
inline constexpr Words no_numbers_do{"可以预约，打电话，或直接到店取号。",
                                     "Book a time, call, or get a number at the door."};
inline constexpr Words one_already{"您在这里已经有号：", "You have a number here already: "};
inline constexpr Words number{"号码", "Number"};
inline constexpr Words code{"四位码", "Code"};
inline constexpr Words code_note{"记下号码和四位码：换手机、没电了，也能查、能办。",
                                 "Note number and code: with another phone, or none, your place is "
                                 "kept."};
inline constexpr Words before{"前面还有", "Before you"};
inline constexpr Words come_by{"到门口", "Be at the door"};
inline constexpr Words half_by{"大约叫到", "Called at about"};
inline constexpr Words most_by{"多半不晚于（十人里九人）", "Nine of ten by"};
inline constexpr Words no_window_now{"现在没有窗口办这项业务，恢复后再报时间。",
                                     "No window gives this service just now; the time follows."};
inline constexpr Words wait_outside{
    "没到时间请在家等，不用站在门口。大堂满了也请在门外等。",
    "Please wait at home until then, and outside while the lobby is "
    "full."};
inline constexpr Words window{"窗口", "Window"};
inline constexpr Words claim_note{"优先和代办，到店出示证件核对。",
                                  "Priority and proxy are checked at the door."};
inline constexpr Words cancel{"取消", "Cancel it"};
inline constexpr Words cancel_ticket{"不去了，退号", "I am not coming"};
inline constexpr Words refreshes{"这一页每 30 秒自己刷新。",
                                 "This page refreshes every 30 seconds."};
inline constexpr Words hold_still{"停止自动刷新", "Stop refreshing"};
inline constexpr Words refresh_again{"恢复自动刷新", "Refresh by itself again"};
inline constexpr Words no_number{"这部手机里还没有号。", "There is no number on this phone yet."};
inline constexpr Words find{"查我的号", "Find my number"};
inline constexpr Words find_note{"输入纸票或短信上的号码和四位码。",
                                 "Enter the number and the four digits of your ticket."};
inline constexpr Words outlet_code{"网点编号（12 位，印在票上）",
                                   "Outlet code (12 digits, on the ticket)"};
inline constexpr Words search{"查号", "Find"};
inline constexpr Words new_number{"重新取号", "Get a new number"};
inline constexpr Words carried{"这是昨天没轮到的号，今天先叫。",
                               "Not reached yesterday; called first today."};
inline constexpr Words evening{
    "收队时还没叫到的号不作废，第二天先叫；若当天退号，这里会写明。",
    "A number that is not called by closing stays valid and goes first the "
    "next day; if it is turned away, this page says so."};
inline constexpr Words day{"哪一天", "Day"};
inline constexpr Words show_times{"看时段", "Show times"};
inline constexpr Words band{"时段", "Time"};
inline constexpr Words places_left{"还剩 ", "left: "};
inline constexpr Words waitlist_open{"可候补", "waitlist"};
inline constexpr Words full{"已满", "full"};
inline constexpr Words no_bands{"这几天没有可约的时段。", "No times can be booked in these days."};
inline constexpr Words contact{"联系电话（可不填）", "Phone (optional)"};
inline constexpr Words contact_note{"只为这次预约，加密保存；取消后立即销毁。",
                                    "For this booking only, kept encrypted; destroyed when you "
                                    "cancel."};
inline constexpr Words booked{"已约好", "Booked"};
inline constexpr Words on_waitlist{"在候补名单上", "On the waitlist"};
inline constexpr Words waitlist_note{"有人取消就往前补，补上后这里会显示“已约好”。",
                                     "You move up when somebody cancels; this page then says "
                                     "Booked."};
inline constexpr Words come_between{"请在这段时间到店报号", "Come and give this number between"};
inline constexpr Words cancelled_done{"已取消。", "Cancelled."};
inline constexpr Words sorry{"没有办成", "That did not work"};
inline constexpr Words back{"返回", "Back"};
inline constexpr Words wait_seconds{" 秒后再试", " seconds until the next try"};
inline constexpr Words scan{"扫码看实时状态、在家取号",
                            "Scan for the live state and a number from home"};
inline constexpr Words no_phone{
    "没有智能手机？到门口取纸号，或请家人、社区代取，一样排队。",
    "No smartphone? Get a paper number at the door, or let family or the "
    "community get it: it is the same queue."};
inline constexpr Words phone{"电话", "Phone"};
inline constexpr Words address{"地址", "Address"};
inline constexpr Words door_rules{"进门请戴口罩、测体温，保持一米；大堂人满时请在门外等叫号。",
                                  "Wear a mask, have your temperature taken, keep one metre; while "
                                  "the lobby is full wait outside for your number."};
inline constexpr Words print_hint{"用浏览器打印（A4）。", "Print with the browser (A4)."};
inline constexpr Words machine_scan{"扫码看这台机器上次消毒的时间",
                                    "Scan to see when this machine was last disinfected"};
inline constexpr Words slip_scan{"扫码，输入四位码，看前面还有几人",
                                 "Scan and enter the code to see how many are before you"};
inline constexpr Words limit_inside{"大堂限", "Lobby limit"};

}  // namespace words

}  // namespace waystation::http
