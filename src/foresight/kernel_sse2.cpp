// The kernel for every 64-bit x86 processor; elsewhere plain C++, with the same bytes.
#include "foresight/kernel_table.h"

namespace waystation::foresight {

constinit const Kernel kernel_sse2 = kernel_named("sse2", [] { return true; });

}  // namespace waystation::foresight
