#pragma once
// The hash chain over the log: each entry's hash covers the one before it, so that no entry can be
// changed, moved or taken out without changing all that follow. Hashes cover the stored bytes;
// sealed values stay sealed, so erasing a person leaves every hash valid.
#include <memory>

#include "application/journal.h"

namespace waystation {

class Chain {
 public:
  Chain();
  ~Chain();
  Chain(const Chain&) = delete;

  // SHA-256 over the domain's tag, `before`, and every field framed by its length. One thread at a
  // time.
  Digest link(const Digest& before, const Entry&);

 private:
  struct Context;
  std::unique_ptr<Context> context_;
  std::string frame_;
};

}  // namespace waystation
