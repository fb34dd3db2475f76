#pragma once
// 128 bits that nobody can guess: for commands that no client has named, and for the hidden keys of
// forms.
#include "application/journal.h"

namespace waystation::http {

CommandId random_id();

}  // namespace waystation::http
