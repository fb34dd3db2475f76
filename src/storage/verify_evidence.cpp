#include <set>

#include "domain/evidence.h"
#include "storage/evidence_files.h"
#include "storage/log_walk.h"
#include "storage/places.h"
#include "storage/verify.h"

namespace waystation {

namespace {

constexpr std::size_t most_findings = 20;

std::string fault_of(EvidenceFiles& files, const evidence::Stored& stored) {
  const auto bytes = files.read(stored.sha256);
  if (bytes && std::int64_t(bytes->size()) == stored.bytes) return {};
  const bool there = files.holds(stored.sha256);
  return "evidence/" + stored.sha256.substr(0, 2) + '/' + stored.sha256 +
         (there ? " is damaged" : " is missing");
}

}  // namespace

void verify_evidence(const std::filesystem::path& folder, Verification& so_far) {
  const Places places{folder};
  EvidenceFiles files(places.evidence());
  sqlite::Database log(places.log(), sqlite::Access::read);
  std::set<std::string> seen;
  std::size_t found = 0;
  for (LogWalk walk(log, 1, INT64_MAX); walk.next();) {
    if (walk.entry().type != evidence::Stored::name) continue;
    const auto stored = from_json<evidence::Stored>(walk.entry().body, json::From::log);
    if (!stored || !seen.insert(stored->sha256).second) continue;
    const std::string fault = fault_of(files, *stored);
    if (fault.empty()) continue;
    so_far.ok = false;
    so_far.findings.push_back({walk.entry().seq, fault});
    if (++found == most_findings) return;
  }
}

}  // namespace waystation
