#pragma once
// How likely a payout is to be larger than the cash in hand, in whole numbers.
//
// Payouts of a period are taken as many payments, of which the expected number itself varies from
// day to day: a compound Poisson sum under a gamma factor, whose count is negative binomial. Its
// tail is that of the gamma distribution with the same mean and variance, and the gamma's is taken
// by the cube root of Wilson and Hilferty (The distribution of chi-square, PNAS 17, 1931, 684-688):
// (X / mean)^(1/3) is nearly normal with mean 1 - a and variance a, a = variance / (9 mean²). The
// normal tail is a table of 81 steps of 0.05, read linearly.
//
// Against an exact sum of the negative binomial law, with 50 payments expected or more and a
// variation from 0 to 60 %, no chance is wrong by more than 1 in 100
// (cash_runway_chance_test.cpp). A shape below one half (a few large payments) is reckoned as one
// half. All in integers, so that every machine gives the same answer; fen below 10^13.
#include "core/fen.h"

namespace waystation::cash {

__extension__ using WideFen = __int128;  // Products of two sums of fen.

inline constexpr std::int32_t certain_basis_points = 10'000;

struct Spread {
  Fen mean;
  WideFen variance = 0;  // Fen².
};

// That more than `cash` is asked for, in basis points. Without cash any payout is too much.
std::int32_t chance_above(const Spread&, Fen cash);
// The cash that is not enough with this chance, 1 to 5,000 basis points; rounded up to a fen.
Fen enough_for(const Spread&, std::int32_t left_over_basis_points);

}  // namespace waystation::cash
