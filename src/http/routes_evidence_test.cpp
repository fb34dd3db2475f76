#include "http/served_bank.h"
#include "storage/evidence_files.h"

namespace waystation::http {

namespace {

const std::string photo = std::string("\xFF\xD8\xFF\xE0", 4) + std::string(3000, 'p');

struct WithCrew : ServedBank {
  std::string lobby, stranger, city;

  WithCrew() {
    account("SY-4264-lobby", Role::lobby_guide, "SY/102221004264");
    account("DL-command", Role::city_command, "DL");
    account("SY-command", Role::city_command, "SY");
    lobby = cookie_of("SY-4264-lobby");
    stranger = cookie_of("DL-command");
    city = cookie_of("SY-command");
  }
  static std::string path_of(const std::string& bytes) {
    return "/api/evidence/102221004264/" + sha256_of(bytes);
  }
  Request upload(const std::string& bytes, const std::string& type = "image/jpeg") {
    Request out = request(Method::post, path_of(bytes), lobby);
    out.content_type = type;
    out.body = bytes;
    out.idempotency_key = to_text(next_id());
    return out;
  }
};

}  // namespace

TEST_CASE("a file is acknowledged once its bytes are kept and the log knows it") {
  WithCrew bank;
  const auto seq = bank.desk.standing()->as_of_seq;
  const Response first = bank.ask(bank.upload(photo));
  CHECK(first.status == 200);
  CHECK(first.body.find(sha256_of(photo)) != std::string::npos);
  CHECK(bank.desk.standing()->as_of_seq == seq + 1);
  CHECK(bank.desk.journal().files().holds(sha256_of(photo)));
  const Response again = bank.ask(bank.upload(photo));
  CHECK(again.status == 200);
  CHECK(again.body == first.body);
  CHECK(bank.desk.standing()->as_of_seq == seq + 1);

  const Response shown = bank.get(WithCrew::path_of(photo), bank.city);
  CHECK(shown.status == 200);
  CHECK(shown.type == "image/jpeg");
  CHECK(shown.body == photo);
}

TEST_CASE("what is sent must be what it says, of a kind that is taken, and not too large") {
  WithCrew bank;
  CHECK(code_in(bank.ask(bank.upload(photo, "image/svg+xml"))) == "evidence.media-unknown");
  CHECK(code_in(bank.ask(bank.upload(photo, "image/png"))) == "evidence.media-differs");
  Request cut = bank.upload(photo);
  cut.body.resize(1000);
  CHECK(code_in(bank.ask(cut)) == "evidence.hash-differs");
  Request unnamed = bank.upload(photo);
  unnamed.path = "/api/evidence/102221004264/abc";
  CHECK(code_in(bank.ask(unnamed)) == "evidence.hash-malformed");
  Request keyless = bank.upload(photo);
  keyless.idempotency_key.clear();
  CHECK(code_in(bank.ask(keyless)) == "http.key-required");
  CHECK(code_in(bank.ask(bank.upload(photo + std::string(3 << 20, 'x')))) ==
        "evidence.size-out-of-range");
  CHECK_FALSE(bank.desk.journal().files().holds(sha256_of(photo)));
}

TEST_CASE("nobody says that a file is stored whose bytes are not, by whatever door") {
  WithCrew bank;
  const std::string claim = R"({"outlet":"102221004264","sha256":")" + sha256_of(photo) +
                            R"(","media":"jpeg","bytes":3004})";
  CHECK(code_in(bank.post("/api/commands/evidence.store", claim, bank.lobby)) ==
        "evidence.bytes-missing");
}

TEST_CASE("only the outlet's crew stores, and only who may see the outlet is shown") {
  WithCrew bank;
  Request foreign = bank.upload(photo);
  foreign.cookie = bank.city;
  CHECK(code_in(bank.ask(foreign)) == "authority.role");
  foreign.cookie = "";
  CHECK(code_in(bank.ask(foreign)) == "session.none");
  REQUIRE(bank.ask(bank.upload(photo)).status == 200);
  CHECK(code_in(bank.get(WithCrew::path_of(photo), bank.stranger)) == "authority.scope");
  CHECK(code_in(bank.get(WithCrew::path_of("other"), bank.city)) == "evidence.unknown");
  CHECK(code_in(bank.get("/api/evidence/102221004264", bank.city)) == "evidence.unknown");
}

TEST_CASE("a file that was damaged on the disk is not shown as evidence") {
  WithCrew bank;
  REQUIRE(bank.ask(bank.upload(photo)).status == 200);
  const std::string name = sha256_of(photo);
  const auto file = bank.folder.path / "data" / "evidence" / name.substr(0, 2) / name;
  std::filesystem::resize_file(file, 100);
  CHECK(code_in(bank.get(WithCrew::path_of(photo), bank.city)) == "evidence.damaged");
}

}  // namespace waystation::http
