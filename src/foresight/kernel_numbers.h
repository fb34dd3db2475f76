#pragma once
// Philox, logarithm, exponential and normal quantile as loops over blocks of 64 numbers, which the
// compiler turns into vectors. No step depends on the width of a vector and no product is fused
// with a sum (-ffp-contract=off), so every instruction set gives the same bits. Included by the
// kernels only, each compiled for its own instruction set: everything here is local.
//
// Greatest errors, as numbers_test measures them: logarithm 0.74 ulp where it is beyond 0.5, else
// 2.3e-8 absolute; exponential 0.95 ulp on -80…80; normal quantile 9e-7 absolute.
// log and exp: Cephes (Moshier); quantile: Giles, "Approximating the erfinv function", 2010.
#include <cstdint>
#include <cstring>

#include "foresight/tape.h"

// NOLINTBEGIN(misc-definitions-in-headers): local to each kernel, by intent.
namespace waystation::foresight {
namespace {

constexpr int block = 64;
using u32 = std::uint32_t;
using u64 = std::uint64_t;
using i32 = std::int32_t;

#define WAYSTATION_INLINE [[gnu::always_inline]] inline

WAYSTATION_INLINE float float_of(i32 bits) {
  return __builtin_bit_cast(float, bits);
}
WAYSTATION_INLINE i32 bits_of(float x) {
  return __builtin_bit_cast(i32, x);
}

WAYSTATION_INLINE float log_one(float x) {
  const i32 above = bits_of(x) - 0x3f3504f3;  // √½, so that the mantissa lies around 1.
  const float e = static_cast<float>(above >> 23);
  const float m = float_of((above & 0x007fffff) + 0x3f3504f3) - 1.0f;
  const float z = m * m;
  float p = 7.0376836292e-2f;
  p = p * m - 1.1514610310e-1f;
  p = p * m + 1.1676998740e-1f;
  p = p * m - 1.2420140846e-1f;
  p = p * m + 1.4249322787e-1f;
  p = p * m - 1.6668057665e-1f;
  p = p * m + 2.0000714765e-1f;
  p = p * m - 2.4999993993e-1f;
  p = p * m + 3.3333331174e-1f;
  float y = p * m * z;
  y = y + e * -2.12194440e-4f;
  y = y - 0.5f * z;
  return (m + y) + e * 0.693359375f;
}

WAYSTATION_INLINE float exp_one(float x) {
  x = x < -80.0f ? -80.0f : x;
  x = x > 80.0f ? 80.0f : x;
  const float scaled = x * 1.44269504088896341f;
  const i32 n = static_cast<i32>(scaled + (scaled < 0 ? -0.5f : 0.5f));
  const float whole = static_cast<float>(n);
  const float r = (x - whole * 0.693359375f) + whole * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  return (p * (r * r) + r + 1.0f) * float_of((n + 127) << 23);
}

WAYSTATION_INLINE float normal_one(float u) {
  const float x = 2.0f * u - 1.0f;
  const float w = -log_one(4.0f * u * (1.0f - u));
  const float c = w - 2.5f;
  float p = 2.81022636e-08f;
  p = p * c + 3.43273939e-07f;
  p = p * c - 3.5233877e-06f;
  p = p * c - 4.39150654e-06f;
  p = p * c + 0.00021858087f;
  p = p * c - 0.00125372503f;
  p = p * c - 0.00417768164f;
  p = p * c + 0.246640727f;
  p = p * c + 1.50140941f;
  const float s = __builtin_sqrtf(w > 0.0f ? w : 0.0f) - 3.0f;
  float q = -0.000200214257f;
  q = q * s + 0.000100950558f;
  q = q * s + 0.00134934322f;
  q = q * s - 0.00367342844f;
  q = q * s + 0.00573950773f;
  q = q * s - 0.0076224613f;
  q = q * s + 0.00943887047f;
  q = q * s + 1.00167406f;
  q = q * s + 2.83297682f;
  return (w < 5.0f ? p : q) * x * 1.41421356f;
}

// Of 24 bits, the last of them always set: never 0 or 1, and 1 - u is one of them too.
WAYSTATION_INLINE float uniform_of(u32 word) {
  return (static_cast<float>(static_cast<i32>(word >> 9)) + 0.5f) * 0x1p-23f;
}

struct Words {
  alignas(64) u32 of[4][block];
};

// The four words of the counters (first … first + 63, purpose, replication, outlet).
WAYSTATION_INLINE void philox(const Replication& r, u32 purpose, u32 first, Words& out) {
  constexpr int lanes = 16;
  for (int part = 0; part < block; part += lanes) {
    alignas(64) u32 a[lanes], b[lanes], c[lanes], d[lanes];
    for (int i = 0; i < lanes; ++i)
      a[i] = first + static_cast<u32>(part + i), b[i] = purpose, c[i] = r.number, d[i] = r.outlet;
    u32 k0 = static_cast<u32>(r.seed), k1 = static_cast<u32>(r.seed >> 32);
    for (int round = 0; round < 10; ++round) {
      for (int i = 0; i < lanes; ++i) {
        const u64 p = u64{0xD2511F53u} * a[i], q = u64{0xCD9E8D57u} * c[i];
        a[i] = static_cast<u32>(q >> 32) ^ b[i] ^ k0;
        c[i] = static_cast<u32>(p >> 32) ^ d[i] ^ k1;
        b[i] = static_cast<u32>(q);
        d[i] = static_cast<u32>(p);
      }
      k0 += 0x9E3779B9u, k1 += 0xBB67AE85u;
    }
    for (int i = 0; i < lanes; ++i) {
      out.of[0][part + i] = a[i], out.of[1][part + i] = b[i];
      out.of[2][part + i] = c[i], out.of[3][part + i] = d[i];
    }
  }
}

WAYSTATION_INLINE void uniforms_of(const u32* words, float* out) {
  for (int i = 0; i < block; ++i) out[i] = uniform_of(words[i]);
}

}  // namespace
}  // namespace waystation::foresight
// NOLINTEND(misc-definitions-in-headers)
