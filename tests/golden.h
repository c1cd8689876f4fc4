// SPDX-License-Identifier: MIT
// Golden files: what a test printed must be what tests/golden/NAME holds.
// UPDATE=1 in the environment writes them anew; the difference is reviewed.
#pragma once

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "unit.h"

static inline void golden_check(const char *name, const struct buf *got)
{
    struct buf path = {0};
    buf_printf(&path, "%s/tests/golden/%s", BREATHMARK_TREE, name);
    if (getenv("UPDATE")) {
        FILE *file = fopen(buf_cstr(&path), "wb");
        assert_non_null(file);
        fwrite(got->at, 1, got->len, file);
        assert_int_equal(fclose(file), 0);
    }
    FILE *file = fopen(buf_cstr(&path), "rb");
    if (!file) {
        fail_msg("%s is missing; UPDATE=1 writes it", buf_cstr(&path));
    }
    struct buf want = {0};
    size_t count = 0;
    do {
        buf_reserve(&want, 65536);
        count = fread(want.at + want.len, 1, 65536, file);
        want.len += count;
    } while (count > 0);
    fclose(file);
    if (!str_equal(buf_view(&want), buf_view(got))) {
        struct str a = buf_view(&want);
        struct str b = buf_view(got);
        int line = 1;
        while (a.len > 0 || b.len > 0) {
            struct str want_line = str_cut(&a, '\n');
            struct str got_line = str_cut(&b, '\n');
            if (!str_equal(want_line, got_line)) {
                print_error("%s:%d\nwant %.*s\ngot  %.*s\n", name, line,
                            STR_ARG(want_line), STR_ARG(got_line));
                break;
            }
            line++;
        }
        fail_msg("%s differs; UPDATE=1 accepts it", name);
    }
    buf_finish(&want);
    buf_finish(&path);
}
