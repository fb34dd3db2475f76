// The kernel for processors with AVX-512 F, DQ, BW, VL; CMakeLists.txt sets this file's instruction
// set.
#include "foresight/kernel_table.h"

namespace waystation::foresight {

#ifdef __AVX512F__
constinit const Kernel kernel_avx512 = kernel_named("avx512", [] {
  return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
         __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0;
});
#else
constinit const Kernel kernel_avx512 = kernel_named("avx512", [] { return false; });
#endif

}  // namespace waystation::foresight
