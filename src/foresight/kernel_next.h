#pragma once
// The smallest of 64 keys, by the vectors of the instruction set that the kernel is compiled for.
#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include "foresight/kernel_numbers.h"

namespace waystation::foresight {
namespace {

// Vectors of 512 bits are slower here: a key that was just written must reach the cache before so
// wide a load can read it (measured: 71,000 against 85,000 days a second).
#if defined(__AVX2__)

WAYSTATION_INLINE i32 smallest_of_64(const i32* k) {
  const __m256i* v = reinterpret_cast<const __m256i*>(k);
  const __m256i a = _mm256_min_epi32(_mm256_load_si256(v), _mm256_load_si256(v + 1));
  const __m256i b = _mm256_min_epi32(_mm256_load_si256(v + 2), _mm256_load_si256(v + 3));
  const __m256i c = _mm256_min_epi32(_mm256_load_si256(v + 4), _mm256_load_si256(v + 5));
  const __m256i d = _mm256_min_epi32(_mm256_load_si256(v + 6), _mm256_load_si256(v + 7));
  const __m256i m = _mm256_min_epi32(_mm256_min_epi32(a, b), _mm256_min_epi32(c, d));
  __m128i q = _mm_min_epi32(_mm256_castsi256_si128(m), _mm256_extracti128_si256(m, 1));
  q = _mm_min_epi32(q, _mm_shuffle_epi32(q, 0x4e));
  q = _mm_min_epi32(q, _mm_shuffle_epi32(q, 0xb1));
  return _mm_cvtsi128_si32(q);
}

#elif defined(__SSE2__)

// SSE2 has no minimum of 32-bit integers: compare and choose.
WAYSTATION_INLINE __m128i smaller(__m128i a, __m128i b) {
  const __m128i b_less = _mm_cmpgt_epi32(a, b);
  return _mm_or_si128(_mm_and_si128(b_less, b), _mm_andnot_si128(b_less, a));
}

WAYSTATION_INLINE i32 smallest_of_64(const i32* k) {
  const __m128i* v = reinterpret_cast<const __m128i*>(k);
  __m128i m[4];
  for (int i = 0; i < 4; ++i)
    m[i] = smaller(smaller(_mm_load_si128(v + i), _mm_load_si128(v + 4 + i)),
                   smaller(_mm_load_si128(v + 8 + i), _mm_load_si128(v + 12 + i)));
  __m128i q = smaller(smaller(m[0], m[1]), smaller(m[2], m[3]));
  q = smaller(q, _mm_shuffle_epi32(q, 0x4e));
  q = smaller(q, _mm_shuffle_epi32(q, 0xb1));
  return _mm_cvtsi128_si32(q);
}

#else

WAYSTATION_INLINE i32 smallest_of_64(const i32* k) {
  i32 least = k[0];
  for (int i = 1; i < 64; ++i) least = k[i] < least ? k[i] : least;
  return least;
}

#endif

}  // namespace
}  // namespace waystation::foresight
