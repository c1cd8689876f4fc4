// SPDX-License-Identifier: MIT
// Fields mostly come in the order of the table, so each is looked for from
// where the last was found. What cannot be read as what it should be is kept
// as an unknown field.
#include "core/journal.h"

#include <string.h>

#include "base/number.h"
#include "core/journal_field.h"

struct reading {
    struct entry *e;
    struct arena *mem;
    const struct rec_field *field, *stop; // at hand; behind the last
    bool dated, has_kind, has_basis;      // the first of a name counts
    // The entry's arrays while they are filled.
    int *holds;
    struct rating *ratings;
    struct answer *answers;
    struct str *effects, *tags;
    struct rec_field *others;
};

// Room for all values of the field at hand, the first of its name.
static size_t room_for(const struct reading *r)
{
    size_t count = 0;
    for (const struct rec_field *f = r->field; f < r->stop; f++) {
        count += str_equal(f->name, r->field->name);
    }
    return count;
}

static const struct entry_field *field_find(struct str name, size_t *from)
{
    size_t count = 0;
    const struct entry_field *fields = entry_fields(&count);
    for (size_t i = 0; i < count; i++) {
        size_t at = (*from + i) % count;
        if (str_equal(name, fields[at].name)) {
            *from = at;
            return &fields[at];
        }
    }
    return NULL;
}

static bool take_text(struct reading *r, const struct entry_field *f,
                      struct str value)
{
    struct str *to = &MEMBER(r->e, f->at, struct str);
    if (to->len > 0) {
        return false;
    }
    *to = value;
    return true;
}

static bool take_number(struct reading *r, const struct entry_field *f,
                        struct str value)
{
    int *to = &MEMBER(r->e, f->at, int);
    int64_t number = 0;
    bool empty = *to == (f->form == FORM_COUNT ? 0 : -1);
    if (!empty || !number_whole(value, f->least, f->most, &number)) {
        return false;
    }
    *to = (int)number;
    return true;
}

static bool take_tenths(struct reading *r, const struct entry_field *f,
                        struct str value)
{
    int64_t number = 0;
    if (r->e->sleep_tenths >= 0 || !number_thousandths(value, &number) ||
        number > (int64_t)f->most * 100) {
        return false;
    }
    r->e->sleep_tenths = (int)((number + 50) / 100);
    return true;
}

static bool take_basis(struct reading *r, struct str value)
{
    for (int b = 0; b < BASIS_COUNT && !r->has_basis; b++) {
        if (str_equal(value, day_basis_word((enum day_basis)b))) {
            r->e->basis = (enum day_basis)b;
            r->has_basis = true;
            return true;
        }
    }
    return false;
}

static bool take_kind(struct reading *r, struct str value)
{
    if (r->has_kind || !day_kind_from_word(value, &r->e->kind)) {
        return false;
    }
    r->has_kind = true;
    return true;
}

static bool take_early(struct reading *r, struct str value)
{
    bool early = !r->e->ended_early && str_equal(value, STR("early"));
    r->e->ended_early = r->e->ended_early || early;
    return early;
}

static bool take_date(struct reading *r, struct str value)
{
    if (r->dated || !day_parse(str_sub(value, 0, 10), &r->e->day_date)) {
        return false;
    }
    r->dated = true;
    return true;
}

// "NAME N"
static bool read_rating(struct str value, int most, struct rating *out)
{
    size_t cut = value.len;
    int64_t number = 0;
    while (cut > 0 && value.at[cut - 1] != ' ') {
        cut--;
    }
    if (cut == 0 ||
        !number_whole(str_sub(value, cut, value.len), 0, most, &number)) {
        return false;
    }
    *out = (struct rating){str_trim(str_sub(value, 0, cut)), (int)number};
    return true;
}

static bool take_rating(struct reading *r, const struct entry_field *f,
                        struct str value)
{
    struct rating rating = {0};
    if (!read_rating(value, f->most, &rating)) {
        return false;
    }
    if (!r->ratings) {
        r->ratings = ARENA_ARRAY(r->mem, struct rating, room_for(r));
    }
    r->ratings[r->e->rating_count++] = rating;
    return true;
}

