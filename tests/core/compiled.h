// SPDX-License-Identifier: MIT
// A script compiled for a test, with everything it lives in.
#pragma once

#include "mistakes.h"

struct compiled {
    struct arena mem;
    struct diags ds;
    struct session session;
    struct timeline tl;
    bool well;
};

static inline void compile(struct compiled *c, const char *script,
                           const struct choices *choices)
{
    *c = (struct compiled){0};
    c->ds.mem = &c->mem;
    c->well = session_parse(&c->session, str_from(script), &c->mem, &c->ds) &&
              timeline_build(&c->tl, &c->session, choices, &c->mem, &c->ds);
}

// With the values given as "--set" gives them, up to a NULL.
static inline void compile_with(struct compiled *c, const char *script,
                                uint64_t seed, const char *const *sets)
{
    *c = (struct compiled){0};
    c->ds.mem = &c->mem;
    assert_true(session_parse(&c->session, str_from(script), &c->mem, &c->ds));
    struct choice items[8] = {0};
    size_t count = 0;
    for (; sets && sets[count]; count++) {
        struct str why = {0};
        assert_true(choice_parse(&c->session, str_from(sets[count]), &c->mem,
                                 &items[count], &why));
    }
    struct choices choices = {items, count, seed};
    c->well = timeline_build(&c->tl, &c->session, &choices, &c->mem, &c->ds);
}

static inline void release(struct compiled *c)
{
    arena_finish(&c->mem);
}
