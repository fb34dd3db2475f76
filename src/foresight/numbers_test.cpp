#include <bit>
#include <cmath>
#include <cstring>

#include "foresight/engine.h"

using namespace waystation::foresight;

namespace {

// Distance in units of the last place of the true value.
double ulps(float got, double exact) {
  const float near = static_cast<float>(exact);
  const double unit = std::nextafter(std::fabs(near), INFINITY) - std::fabs(near);
  return std::fabs(got - exact) / unit;
}

struct Errors {
  double ulp = 0, absolute = 0;
};

// Of every 64 floats from `from` to `to`, a step apart in their bits.
template <class Exact>
Errors errors(void (*of)(const float*, float*, int), float from, float to, std::uint32_t step,
              Exact exact, double ulp_above) {
  Errors out;
  float in[64], got[64];
  const auto last = std::bit_cast<std::uint32_t>(to);
  for (auto bits = std::bit_cast<std::uint32_t>(from); bits <= last;) {
    for (float& x : in) x = std::bit_cast<float>(std::min(bits, last)), bits += step;
    of(in, got, 64);
    for (int i = 0; i < 64; ++i) {
      const double truth = exact(static_cast<double>(in[i]));
      out.absolute = std::max(out.absolute, std::fabs(got[i] - truth));
      if (std::fabs(truth) > ulp_above) out.ulp = std::max(out.ulp, ulps(got[i], truth));
    }
  }
  return out;
}

double normal_below(double z) {
  return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

}  // namespace

TEST_CASE("the logarithm errs by less than 1 ulp, and near 1 by less than 6e-8") {
  const Kernel& k = best_kernel();
  const auto log = [](double x) { return std::log(x); };
  const Errors wide = errors(k.log_of, 0x1p-25f, 4.0f, 1009, log, 0.5);
  const Errors near = errors(k.log_of, 0.7f, 1.4f, 101, log, 10);
  MESSAGE("logarithm: ", wide.ulp, " ulp beyond 0.5, ", near.absolute, " absolute near 1");
  CHECK(wide.ulp < 1);
  CHECK(near.absolute < 6e-8);
}

TEST_CASE("the exponential errs by less than 1.5 ulp") {
  const auto exp = [](double x) { return std::exp(x); };
  const Errors above = errors(best_kernel().exp_of, 1e-6f, 80.0f, 997, exp, 0),
               below = errors(best_kernel().exp_of, -1e-6f, -80.0f, 997, exp, 0);
  MESSAGE("exponential: ", std::max(above.ulp, below.ulp), " ulp");
  CHECK(above.ulp < 1.5);
  CHECK(below.ulp < 1.5);
}

TEST_CASE("the normal quantile gives back its probability") {
  float u[64], z[64];
  double worst = 0;
  for (int n = 0; n < 1 << 18; ++n) {
    for (int i = 0; i < 64; ++i) u[i] = (static_cast<float>(n * 32 + i / 2) + 0.5f) * 0x1p-23f;
    best_kernel().normal_of(u, z, 64);
    for (int i = 0; i < 64; i += 16) {
      const double density = std::exp(-0.5 * z[i] * z[i]) / std::sqrt(2 * M_PI);
      worst = std::max(worst, std::fabs(normal_below(z[i]) - u[i]) / density);
    }
  }
  MESSAGE("normal quantile: ", worst, " absolute");
  CHECK(worst < 1e-5);
}

TEST_CASE("Philox gives the numbers that its authors published") {
  // Random123's known answers for philox4x32-10 with all bits zero, of which the uniforms keep 23.
  float u[64 * 4];
  best_kernel().uniforms({0, 0, 0}, 0, 0, u, 4);
  const std::uint32_t known[4] = {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
  for (int w = 0; w < 4; ++w) CHECK(u[64 * w] == (float(known[w] >> 9) + 0.5f) * 0x1p-23f);
}

TEST_CASE("every instruction set computes the same bits") {
  float u[64 * 40], a[64 * 40], b[64 * 40];
  for (const Kernel* k : {&kernel_avx2, &kernel_avx512}) {
    if (!k->is_supported()) continue;
    for (std::uint32_t n = 0; n < 200; ++n) {
      kernel_sse2.uniforms({n, n, n}, 1, n * 640, u, 40);
      k->uniforms({n, n, n}, 1, n * 640, a, 40);
      CHECK(std::memcmp(u, a, sizeof u) == 0);
      for (auto of : {&Kernel::log_of, &Kernel::exp_of, &Kernel::normal_of}) {
        (kernel_sse2.*of)(u, a, 64 * 40);
        (k->*of)(u, b, 64 * 40);
        CHECK(std::memcmp(a, b, sizeof a) == 0);
      }
    }
  }
}
