// SPDX-License-Identifier: MIT
// The reader names what stands wrongly in the text; here, what is wrong with
// the entries: an Id that stands twice, a value that is not what its field
// holds.
#include "core/journal.h"

#include "base/number.h"
#include "base/set.h"
#include "core/journal_field.h"

struct checking {
    struct arena *mem; // of messages
    struct arena own;  // of values that are looked at once
    struct diags *out;
};

static void report(struct checking *c, enum severity severity, int line,
                   struct str message)
{
    diags_add(c->out, (struct diag){.severity = severity,
                                    .line = line,
                                    .column = 1,
                                    .width = 1,
                                    .message = message});
}

static bool is_known(struct str name)
{
    size_t count = 0;
    const struct entry_field *fields = entry_fields(&count);
    for (size_t i = 0; i < count; i++) {
        if (str_equal(name, fields[i].name)) {
            return true;
        }
    }
    return false;
}

static void check_fields(struct checking *c, const struct rec *rec)
{
    static const char *const wanted[] = {"At", "Day_date", "Day_kind"};
    struct entry e;
    if (!entry_read(rec, &c->own, &e)) {
        report(c, SEVERITY_ERROR, rec->line,
               STR("no day can be read from this entry; passed over"));
        return;
    }
    for (size_t i = 0; i < e.other_count; i++) {
        struct str name = e.others[i].name;
        if (is_known(name)) {
            report(c, SEVERITY_WARNING, e.others[i].line,
                   arena_printf(c->mem,
                                "\"%.*s: %.*s\" is not what this field holds, "
                                "or stands twice; kept as it is",
                                STR_ARG(name),
                                STR_ARG(str_sub(e.others[i].value, 0, 60))));
        }
    }
    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        if (!rec_get(rec, str_from(wanted[i])).at) {
            report(c, SEVERITY_WARNING, rec->line,
                   arena_printf(c->mem, "this entry has no %s", wanted[i]));
        }
    }
}

void journal_check(struct str text, struct arena *mem, struct diags *out)
{
    struct checking c = {.mem = mem, .out = out};
    struct arena kept = {0}; // until the end
    struct set ids = {.mem = &kept};
    struct rec_reader r = {0};
    struct rec rec = {0};
    rec_reader_init(&r, text, &c.own, out);
    r.strict = true;
    while (rec_next(&r, &rec)) {
        struct str id = rec_get(&rec, STR("Id"));
        if (!set_find(&ids, id)) {
            set_add(&ids, arena_copy(&kept, id));
            set_find(&ids, id)->number = (size_t)rec.line;
        } else {
            report(&c, SEVERITY_ERROR, rec.line,
                   arena_printf(mem,
                                "the Id %.*s stands twice, first at line "
                                "%zu",
                                STR_ARG(id), set_find(&ids, id)->number));
        }
        if (!wall_id_valid(id)) {
            report(&c, SEVERITY_WARNING, rec.line,
                   STR("the Id is not of the form "
                       "20260301T070211Z-1f3a9c02"));
        }
        check_fields(&c, &rec);
        rec_forget(&r);
    }
    arena_finish(&kept);
    arena_finish(&c.own);
    diags_sort(out);
}
