#include "storage/evidence_files.h"

#include <doctest/doctest.h>

#include <fstream>

#include "domain/evidence.h"
#include "storage/backup.h"
#include "storage/disk.h"
#include "storage/folder.h"

using namespace waystation;
namespace fs = std::filesystem;

namespace {

const std::string photo = std::string("\xFF\xD8\xFF", 3) + std::string(5000, 'p');
const std::string paper = "%PDF-1.7 " + std::string(300, 'x');

// A folder whose log knows so many files, each of them kept.
struct Kept {
  explicit Kept(std::vector<std::string> contents) {
    DataFolder::create(path());
    DataFolder folder(path());
    std::int64_t seq = 0;
    for (const std::string& bytes : contents) {
      REQUIRE(folder.journal().files().keep(sha256_of(bytes), bytes));
      write(folder.journal(), ++seq, bytes);
    }
  }
  static void write(Journal& journal, std::int64_t seq, const std::string& bytes) {
    const evidence::Stored stored{
        {"102221004264"}, sha256_of(bytes), evidence::Media::jpeg, std::int64_t(bytes.size())};
    Entry entry{.seq = seq,
                .stream = "evidence/102221004264",
                .version = seq,
                .type = evidence::Stored::name,
                .schema = 1,
                .at = Time{std::chrono::seconds{1'610'064'000 + seq}},
                .actor = "SY-4264-lobby",
                .command = {},
                .body = to_json(stored)};
    entry.command[0] = static_cast<unsigned char>(seq);
    journal.begin();
    journal.append(entry);
    journal.remember({entry.command, entry.actor, {}, seq, 1, "reply"});
    journal.commit();
  }
  fs::path path() const { return temporary.path() / "data"; }
  fs::path file(const std::string& bytes) const {
    const std::string name = sha256_of(bytes);
    return path() / "evidence" / name.substr(0, 2) / name;
  }
  Verification verified() const {
    Verification found = verify(path());
    verify_evidence(path(), found);
    return found;
  }
  disk::TemporaryFolder temporary;
};

void spoil(const fs::path& file) {
  std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
  out.seekp(100);
  out.put('!');
}

}  // namespace

TEST_CASE("SHA-256 is the one that everybody reckons") {
  CHECK(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a file is kept under the hash of its bytes, once, and read back whole") {
  const disk::TemporaryFolder temporary;
  EvidenceFiles files(temporary.path() / "evidence");
  const std::string name = sha256_of(photo);
  CHECK_FALSE(files.holds(name));
  CHECK_FALSE(files.read(name));
  CHECK(files.keep(name, photo));
  CHECK(files.keep(name, photo));
  CHECK(files.holds(name));
  CHECK(files.read(name) == photo);
  CHECK(fs::is_empty(temporary.path() / "evidence" / "incoming"));
  std::vector<std::string> names;
  files.each([&](const std::string& each) { names.push_back(each); });
  CHECK(names == std::vector{name});
}

TEST_CASE("bytes of another hash are not kept") {
  const disk::TemporaryFolder temporary;
  EvidenceFiles files(temporary.path() / "evidence");
  CHECK_FALSE(files.keep(sha256_of(photo), paper));
  CHECK_FALSE(files.holds(sha256_of(photo)));
  CHECK_FALSE(files.holds("../../log.sqlite"));
  CHECK_FALSE(files.read(""));
}

TEST_CASE("what was not finished is forgotten at the next start, and was never there") {
  const Kept kept({photo});
  fs::create_directories(kept.path() / "evidence" / "incoming");
  std::ofstream(kept.path() / "evidence" / "incoming" / (sha256_of(paper) + ".1")) << "%PDF-1.7 x";
  CHECK(kept.verified().ok);
  DataFolder folder(kept.path());
  CHECK_FALSE(folder.journal().files().holds(sha256_of(paper)));
  CHECK(fs::is_empty(kept.path() / "evidence" / "incoming"));
}

TEST_CASE("a damaged file is not shown, and the same bytes make it good") {
  const disk::TemporaryFolder temporary;
  EvidenceFiles files(temporary.path() / "evidence");
  const std::string name = sha256_of(photo);
  files.keep(name, photo);
  spoil(temporary.path() / "evidence" / name.substr(0, 2) / name);
  CHECK_FALSE(files.read(name));
  CHECK(files.keep(name, photo));
  CHECK(files.read(name) == photo);
}

TEST_CASE("a deep verification names each file that is missing or damaged, and its entry") {
  const Kept kept({photo, paper});
  CHECK(kept.verified().ok);
  spoil(kept.file(photo));
  fs::remove(kept.file(paper));
  const Verification found = kept.verified();
  CHECK_FALSE(found.ok);
  REQUIRE(found.findings.size() == 2);
  const std::string first = sha256_of(photo), second = sha256_of(paper);
  CHECK(found.findings[0] ==
        Finding{1, "evidence/" + first.substr(0, 2) + '/' + first + " is damaged"});
  CHECK(found.findings[1] ==
        Finding{2, "evidence/" + second.substr(0, 2) + '/' + second + " is missing"});
}

TEST_CASE("a backup brings the files back, and counts the damaged ones that it had to leave out") {
  const Kept kept({photo, paper});
  const fs::path backup = kept.temporary.path() / "whole.backup";
  const Manifest manifest = back_up(kept.path(), backup);
  REQUIRE(manifest.evidence);
  CHECK(manifest.evidence->files == 2);
  CHECK(manifest.evidence->bytes == std::int64_t(photo.size() + paper.size()));
  CHECK(manifest.evidence->damaged == 0);
  const fs::path restored = kept.temporary.path() / "restored";
  CHECK(restore({backup, restored, kept.path() / "keys", {}}).ok);
  Verification found = verify(restored);
  verify_evidence(restored, found);
  CHECK(found.ok);
  CHECK(EvidenceFiles(restored / "evidence").read(sha256_of(paper)) == paper);

  spoil(kept.file(photo));
  const Manifest poorer = back_up(kept.path(), kept.temporary.path() / "poorer.backup");
  CHECK(poorer.evidence->files == 1);
  CHECK(poorer.evidence->damaged == 1);
}
