// SPDX-License-Identifier: MIT
// The lines are read into the fields of a record and handed to the reader of
// plans, so that a protocol can say what a plan can say, in the same words.
#include "core/protocol.h"

static const char *const field_names[] = {
    "Title",    "About",      "Source",     "Pattern",
    "Weekdays", "Cycle_days", "Break_days", "Shift",
};

static bool is_known(struct str name)
{
    for (size_t i = 0; i < sizeof(field_names) / sizeof(field_names[0]); i++) {
        if (str_equal(name, str_from(field_names[i]))) {
            return true;
        }
    }
    return false;
}

static void mistake(struct diags *notes, int line, struct str source,
                    struct str message)
{
    diags_add(notes, (struct diag){.line = line,
                                   .column = 1,
                                   .width = 1,
                                   .message = message,
                                   .source = source});
}

// The fields of text, in an array with room for each line.
static struct rec read_lines(struct str text, struct arena *mem,
                             struct diags *notes)
{
    size_t lines = 1;
    for (size_t at = 0; at < text.len; at++) {
        lines += text.at[at] == '\n';
    }
    struct rec_field *fields = ARENA_ARRAY(mem, struct rec_field, lines);
    struct rec r = {.fields = fields, .line = 1};
    for (int number = 1; text.len > 0; number++) {
        struct str line = str_cut(&text, '\n');
        line.len -= str_ends(line, STR("\r"));
        struct str rest = line;
        struct str name = rec_field_name(line);
        if (str_trim(line).len == 0 || line.at[0] == '#') {
            continue;
        }
        if (!is_known(name)) {
            mistake(notes, number, line,
                    STR("not a field of a protocol (Title, About, Source, "
                        "Pattern, Weekdays, Cycle_days, Break_days, Shift)"));
            continue;
        }
        str_cut(&rest, ':');
        fields[r.count++] = (struct rec_field){name, str_trim(rest), number};
    }
    return r;
}

bool protocol_read(struct str name, struct str text, struct arena *mem,
                   struct diags *notes, struct protocol *out)
{
    size_t before = notes->errors;
    struct rec r = read_lines(text, mem, notes);
    *out = (struct protocol){.name = name,
                             .title = rec_get(&r, STR("Title")),
                             .about = rec_get(&r, STR("About")),
                             .source = rec_get(&r, STR("Source"))};
    plan_init(&out->plan);
    plan_read_fields(&r, mem, notes, &out->plan);
    return notes->errors == before;
}

static void put_days(int days, struct buf *out)
{
    buf_printf(out, days == 1 ? "%d day" : "%d days", days);
}

// A long pattern spells single days, as an import does.
static void describe_pattern(const struct plan *p, struct buf *out)
{
    enum { SPELT_DAYS = 31 };
    int doses = 0;
    for (int i = 0; i < p->length; i++) {
        doses += p->pattern[i] == DAY_DOSE;
    }
    if (p->length <= SPELT_DAYS) {
        plan_pattern_print(p, out);
    } else {
        put_days(p->length, out);
        buf_printf(out, " one by one, %d of them dose days", doses);
    }
}

void plan_describe(const struct plan *p, struct buf *out)
{
    switch (p->rule) {
    case RULE_PATTERN:
        describe_pattern(p, out);
        break;
    case RULE_WEEKDAYS:
        buf_put(out, STR("dose on "));
        plan_weekdays_print(p, out);
        break;
    case RULE_NONE:
    case RULE_COUNT:
        buf_put(out, STR("log only"));
        break;
    }
    if (p->shift == SHIFT_FROM_DOSE) {
        buf_put(out, STR(", counted from the last dose"));
    }
    if (p->cycle_days == 0) {
        buf_put(out, STR("; without end"));
        return;
    }
    buf_put(out, STR("; "));
    put_days(p->cycle_days, out);
    if (p->break_days > 0) {
        buf_put(out, STR(", then a break of "));
        put_days(p->break_days, out);
    } else {
        buf_put(out, STR(" a cycle, without a break"));
    }
}
