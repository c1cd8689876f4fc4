// SPDX-License-Identifier: MIT
#include "core/support.h"

#include <assert.h>
#include <string.h>

#include "base/rec.h"
#include "base/tongue.h"

static const struct {
    const char *name, *question;
} fields[] = {
    [SUPPORT_INTENTION] = {"Intention", WORD("Why do you do this, and for "
                                             "whom?")},
    [SUPPORT_TRUSTED] = {"Trusted_person",
                         WORD("Who checks in with you? Someone you trust.")},
    [SUPPORT_PROVIDER] = {"Provider", WORD("Who is your doctor or therapist?")},
    [SUPPORT_LINES] = {"Local_lines",
                       WORD("Whom can you call where you live, day or night?")},
    [SUPPORT_STOP] = {"How_to_stop",
                      WORD("How will you stop, if you want or need to?")},
};
static_assert(sizeof(fields) / sizeof(fields[0]) == SUPPORT_FIELD_COUNT,
              "a name and a question for every field");

static const char head[] =
    "# My support plan. Plain text: edit it here, or in the Calendar with H.\n"
    "# Further lines of an answer begin with \"+ \".\n";

struct str support_question(enum support_field f)
{
    assert(f < SUPPORT_FIELD_COUNT);
    return str_from(fields[f].question);
}

static struct str *field_named(struct support *s, struct str name)
{
    for (int i = 0; i < SUPPORT_FIELD_COUNT; i++) {
        if (str_equal(name, str_from(fields[i].name))) {
            return &s->fields[i];
        }
    }
    return NULL;
}

// Our own first lines are written anew; a person's comments stay.
static bool is_of_head(struct str line)
{
    struct str left = STR(head);
    while (left.len > 0) {
        if (str_equal(str_cut(&left, '\n'), line)) {
            return true;
        }
    }
    return false;
}

static struct str joined(struct str a, struct str b, struct arena *mem)
{
    if (!a.at) {
        return b;
    }
    // Not by printf, which ends at a NUL.
    char *at = arena_alloc(mem, a.len + b.len + 1, 1);
    memcpy(at, a.at, a.len);
    at[a.len] = '\n';
    memcpy(at + a.len + 1, b.at, b.len);
    return (struct str){at, a.len + b.len + 1};
}

void support_read(struct support *out, struct str text, struct arena *mem)
{
    *out = (struct support){0};
    struct str *at = NULL; // the field that further lines belong to
    while (text.len > 0) {
        struct str line = str_cut(&text, '\n');
        while (str_ends(line, STR("\r"))) {
            line.len--;
        }
        struct str name = rec_field_name(line);
        struct str *named = field_named(out, name);
        bool more = str_starts(line, STR("+"));
        if (named) {
            at = named;
            line = str_trim(str_sub(line, name.len + 1, line.len));
            *at = joined(*at, line, mem);
        } else if (more && at && at != &out->others) {
            size_t from = str_starts(line, STR("+ ")) ? 2 : 1;
            *at = joined(*at, str_sub(line, from, line.len), mem);
        } else if (str_trim(line).len > 0 && !is_of_head(line)) {
            at = &out->others;
            *at = joined(*at, line, mem);
        }
    }
}

void support_format(const struct support *s, struct buf *out)
{
    buf_put(out, STR(head));
    for (int i = 0; i < SUPPORT_FIELD_COUNT; i++) {
        rec_put(out, str_from(fields[i].name), s->fields[i]);
    }
    if (s->others.len > 0) {
        buf_put(out, s->others);
        buf_put_char(out, '\n');
    }
}
