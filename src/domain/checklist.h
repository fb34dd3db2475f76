#pragma once
// The room of checklists: what the province asks (checklist_template.h), what the outlet answers
// (checklist_answer.h) or the system knows (checklist_known.h), where a phase stands and who signed
// it (checklist_phase.h), and what an upper level lets pass (checklist_override.h). It listens to
// the outlet, whose gate asks it before opening.
#include "domain/checklist_answer.h"
#include "domain/checklist_override.h"

namespace waystation::checklist {

void apply(Checklists&, const outlet::Closed&, const Mark&);

using Commands = boost::mp11::mp_list<Publish, Give, Sign, Override>;

}  // namespace waystation::checklist
