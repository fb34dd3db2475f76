#include "domain/checklist_story.h"

namespace waystation::evidence {

using namespace checklist;

TEST_CASE("a stored file is known by its hash, its size and who stored it") {
  const Story story = scene().by(manager);
  const Store store{elsewhere, photo, Media::png, 4096};
  story.when_asked(store).then({elsewhere, photo, Media::png, 4096});
  const Story stored = story.and_then(Stored{elsewhere, photo, Media::png, 4096});
  CHECK(file_of(stored.bank, elsewhere, photo)->by == manager.by);
  CHECK(!file_of(stored.bank, xianggong, photo));
  stored.when(store).refused("evidence.already-stored");
}

TEST_CASE("a hash that is none, and a file that is too large or empty, are refused") {
  const Story story = scene().by(manager);
  const auto refused = [&](const std::string& hash, std::int64_t bytes, const char* code) {
    story.when_asked(Store{elsewhere, hash, Media::jpeg, bytes}).refused(code);
  };
  refused(std::string(64, 'A'), 1, "evidence.hash-malformed");
  refused("abc", 1, "evidence.hash-malformed");
  refused(photo, 0, "evidence.size-out-of-range");
  refused(photo, 2048 * 1024 + 1, "evidence.size-out-of-range");
  CHECK(story.when(Store{elsewhere, photo, Media::jpeg, 2048 * 1024}).decision.has_value());
  story.when(Store{{"102221009999"}, photo, Media::jpeg, 1}).refused("outlet.unknown");
}

TEST_CASE("who is not of the outlet stores nothing for it") {
  const Store store{elsewhere, photo, Media::jpeg, 1};
  scene().by(city_office).when_asked(store).refused("authority.role");
  Stamp other = manager;
  other.scope.outlet = xianggong;
  scene().by(other).when_asked(store).refused("authority.scope");
}

TEST_CASE("the state keeps the newest files of an outlet") {
  Evidences evidences;
  for (int i = 0; i < 600; ++i) {
    std::string hash = std::to_string(i);
    hash.resize(64, 'f');
    apply(evidences, Stored{elsewhere, hash, Media::jpeg, 1}, Mark{});
  }
  const Files& files = evidences.at(elsewhere);
  CHECK(files.by_hash.size() == files_kept);
  CHECK(files.by_age.size() == files_kept);
  CHECK(!files.by_hash.contains("87" + std::string(62, 'f')));
  CHECK(files.by_hash.contains("88" + std::string(62, 'f')));
}

}  // namespace waystation::evidence
