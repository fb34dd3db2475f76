// Preloaded: one call to the disk fails, once. FAIL_AT counts the calls from 1, FAIL_CALL is "sync"
// or "write", and FAIL_ERRNO the error (EIO 5, ENOSPC 28).
#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <string_view>

namespace {

bool fails(std::string_view call) {
  static std::atomic<int> count = 0;
  const char* at = std::getenv("FAIL_AT");
  const char* which = std::getenv("FAIL_CALL");
  if (!at || call != (which ? which : "sync")) return false;
  if (++count != std::atoi(at)) return false;
  const char* error = std::getenv("FAIL_ERRNO");
  errno = error ? std::atoi(error) : EIO;
  return true;
}

template <class Function> Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

using Sync = int(int);
using Write = ssize_t(int, const void*, size_t, off_t);

}  // namespace

extern "C" {

int fdatasync(int file) {
  static Sync* const to = real<Sync>("fdatasync");
  return fails("sync") ? -1 : to(file);
}

int fsync(int file) {
  static Sync* const to = real<Sync>("fsync");
  return fails("sync") ? -1 : to(file);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off_t at) {
  static Write* const to = real<Write>("pwrite64");
  return fails("write") ? -1 : to(file, bytes, size, at);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  static Write* const to = real<Write>("pwrite");
  return fails("write") ? -1 : to(file, bytes, size, at);
}
}
