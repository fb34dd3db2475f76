#include "http/public_words.h"

namespace waystation::http {

Words words_of(view::ShownState state) {
  switch (state) {
    case view::ShownState::open:
      return {"正在营业", "Open"};
    case view::ShownState::limited:
      return {"限流营业", "Open, limited"};
    case view::ShownState::self_service:
      return {"仅自助", "Self-service only"};
    case view::ShownState::preparing:
      return {"准备开门", "Preparing to open"};
    case view::ShownState::paused:
      return {"暂停营业", "Paused"};
    case view::ShownState::sealed_closed:
      return {"管控停业", "Closed by the seal"};
    case view::ShownState::no_data:
      break;
  }
  return {"没有消息", "No news"};
}

Words words_of(queue::Service service) {
  switch (service) {
    case queue::Service::cash:
      return {"现金", "Cash"};
    case queue::Service::pension:
      return {"养老金", "Pension"};
    case queue::Service::social_card:
      return {"社保卡", "Social card"};
    case queue::Service::passbook:
      return {"存折", "Passbook"};
    case queue::Service::account:
      break;
  }
  return {"开户和产品", "Accounts"};
}

Words words_of(queue::Priority priority) {
  switch (priority) {
    case queue::Priority::elderly:
      return {"老年人", "Elderly people"};
    case queue::Priority::disabled:
      return {"残疾人", "Disabled people"};
    case queue::Priority::pregnant:
      return {"孕妇", "Pregnant women"};
    case queue::Priority::ordinary:
      break;
  }
  return {"其他人", "Others"};
}

Words words_of(view::Sign sign) {
  switch (sign) {
    case view::Sign::changed:
      return {"网点登记了状态", "the outlet recorded its state"};
    case view::Sign::disinfected:
      return {"网点登记了消毒", "a disinfection was recorded"};
    case view::Sign::ticket:
      return {"排队有动静", "the queue moved"};
    case view::Sign::none:
      break;
  }
  return {"没有消息", "no news"};
}

namespace {

struct RefusalWords {
  std::string_view code;
  Words words;
};
constexpr RefusalWords refusals[] = {
    {"limit.address",
     {"从您这里来的请求太多了，请过一会儿再试；急办请打电话或到店取号。",
      "Too many requests from your network; try again in a while, call, or get a "
      "number at the door."}},
    {"limit.outlet",
     {"这家网点现在取号的人太多，请过一会儿再试。",
      "Too many people ask this outlet at once; try again in a while."}},
    {"limit.code",
     {"号码或四位码试错太多次了，请过一会儿再试。",
      "Wrong numbers or codes too often; try again in a while."}},
    {"claim.wrong",
     {"号码和四位码对不上，请照着再输一遍。",
      "Number and four-digit code do not match; please type them again."}},
    {"station.unknown", {"这家网点没有驿站。", "This outlet has no rest station."}},
    {"station.fault-known",
     {"谢谢，已经有人说过了，网点会去看。", "Thank you; it is known, and the outlet will look."}},
    {"contactless.window-past",
     {"这个时间已经过了，请选晚一点的。", "That time is over; choose a later one."}},
    {"contactless.full",
     {"等回电的人太多，请明天再来，或打电话。", "Too many wait for a call; try tomorrow, or ring."}},
    {"contactless.request-ended",
     {"这次回电已经办完或撤回。", "This call back has been made or withdrawn."}},
    {"outlet.not-open", {"网点现在没有开门，不能取号。", "The outlet is not open now."}},
    {"outlet.unknown", {"没有这家网点。", "There is no such outlet."}},
    {"queue.outside-hours",
     {"现在不在营业时间，开门后再取号。", "Outside its hours; get a number once it has opened."}},
    {"queue.service-not-given",
     {"这项业务现在没有窗口，请换一项，或打电话问一下。",
      "No window gives this service now; choose another, or call."}},
    {"queue.day-over",
     {"今天的号已经发完收队，请预约或明天再来。",
      "Today's queue is closed; book a time or come tomorrow."}},
    {"queue.day-not-closed",
     {"网点还没有结清昨天的队，请先打电话问一下。",
      "The outlet has not closed yesterday's queue; please call."}},
    {"queue.day-full", {"今天的号已经发完，请预约。", "Today's numbers are used up; book a time."}},
    {"queue.proxy-holders-out-of-range",
     {"代取的人数太多，请分几次。", "Too many card holders for one proxy."}},
    {"queue.ticket-unknown", {"没有找到这个号。", "This number was not found."}},
    {"queue.ticket-of-another-day",
     {"这是以前的号，已经不能用了，请重新取号。",
      "This number is of another day and no longer valid; please get "
      "a new one."}},
    {"queue.ticket-over", {"这个号已经用完。", "This number is over."}},
    {"queue.ticket-at-window",
     {"已经叫到您了，请直接去窗口。", "You are being called; please go to the window."}},
    {"queue.booking-unknown",
     {"这个预约已经到店、取消或过期。", "This booking has arrived, was cancelled, or is over."}},
    {"queue.booking-live",
     {"您已经有一个预约，先取消它才能再约。",
      "You have a booking already; cancel it before you book again."}},
    {"queue.booking-exists", {"没有约上，请再试一次。", "That did not work; please try again."}},
    {"queue.band-past", {"这个时段已经开始，请换一个。", "This time has begun; choose another."}},
    {"queue.band-too-far", {"太早了，只能约最近几天。", "That is too far ahead."}},
    {"queue.band-outside-hours",
     {"这个时段不营业，请换一个。", "Closed at that time; choose another."}},
    {"queue.band-not-on-grid",
     {"没有这个时段，请换一个。", "There is no such time; choose another."}},
    {"queue.waitlist-full",
     {"这个时段和候补都满了，请换一个。", "This time and its waitlist are full; choose another."}},
    {"desk.id-used-otherwise",
     {"您刚才已经办过了，请看“我的号”。", "You have done this already; see My number."}},
    {"desk.busy", {"现在太忙，请过几秒再试。", "Busy just now; try again in a few seconds."}},
    {"desk.outcome-unknown",
     {"系统正在恢复，请稍后看“我的号”，或打电话。",
      "The system is recovering; look at My number in a while, or call."}},
};

}  // namespace

Words words_of_refusal(std::string_view code) {
  for (const RefusalWords& row : refusals)
    if (row.code == code) return row.words;
  return {"没有办成，请检查填写的内容再试一次。",
          "That did not work; check what you entered and try again."};
}

Words words_of(disinfection::TouchPoint point) {
  using enum disinfection::TouchPoint;
  switch (point) {
    case counter:
      return {"柜台", "Counter"};
    case pin_pad:
      return {"密码键盘", "PIN pad"};
    case pen:
      return {"签字笔", "Pen"};
    case queue_machine:
      return {"取号机", "Ticket machine"};
    case note_counter:
      return {"点钞机", "Note counter"};
    case atm_keypad:
      return {"自助机键盘", "Machine keypad"};
    case atm_slot:
      return {"自助机出钞口", "Machine slot"};
    case seat:
      return {"座椅", "Seats"};
    case door_handle:
      return {"门把手", "Door handle"};
    case form_desk:
      return {"填单台", "Form desk"};
    case signature_pad:
      return {"签字板", "Signature pad"};
    case floor:
      break;
  }
  return {"地面", "Floor"};
}

}  // namespace waystation::http
