/* SPDX-License-Identifier: MIT */
#include "text/bytes.h"

#define L BYTE_LOWER
#define U BYTE_UPPER
#define D BYTE_DIGIT
#define W BYTE_UNDERSCORE
#define J BYTE_JOINS
#define S BYTE_SPACE
#define N BYTE_NEWLINE
#define H (BYTE_HIGH | BYTE_JOINS)

/* One row is 16 bytes, the first row is U+0000 to U+000F. */
/* clang-format off */
const uint8_t byte_class[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, S, N, N, N, N, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    S, 0, 0, 0, 0, J, J, J, 0, 0, 0, 0, J, J, J, J,
    D, D, D, D, D, D, D, D, D, D, J, 0, 0, 0, 0, 0,
    J, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    U, U, U, U, U, U, U, U, U, U, U, 0, 0, 0, 0, W,
    0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, 0,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
};
/* clang-format on */
