#include "http/visit_words.h"

namespace waystation::http {

Words words_of(view::Advice advice) {
  using enum view::Advice;
  switch (advice) {
    case wait_at_home:
      return {"请在家等", "Please wait at home"};
    case come_now:
      return {"快到您了，请来门口", "Nearly your turn: come to the door"};
    case go_to_window:
      return {"叫到您了，请去窗口", "You are called: go to the window"};
    case being_served:
      return {"正在办理", "Being served"};
    case fill_in_form:
      return {"先填单，填好告诉大堂", "Fill in the form, then tell the guide"};
    case comes_tomorrow:
      return {"今天没轮到，下个营业日先叫您", "Not reached today; you go first on the next day"};
    case served:
      return {"已经办完", "Done"};
    case missed:
      return {"叫过没来，已作废", "Called and missed; no longer valid"};
    case cancelled:
      return {"已退号", "Cancelled"};
    case turned_away:
      return {"今天办不了，号已退", "Turned away today"};
  }
  return {};
}

Words words_of(queue::ProxyKind kind) {
  switch (kind) {
    case queue::ProxyKind::kin:
      return {"替家人", "Family"};
    case queue::ProxyKind::community_worker:
      break;
  }
  return {"社区代办", "As a community worker"};
}

}  // namespace waystation::http
