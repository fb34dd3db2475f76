#pragma once
// Evidence 凭证: photos and papers that prove an answer, each known by the SHA-256 of its bytes.
// The log knows a file only once every byte of it is stored: the desk asks the storage before it
// records `evidence.stored`, so what an answer names can always be shown.
#include "domain/late_entry.h"

namespace waystation::evidence {

BOOST_DEFINE_ENUM_CLASS(Media, jpeg, png, webp, pdf)

struct File {
  Media media = Media::jpeg;
  std::int64_t bytes = 0;
  Time at;
  AccountId by;
};
BOOST_DESCRIBE_STRUCT(File, (), (media, bytes, at, by))

// The newest files of an outlet; that there were older ones is in the log.
inline constexpr std::size_t files_kept = 512;
struct Files {
  std::int64_t count = 0;
  Table<std::string, File> by_hash;
  Table<std::string, std::string> by_age;  // The running number, 12 digits wide, then the hash.
};
BOOST_DESCRIBE_STRUCT(Files, (), (count, by_hash, by_age))
using Evidences = Table<OutletId, Files>;

bool is_sha256(std::string_view text);  // 64 digits, lower case.
const File* file_of(const Bank&, const OutletId&, const std::string& sha256);
std::int64_t most_bytes(const Bank&, const OutletId&, Day);

// Who works in the outlet itself: they answer for it, and they alone.
inline constexpr Roles own_crew =
    role_set(Role::outlet_manager, Role::supervisor, Role::teller, Role::lobby_guide);

// ---- Store a file, whose bytes came before.

struct Store {
  static constexpr auto name = "evidence.store";
  static constexpr Roles roles = own_crew;
  OutletId outlet;
  std::string sha256;
  Media media = Media::jpeg;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(Store, (), (outlet, sha256, media, bytes))

struct Stored {
  static constexpr auto name = "evidence.stored";
  OutletId outlet;
  std::string sha256;
  Media media = Media::jpeg;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (outlet, sha256, media, bytes))

Decision<Stored> decide(const Bank&, const Store&, const Stamp&);
void apply(Evidences&, const Stored&, const Mark&);

using Commands = boost::mp11::mp_list<Store>;

}  // namespace waystation::evidence
