// SPDX-License-Identifier: MIT
#include "core/journal.h"

#include "core/journal_field.h"

static void put_number(struct buf *out, const struct entry_field *f,
                       int64_t value)
{
    if (value >= 0 && (f->form != FORM_COUNT || value > 0)) {
        rec_put_whole(out, f->name, value);
    }
}

static void put_text(struct buf *out, const struct entry_field *f,
                     struct str text)
{
    if (text.len > 0) {
        rec_put(out, f->name, text);
    }
}

static void put_date(struct buf *out, const struct entry_field *f,
                     struct day day)
{
    buf_printf(out, "%.*s: ", STR_ARG(f->name));
    day_print(day, out);
    buf_put_char(out, '\n');
}

static void put_ratings(struct buf *out, const struct entry *e)
{
    struct buf text = {0};
    for (size_t i = 0; i < e->rating_count; i++) {
        buf_clear(&text);
        buf_printf(&text, "%.*s %d", STR_ARG(e->ratings[i].name),
                   e->ratings[i].value);
        rec_put(out, STR("Rate"), buf_view(&text));
    }
    buf_finish(&text);
}

static void put_answers(struct buf *out, const struct entry *e)
{
    struct buf text = {0};
    for (size_t i = 0; i < e->answer_count; i++) {
        buf_clear(&text);
        struct str question = e->answers[i].question;
        while (question.len > 0) { // the question is the first line
            buf_put(&text, text.len > 0 ? STR(" ") : STR(""));
            buf_put(&text, str_cut(&question, '\n'));
        }
        buf_put_char(&text, '\n');
        buf_put(&text, e->answers[i].text);
        rec_put(out, STR("Answer"), buf_view(&text));
    }
    buf_finish(&text);
}

static void put_arrays(struct buf *out, const struct entry_field *f,
                       const struct entry *e)
{
    size_t count = CONST_MEMBER(e, f->also, size_t);
    for (size_t i = 0; i < count; i++) {
        if (f->form == FORM_HOLDS) {
            put_number(out, f, e->hold_s[i]);
        } else if (f->form == FORM_TEXTS) {
            put_text(out, f, CONST_MEMBER(e, f->at, struct str *const)[i]);
        } else {
            rec_put(out, e->others[i].name, e->others[i].value);
        }
    }
}

static void put_field(struct buf *out, const struct entry_field *f,
                      const struct entry *e)
{
    switch (f->form) {
    case FORM_TEXT:
        put_text(out, f, CONST_MEMBER(e, f->at, struct str));
        break;
    case FORM_DATE:
        put_date(out, f, e->day_date);
        break;
    case FORM_KIND:
        put_text(out, f, day_kind_word(e->kind));
        break;
    case FORM_BASIS:
        put_text(out, f,
                 e->basis_missing ? STR_NONE : day_basis_word(e->basis));
        break;
    case FORM_COUNT:
    case FORM_NUMBER:
        put_number(out, f, CONST_MEMBER(e, f->at, int));
        break;
    case FORM_SECONDS:
        put_number(out, f, CONST_MEMBER(e, f->at, int64_t));
        break;
    case FORM_TENTHS:
        if (e->sleep_tenths >= 0) {
            buf_printf(out, "%.*s: %d.%d\n", STR_ARG(f->name),
                       e->sleep_tenths / 10, e->sleep_tenths % 10);
        }
        break;
    case FORM_EARLY:
        put_text(out, f, e->ended_early ? STR("early") : STR(""));
        break;
    case FORM_RATINGS:
        put_ratings(out, e);
        break;
    case FORM_ANSWERS:
        put_answers(out, e);
        break;
    case FORM_HOLDS:
    case FORM_TEXTS:
    case FORM_OTHERS:
        put_arrays(out, f, e);
        break;
    }
}

void entry_format_open(const struct entry *e, struct buf *out)
{
    size_t count = 0;
    const struct entry_field *fields = entry_fields(&count);
    for (size_t i = 0; i < count; i++) {
        put_field(out, &fields[i], e);
    }
}

void entry_format(const struct entry *e, struct buf *out)
{
    size_t from = out->len;
    entry_format_open(e, out);
    rec_put_end(out, from);
}
