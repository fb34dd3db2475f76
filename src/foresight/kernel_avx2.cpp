// The kernel for processors with AVX2; CMakeLists.txt sets this file's instruction set.
#include "foresight/kernel_table.h"

namespace waystation::foresight {

#ifdef __AVX2__
constinit const Kernel kernel_avx2 =
    kernel_named("avx2", [] { return __builtin_cpu_supports("avx2") != 0; });
#else
constinit const Kernel kernel_avx2 = kernel_named("avx2", [] { return false; });
#endif

}  // namespace waystation::foresight
