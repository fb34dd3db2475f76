#pragma once
// Every "no" that leaves the server is a problem document (RFC 9457), whatever refused.
#include "core/decision.h"
#include "http/message.h"

namespace waystation::http {

int status_of(const Refusal&);
Response problem(const Refusal&, std::string_view request_id);

}  // namespace waystation::http
