#include "foresight/engine.h"

namespace waystation::foresight {

const Kernel& best_kernel() {
  static const Kernel& best = kernel_avx512.is_supported() ? kernel_avx512
                              : kernel_avx2.is_supported() ? kernel_avx2
                                                           : kernel_sse2;
  return best;
}

}  // namespace waystation::foresight
