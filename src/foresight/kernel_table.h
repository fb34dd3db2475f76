#pragma once
// One kernel: the same code, compiled for the instruction set of the file that includes this.
#include "foresight/kernel_draw.h"
#include "foresight/kernel_play.h"

// NOLINTBEGIN(misc-definitions-in-headers): local to each kernel, by intent.
namespace waystation::foresight {
namespace {

void logs(const float* in, float* out, int n) {
  for (int i = 0; i < n; ++i) out[i] = log_one(in[i]);
}
void exponentials(const float* in, float* out, int n) {
  for (int i = 0; i < n; ++i) out[i] = exp_one(in[i]);
}
void normals(const float* in, float* out, int n) {
  for (int i = 0; i < n; ++i) out[i] = normal_one(in[i]);
}
void fill_uniforms(const Replication& r, u32 purpose, u32 first, float* out, int blocks) {
  Words words;
  for (int b = 0; b < blocks; b += 4, first += block) {
    philox(r, purpose, first, words);
    for (int w = 0; w < 4 && b + w < blocks; ++w) uniforms_of(words.of[w], out + (b + w) * block);
  }
}

constexpr Kernel kernel_named(const char* name, bool (*is_supported)()) {
  return {name, is_supported, draw, play, play_traced, logs, exponentials, normals, fill_uniforms};
}

}  // namespace
}  // namespace waystation::foresight
// NOLINTEND(misc-definitions-in-headers)
