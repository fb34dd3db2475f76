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