static bool take_hold(struct reading *r, const struct entry_field *f,
                      struct str value)
{
    int64_t number = 0;
    if (!number_whole(value, f->least, f->most, &number)) {
        return false;
    }
    if (!r->holds) {
        r->holds = ARENA_ARRAY(r->mem, int, room_for(r));
    }
    r->holds[r->e->hold_count++] = (int)number;
    return true;
}

static void take_answer(struct reading *r, struct str value)
{
    if (!r->answers) {
        r->answers = ARENA_ARRAY(r->mem, struct answer, room_for(r));
    }
    struct str question = str_cut(&value, '\n');
    r->answers[r->e->answer_count++] = (struct answer){question, value};
}

static void take_list(struct reading *r, const struct entry_field *f,
                      struct str value)
{
    bool tag = f->at == offsetof(struct entry, tags);
    struct str **list = tag ? &r->tags : &r->effects;
    if (!*list) {
        *list = ARENA_ARRAY(r->mem, struct str, room_for(r));
    }
    (*list)[MEMBER(r->e, f->also, size_t)++] = value;
}

static bool take_seconds(struct reading *r, const struct entry_field *f,
                         struct str value)
{
    int64_t *to = &MEMBER(r->e, f->at, int64_t);
    return *to < 0 && number_whole(value, 0, INT32_MAX, to);
}

static bool take_field(struct reading *r, const struct entry_field *f,
                       struct str value)
{
    struct str word = str_trim(value);
    switch (f->form) {
    case FORM_TEXT:
        return take_text(r, f, value);
    case FORM_DATE:
        return take_date(r, word);
    case FORM_KIND:
        return take_kind(r, word);
    case FORM_BASIS:
        return take_basis(r, word);
    case FORM_COUNT:
    case FORM_NUMBER:
        return take_number(r, f, word);
    case FORM_SECONDS:
        return take_seconds(r, f, word);
    case FORM_TENTHS:
        return take_tenths(r, f, word);
    case FORM_EARLY:
        return take_early(r, word);
    case FORM_HOLDS:
        return take_hold(r, f, word);
    case FORM_RATINGS:
        return take_rating(r, f, word);
    case FORM_TEXTS:
        take_list(r, f, value);
        return true;
    case FORM_ANSWERS:
        take_answer(r, value);
        return true;
    case FORM_OTHERS:
        break;
    }
    return false;
}

static void take_other(struct reading *r)
{
    if (str_equal(r->field->name, STR("End")) || r->field->name.at[0] == '%') {
        return;
    }
    if (!r->others) {
        size_t left = (size_t)(r->stop - r->field);
        r->others = ARENA_ARRAY(r->mem, struct rec_field, left);
    }
    r->others[r->e->other_count++] = *r->field;
}

// The day from At or, failing that, from the Id.
static bool date_otherwise(struct entry *e)
{
    struct str id = e->id;
    char date[] = "YYYY-MM-DD";
    if (day_parse(str_sub(e->at, 0, 10), &e->day_date)) {
        return true;
    }
    if (id.len < 8) {
        return false;
    }
    memcpy(date, id.at, 4);
    memcpy(date + 5, id.at + 4, 2);
    memcpy(date + 8, id.at + 6, 2);
    return day_parse(str_from(date), &e->day_date);
}

bool entry_read(const struct rec *rec, struct arena *mem, struct entry *out)
{
    struct reading r = {.e = out, .mem = mem};
    size_t from = 0;
    entry_init(out);
    r.stop = rec->fields + rec->count;
    for (r.field = rec->fields; r.field < r.stop; r.field++) {
        const struct entry_field *f = field_find(r.field->name, &from);
        if (!f || !take_field(&r, f, r.field->value)) {
            take_other(&r);
        }
    }
    out->hold_s = r.holds;
    out->ratings = r.ratings;
    out->answers = r.answers;
    out->effects = r.effects;
    out->tags = r.tags;
    out->others = r.others;
    out->kind_missing = !r.has_kind;
    out->basis_missing = !r.has_basis;
    out->seal = rec->seal;
    out->line = rec->line;
    return out->id.len > 0 && (r.dated || date_otherwise(out));
}
