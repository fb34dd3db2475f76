#include "http/metrics.h"

namespace waystation::http {

namespace {

void line(std::string& out, std::string_view name, std::string_view type, std::int64_t value) {
  ((out += "# TYPE waystation_") += name) += ' ';
  ((out += type) += "\nwaystation_") += name;
  (out += ' ') += std::to_string(value);
  out += '\n';
}

}  // namespace

std::string prometheus_text(const Metrics& m, const Desk& desk) {
  const DeskCounts counts = desk.counts();
  std::string out = "# TYPE waystation_http_answers_total counter\n";
  for (std::size_t digit = 2; digit < m.answers_by_class.size(); ++digit)
    out += "waystation_http_answers_total{status=\"" + std::to_string(digit) + "xx\"} " +
           std::to_string(m.answers_by_class[digit]) + "\n";
  line(out, "commands_total", "counter", m.commands);
  line(out, "commands_refused_total", "counter", m.commands_refused);
  line(out, "http_connections", "gauge", m.connections);
  line(out, "http_connections_refused_total", "counter", m.connections_refused);
  line(out, "sse_clients", "gauge", m.sse_clients);
  line(out, "sse_dropped_total", "counter", m.sse_dropped);
  line(out, "desk_commits_total", "counter", counts.commits);
  line(out, "desk_events_total", "counter", counts.events);
  line(out, "desk_largest_batch", "gauge", std::int64_t(counts.largest_batch));
  line(out, "desk_queue_depth", "gauge", std::int64_t(counts.waiting));
  line(out, "log_seq", "gauge", desk.standing()->as_of_seq);
  line(out, "desk_lost", "gauge", desk.lost());
  return out;
}

}  // namespace waystation::http
