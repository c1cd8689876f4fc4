// SPDX-License-Identifier: MIT
// Scripts and the places of their mistakes, as rows of a table.
#pragma once

#include "unit.h"

#include "base/diag.h"
#include "core/session.h"
#include "core/timeline.h"

struct mistake {
    const char *script;
    const char *places;  // of all its errors: "5:8 6:1"; "" for none
    const char *message; // something that the first one says; may be NULL
};

// Four lines: what a test adds begins at line 5.
#define HEAD                                                                   \
    "title: T\nkind: breathwork\nclass: holds, fast, activating\n"             \
    "caution: c\n"

static inline bool has_cure(const struct diag *d)
{
    struct str meant = STR("did you mean");
    for (size_t at = 0; at + meant.len <= d->message.len; at++) {
        if (str_equal(str_sub(d->message, at, at + meant.len), meant)) {
            return true;
        }
    }
    return d->hint.len > 0;
}

// Reads and compiles; the errors' places stand in out, "!" after one that does
// not say how to mend it.
static inline void places_of(const struct mistake *m, struct arena *mem,
                             struct buf *out, struct str *first)
{
    struct diags ds = {.mem = mem};
    struct session s = {0};
    struct timeline tl = {0};
    if (session_parse(&s, str_from(m->script), mem, &ds)) {
        timeline_build(&tl, &s, NULL, mem, &ds);
    }
    for (size_t i = 0; i < ds.count; i++) {
        if (ds.items[i].severity == SEVERITY_ERROR) {
            buf_printf(out, "%s%d:%d%s", out->len > 0 ? " " : "",
                       ds.items[i].line, ds.items[i].column,
                       has_cure(&ds.items[i]) ? "" : "!");
            *first = first->at ? *first : ds.items[i].message;
        }
    }
}

static inline void check_mistakes(const struct mistake *table, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct arena mem = {0};
        struct buf out = {0};
        struct str first = {0};
        places_of(&table[i], &mem, &out, &first);
        bool said = !table[i].message;
        struct str want = str_from(table[i].message);
        for (size_t at = 0; !said && at + want.len <= first.len; at++) {
            said = str_equal(str_sub(first, at, at + want.len), want);
        }
        if (!said || !str_equal(buf_view(&out), str_from(table[i].places))) {
            print_error("%s\n  got  %.*s %.*s\n  want %s %s\n", table[i].script,
                        STR_ARG(buf_view(&out)), STR_ARG(first),
                        table[i].places,
                        table[i].message ? table[i].message : "");
            wrong++;
        }
        buf_finish(&out);
        arena_finish(&mem);
    }
    assert_int_equal(wrong, 0);
}
#define CHECK_MISTAKES(table)                                                  \
    check_mistakes(table, sizeof(table) / sizeof((table)[0]))
