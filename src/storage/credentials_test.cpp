#include "storage/credentials.h"

#include <doctest/doctest.h>

#include <fstream>
#include <thread>

#include "storage/disk.h"

using namespace waystation;
using namespace std::chrono_literals;

static const Time morning = *parse_time("2021-01-08T08:00:00+08:00");
static const AccountId officer{"LN-command"};
static constexpr const char* good = "seven suits on the rail";

TEST_CASE("the enrol code works once, and a new one voids the former") {
  const disk::TemporaryFolder folder;
  Credentials credentials(folder.path() / "access.sqlite");
  const std::string former = credentials.new_enrol_code();
  const std::string code = credentials.new_enrol_code();
  CHECK_FALSE(credentials.redeem_enrol_code(former));
  CHECK_FALSE(credentials.redeem_enrol_code("a guess"));
  CHECK(credentials.redeem_enrol_code(code));
  CHECK_FALSE(credentials.redeem_enrol_code(code));
}

TEST_CASE("a password must be long and not what everyone would try first") {
  const disk::TemporaryFolder folder;
  Credentials credentials(folder.path() / "access.sqlite");
  CHECK(credentials.set_password(officer, "too short").error().code == "password.too-short");
  CHECK(credentials.set_password(officer, std::string(300, 'x')).error().code ==
        "password.too-long");
  CHECK(credentials.set_password(officer, "Password123456").error().code == "password.too-common");
  CHECK(credentials.set_password(officer, "ICBC工行驿站2021").error().code ==
        "password.too-common");
  CHECK(credentials.set_password(officer, "aaaaaaaaaaaaaaaa").error().code ==
        "password.too-common");
  CHECK_FALSE(credentials.has_password(officer));
  CHECK(credentials.set_password(officer, good).has_value());
  CHECK(credentials.has_password(officer));
}

TEST_CASE("only the right password opens a session, and nobody learns which accounts exist") {
  const disk::TemporaryFolder folder;
  Credentials credentials(folder.path() / "access.sqlite");
  REQUIRE(credentials.set_password(officer, good).has_value());
  CHECK(credentials.sign_in(officer, "seven suits on the bed", morning).error().code ==
        "sign-in.wrong");
  CHECK(credentials.sign_in({"nobody"}, good, morning).error().code == "sign-in.wrong");
  const auto token = credentials.sign_in(officer, good, morning);
  REQUIRE(token.has_value());
  CHECK(token->size() == 43);
  CHECK(credentials.session(*token, morning + 1s)->account == officer);
  CHECK_FALSE(credentials.session("another token", morning).has_value());
}

TEST_CASE("wrong passwords in a row make the account wait, longer each time") {
  const disk::TemporaryFolder folder;
  Credentials credentials(folder.path() / "access.sqlite");
  REQUIRE(credentials.set_password(officer, good).has_value());
  for (int i = 0; i < 3; ++i)
    CHECK(credentials.sign_in(officer, "wrong wrong wrong", morning).error().code ==
          "sign-in.wrong");
  const auto waits = credentials.sign_in(officer, good, morning);
  REQUIRE(waits.has_error());
  CHECK(waits.error().code == "sign-in.wait");
  CHECK(waits.error().facts[0].value == "1");
  CHECK(credentials.sign_in(officer, "wrong wrong wrong", morning + 1s).error().code ==
        "sign-in.wrong");
  CHECK(credentials.sign_in(officer, good, morning + 2s).error().code == "sign-in.wait");
  CHECK(credentials.sign_in(officer, good, morning + 3s).has_value());
}

TEST_CASE("a session ends when idle, after eight hours, on sign-out and with the password") {
  const disk::TemporaryFolder folder;
  Credentials credentials(folder.path() / "access.sqlite");
  const std::string idle = credentials.begin_session(officer, morning);
  CHECK(credentials.session(idle, morning + 14min).has_value());
  CHECK(credentials.session(idle, morning + 28min).has_value());
  CHECK_FALSE(credentials.session(idle, morning + 43min).has_value());
  CHECK_FALSE(credentials.session(idle, morning + 43min).has_value());

  const std::string busy = credentials.begin_session(officer, morning);
  Time now = morning;
  while (now < morning + 7h + 45min) CHECK(credentials.session(busy, now += 10min).has_value());
  CHECK_FALSE(credentials.session(busy, now + 10min).has_value());

  const std::string left = credentials.begin_session(officer, morning);
  credentials.end_session(left);
  CHECK_FALSE(credentials.session(left, morning).has_value());

  const std::string old = credentials.begin_session(officer, morning);
  REQUIRE(credentials.set_password(officer, good).has_value());
  CHECK_FALSE(credentials.session(old, morning).has_value());
}

TEST_CASE("a fourth session ends the oldest") {
  const disk::TemporaryFolder folder;
  Credentials credentials(folder.path() / "access.sqlite");
  std::vector<std::string> tokens;
  for (int i = 0; i < 4; ++i) tokens.push_back(credentials.begin_session(officer, morning));
  CHECK_FALSE(credentials.session(tokens[0], morning).has_value());
  for (int i = 1; i < 4; ++i) CHECK(credentials.session(tokens[i], morning).has_value());
}

TEST_CASE("a flood of sign-ins is told to come back instead of filling the memory") {
  const disk::TemporaryFolder folder;
  Credentials credentials(folder.path() / "access.sqlite");
  REQUIRE(credentials.set_password(officer, good).has_value());
  std::atomic<int> busy = 0, in = 0;
  std::vector<std::jthread> crowd;
  for (int i = 0; i < 12; ++i)
    crowd.emplace_back([&] {
      const auto answer = credentials.sign_in(officer, good, morning);
      if (answer)
        ++in;
      else if (answer.error().code == "sign-in.busy")
        ++busy;
    });
  crowd.clear();
  CHECK(in + busy == 12);
  CHECK(in >= 1);
  CHECK(busy >= 1);
}

TEST_CASE("neither token, code nor password stands in the file, which only its owner may read") {
  const disk::TemporaryFolder folder;
  const auto file = folder.path() / "access.sqlite";
  std::string code, token;
  {
    Credentials credentials(file);
    code = credentials.new_enrol_code();
    token = credentials.begin_session(officer, morning);
    REQUIRE(credentials.set_password(officer, good).has_value());
    token = credentials.begin_session(officer, morning);
  }
  const std::string bytes = disk::read(file);
  CHECK(bytes.find(code) == bytes.npos);
  CHECK(bytes.find(token) == bytes.npos);
  CHECK(bytes.find(good) == bytes.npos);
  const auto mode = std::filesystem::status(file).permissions();
  CHECK((mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
        std::filesystem::perms::none);
}
