# SPDX-License-Identifier: MIT
# How every target of the project is compiled.

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)

add_library(lede_warnings INTERFACE)
target_compile_options(lede_warnings INTERFACE
  -Wall
  -Wextra
  -Wpedantic
  -Wconversion
  -Wsign-conversion
  -Wshadow
  -Wstrict-prototypes
  -Wmissing-prototypes
  -Wvla
  -Wswitch-enum
  -Wimplicit-fallthrough
  -Wundef
  -Wformat=2
  -Wcast-qual
  -Wdouble-promotion
  $<$<BOOL:${LEDE_WERROR}>:-Werror>)

# Scores are the same on every machine: no fused multiply-add, and on 32-bit
# x86 no 80-bit intermediate results.
set(LEDE_FLOAT_OPTIONS -ffp-contract=off)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
include(CheckCSourceCompiles)
check_c_source_compiles("
#ifndef __i386__
#error not 32-bit x86
#endif
int nothing;
" LEDE_TARGET_I386)
unset(CMAKE_TRY_COMPILE_TARGET_TYPE)
if(LEDE_TARGET_I386)
  list(APPEND LEDE_FLOAT_OPTIONS -msse2 -mfpmath=sse)
endif()

if(LEDE_SANITIZE)
  add_compile_options(-fsanitize=${LEDE_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${LEDE_SANITIZE})
endif()

if(LEDE_COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()

# The programs that are no harness find what they need in the address sanitizer.
if(LEDE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
