#pragma once
// A log that lives as long as its object: for tests of what stands on the desk. It keeps the
// journal's promises except the one about the disk, and does not seal.
#include <map>

#include "application/journal.h"

namespace waystation {

class JournalInMemory : public Journal {
 public:
  void replay(std::int64_t from, std::int64_t to,
              const std::function<void(const Entry&)>& visit) const override {
    for (const Entry& entry : entries)
      if (entry.seq >= from && entry.seq <= to) visit(entry);
  }
  std::int64_t head() override { return std::int64_t(entries.size()); }
  void begin() override {}
  void append(const Entry& entry) override { entries.push_back(entry); }
  void remember(const CommandRecord& record) override { records_[record.id] = record; }
  std::optional<CommandRecord> recall(const CommandId& id) override {
    const auto at = records_.find(id);
    return at == records_.end() ? std::nullopt : std::optional(at->second);
  }
  void commit() override {}
  void rollback() override {}
  void mark() override { marks_.push_back(entries.size()); }
  void back_to_mark() override {
    entries.resize(marks_.back());
    marks_.pop_back();
  }
  void release_mark() override { marks_.pop_back(); }
  void seal(const PersonId&, std::int64_t, std::string_view, Personal&) override {}
  void destroy_key(const PersonId&) override {}
  std::optional<std::string> open(const PersonId&, std::string_view,
                                  const Personal& value) const override {
    return value.text;
  }
  Digest keyed_digest(std::string_view bytes) const override {
    Digest digest{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
      digest[i % digest.size()] =
          static_cast<unsigned char>(digest[i % digest.size()] * 31 + bytes[i]);
    return digest;
  }
  std::optional<Cached> load_state(std::string_view) override { return {}; }
  std::int64_t save_state(std::int64_t, std::string_view,
                          const std::function<void(const Put&)>&) override {
    return 0;
  }

  FileStore& files() const override { return files_; }

  std::vector<Entry> entries;

 private:
  // Takes a hash on trust: whoever tests it is in storage/.
  class Files : public FileStore {
   public:
    bool keep(const std::string& sha256, std::string_view bytes) override {
      kept_[sha256] = bytes;
      return true;
    }
    bool holds(const std::string& sha256) override { return kept_.contains(sha256); }
    std::optional<std::string> read(const std::string& sha256) override {
      const auto at = kept_.find(sha256);
      return at == kept_.end() ? std::nullopt : std::optional(at->second);
    }

   private:
    std::map<std::string, std::string> kept_;
  };

  mutable Files files_;
  std::map<CommandId, CommandRecord> records_;
  std::vector<std::size_t> marks_;
};

}  // namespace waystation
