// SPDX-License-Identifier: MIT
// What every unit test includes: cmocka, in the order that it needs.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>

#include "base/str.h"

#define assert_str(s, literal)                                                 \
    do {                                                                       \
        struct str got_ = (s);                                                 \
        struct str want_ = str_from(literal);                                  \
        if (!str_equal(got_, want_)) {                                         \
            print_error("got  \"%.*s\"\nwant \"%.*s\"\n", STR_ARG(got_),       \
                        STR_ARG(want_));                                       \
        }                                                                      \
        assert_true(str_equal(got_, want_));                                   \
    } while (0)
