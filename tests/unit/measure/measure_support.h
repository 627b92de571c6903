/* SPDX-License-Identifier: MIT */
/* For the tests of measure/: finished documents as measures are given them, and
 * comparisons of real numbers. */
#ifndef LEDE_TESTS_MEASURE_SUPPORT_H
#define LEDE_TESTS_MEASURE_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/base/base_support.h"

#include <math.h>

/* Fails for NaN too. */
static inline void expect_near(double found, double wanted, double tolerance) {
    double size = fabs(wanted) > 1.0 ? fabs(wanted) : 1.0;
    if (!(fabs(found - wanted) <= tolerance * size)) {
        fail_msg("%.17g, expected %.17g", found, wanted);
    }
}

#endif
