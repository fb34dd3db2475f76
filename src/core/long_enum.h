#pragma once
// An enumeration of more than 52 words, which is as many as BOOST_DEFINE_ENUM_CLASS of Boost 1.81
// takes: given in three parts, each in parentheses, it is described as any other.
#include <boost/describe.hpp>

#define WAYSTATION_WORDS(...) __VA_ARGS__
#define WAYSTATION_DESCRIBE_WORDS(E, ...) \
  BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, E, __VA_ARGS__)

#define WAYSTATION_DEFINE_LONG_ENUM_CLASS(E, FIRST, SECOND, THIRD)                          \
  enum class E { WAYSTATION_WORDS FIRST, WAYSTATION_WORDS SECOND, WAYSTATION_WORDS THIRD }; \
  BOOST_DESCRIBE_MAYBE_UNUSED BOOST_DESCRIBE_ENUM_BEGIN(E)                                  \
      WAYSTATION_DESCRIBE_WORDS(E, WAYSTATION_WORDS FIRST)                                  \
          WAYSTATION_DESCRIBE_WORDS(E, WAYSTATION_WORDS SECOND)                             \
              WAYSTATION_DESCRIBE_WORDS(E, WAYSTATION_WORDS THIRD) BOOST_DESCRIBE_ENUM_END(E)
