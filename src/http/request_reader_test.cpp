#include "http/request_reader.h"

#include <doctest/doctest.h>

namespace waystation::http {

static std::string code_for(const std::string& bytes) {
  Request request;
  RequestReader reader(request);
  reader.put(bytes);
  return reader.refusal() ? reader.refusal()->code : "was read";
}

TEST_CASE("a request that two programs could read differently is refused by its code") {
  const std::string start = "POST /api/enrol HTTP/1.1\r\nHost: x\r\n";
  CHECK(code_for(start + "Content-Length: 2\r\n\r\n{}") == "was read");
  CHECK(code_for(start + "Host: y\r\n\r\n") == "http.two-hosts");
  CHECK(code_for(start + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}") == "http.two-lengths");
  CHECK(code_for(start + "Transfer-Encoding: chunked\r\n\r\n") == "http.length-required");
  CHECK(code_for("GET /healthz HTTP/1.1\r\n\r\n") == "http.host-missing");
  CHECK(code_for("GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n") == "http.target");
  CHECK(code_for("GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n") == "http.malformed");
}

TEST_CASE("what is too long is refused before it is read") {
  const std::string start = "POST /api/enrol HTTP/1.1\r\nHost: x\r\n";
  CHECK(code_for(start + "Content-Length: 65537\r\n\r\n") == "http.body-too-long");
  CHECK(code_for(start + "X: " + std::string(9000, 'a') + "\r\n\r\n") == "http.header-too-long");
}

}  // namespace waystation::http
