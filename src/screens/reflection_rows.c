// SPDX-License-Identifier: MIT
// The rows between the moods and the text: the questions of the session, those
// of an entry that is taken up again, or what a check-in asks.
#include "screens/reflection_inside.h"

#include <string.h>

#include "base/number.h"

enum { HOURS_STEP = 5, HOURS_MIDDLE = 75 }; // tenths

static const struct scale {
    size_t cells;
    int least, most, middle, step;
} scales[] = {
    [ROW_RATING] = {11, 0, ENTRY_RATING_MOST, 5, 1},
    [ROW_HOURS] = {3, 0, ENTRY_SLEEP_MOST, HOURS_MIDDLE, HOURS_STEP},
    [ROW_QUALITY] = {5, 1, ENTRY_MOOD_MOST, 3, 1},
    [ROW_GUESS] = {3, 1, 3, 3, 1},
};

bool reflection_is_checkin(const struct reflection *r)
{
    return r->about.name.len == 0;
}

struct opening {
    struct reflection *r;
    const struct entry *from;
    size_t count;
    struct str *words;      // of each row, as it was written before
    bool *rated, *answered; // of the entry's: they have a row
};

static void add_scale(struct opening *o, struct reflection_row row, int value)
{
    struct reflection *r = o->r;
    row.name = arena_copy(&r->mem, row.name);
    row.text = arena_copy(&r->mem, row.text);
    r->ratings[o->count] = value;
    r->rows[o->count++] = row;
    r->rating_count = o->count;
}

static void add_words(struct opening *o, struct reflection_row row,
                      struct str words)
{
    row.text = arena_copy(&o->r->mem, row.text);
    o->words[o->count] = words;
    o->r->rows[o->count++] = row;
}

// What the entry says to it that stands in no row yet: a question may be asked
// more than once.
static int take_rating(struct opening *o, struct str name)
{
    const struct entry *e = o->from;
    for (size_t i = 0; e && i < e->rating_count; i++) {
        if (!o->rated[i] && str_equal(e->ratings[i].name, name)) {
            o->rated[i] = true;
            return e->ratings[i].value;
        }
    }
    return -1;
}

static struct str take_answer(struct opening *o, struct str question)
{
    const struct entry *e = o->from;
    for (size_t i = 0; e && i < e->answer_count; i++) {
        if (!o->answered[i] && str_equal(e->answers[i].question, question)) {
            o->answered[i] = true;
            return e->answers[i].text;
        }
    }
    return STR_NONE;
}

// Those of the session, then those of the entry that it does not ask.
static void add_ratings(struct opening *o, const struct session *s)
{
    const struct entry *e = o->from;
    for (size_t i = 0; s && i < s->question_count; i++) {
        struct question q = s->questions[i];
        if (q.name.len > 0) {
            add_scale(o, (struct reflection_row){ROW_RATING, q.name, q.text},
                      take_rating(o, q.name));
        }
    }
    for (size_t i = 0; e && i < e->rating_count; i++) {
        struct str name = e->ratings[i].name;
        if (!o->rated[i]) {
            add_scale(o, (struct reflection_row){ROW_RATING, name, name},
                      e->ratings[i].value);
        }
    }
}

static void add_answers(struct opening *o, const struct session *s)
{
    const struct entry *e = o->from;
    for (size_t i = 0; s && i < s->question_count; i++) {
        struct question q = s->questions[i];
        if (q.name.len == 0) {
            add_words(
                o, (struct reflection_row){.kind = ROW_ANSWER, .text = q.text},
                take_answer(o, q.text));
        }
    }
    for (size_t i = 0; e && i < e->answer_count; i++) {
        if (!o->answered[i]) {
            add_words(o,
                      (struct reflection_row){.kind = ROW_ANSWER,
                                              .text = e->answers[i].question},
                      e->answers[i].text);
        }
    }
}

static struct str effects_of(const struct entry *e, struct arena *mem)
{
    struct buf lines = {0};
    for (size_t i = 0; e && i < e->effect_count; i++) {
        buf_put(&lines, e->effects[i]);
        buf_put_char(&lines, '\n');
    }
    struct str text = arena_copy(mem, buf_view(&lines));
    buf_finish(&lines);
    return text;
}

static void add_sleep(struct opening *o)
{
    const struct entry *e = o->from;
    add_scale(o, (struct reflection_row){.kind = ROW_HOURS},
              e ? e->sleep_tenths : -1);
    add_scale(o, (struct reflection_row){.kind = ROW_QUALITY},
              e ? e->sleep_quality : -1);
}

void rows_open(struct reflection *r)
{
    const struct session *s = r->about.session;
    const struct entry *e = r->about.from;
    size_t most = 5 + (s ? s->question_count : 0) +
                  (e ? e->rating_count + e->answer_count : 0);
    struct opening o = {.r = r, .from = e};
    r->rows = ARENA_ARRAY(&r->mem, struct reflection_row, most);
    r->ratings = ARENA_ARRAY(&r->mem, int, most);
    o.words = ARENA_ARRAY(&r->mem, struct str, most);
    o.rated = ARENA_ARRAY(&r->mem, bool, most);
    o.answered = ARENA_ARRAY(&r->mem, bool, most);
    if (r->about.hidden) {
        add_scale(&o, (struct reflection_row){.kind = ROW_GUESS}, -1);
    }
    if (reflection_is_checkin(r)) {
        add_sleep(&o);
    }
    add_ratings(&o, s);
    if (reflection_is_checkin(r)) {
        add_words(&o, (struct reflection_row){.kind = ROW_EFFECTS},
                  effects_of(e, &r->mem));
    }
    if (r->about.page > 0 && r->about.who.len == 0) {
        add_words(&o, (struct reflection_row){.kind = ROW_WHO}, STR_NONE);
    }
    add_answers(&o, s);
    r->about.session = NULL; // its texts are copied
    r->answer_count = o.count - r->rating_count;
    r->answers = ARENA_ARRAY(&r->mem, struct editor, r->answer_count);
    for (size_t i = 0; i < r->answer_count; i++) {
        editor_init(&r->answers[i], r->ruler, REFLECTION_ANSWER_MOST);
        editor_fill(&r->answers[i], o.words[r->rating_count + i]);
    }
}

// A value of -1 is none.
static void scale_set(struct reflection *r, size_t i, int value)
{
    const struct scale *s = &scales[r->rows[i].kind];
    bool takes = value == -1 || (value >= s->least && value <= s->most);
    if (takes && value != r->ratings[i]) {
        r->ratings[i] = value;
        r->changes++;
    }
}

void scale_step(struct reflection *r, size_t i, int way)
{
    const struct scale *s = &scales[r->rows[i].kind];
    int from = r->ratings[i];
    int to = from < 0 ? s->middle : from + way * s->step;
    to = to < s->least ? s->least : to > s->most ? s->most : to;
    scale_set(r, i, to);
    r->ten = false;
    r->typed_len = 0;
}

// "7", "7.5", "10,5": a key at a time; what does not go on begins anew.
static bool type_hours(struct reflection *r, size_t i, char c)
{
    bool point = c == '.' || c == ',';
    for (int again = 0; again < 2; again++) {
        char text[sizeof(r->typed)];
        size_t len = r->typed_len;
        int64_t thousandths = 0;
        memcpy(text, r->typed, len);
        if (len < sizeof(text)) {
            text[len++] = point ? '.' : c;
        }
        struct str whole = {text, point ? len - 1 : len};
        if (len > r->typed_len && whole.len > 0 &&
            number_thousandths(whole, &thousandths) &&
            thousandths <= ENTRY_SLEEP_MOST * 100 && thousandths % 100 == 0) {
            memcpy(r->typed, text, len);
            r->typed_len = len;
            scale_set(r, i, (int)(thousandths / 100));
            return true;
        }
        r->typed_len = 0;
    }
    return point;
}

bool scale_type(struct reflection *r, size_t i, struct str text)
{
    enum row_kind kind = r->rows[i].kind;
    char c = text.len == 1 ? text.at[0] : '\0';
    bool digit = c >= '0' && c <= '9';
    if (kind == ROW_HOURS && (digit || c == '.' || c == ',')) {
        return type_hours(r, i, c);
    }
    if (!digit) {
        return false;
    }
    bool ten = r->ten && c == '0';
    scale_set(r, i, ten ? 10 : c - '0');
    r->ten = kind == ROW_RATING && c == '1';
    return true;
}

bool scale_erase(struct reflection *r, size_t i)
{
    r->ten = false;
    r->typed_len = 0;
    scale_set(r, i, -1);
    return true;
}

size_t scale_cells(enum row_kind kind)
{
    return scales[kind].cells;
}

void scale_press(struct reflection *r, size_t i, size_t cell)
{
    enum row_kind kind = r->rows[i].kind;
    if (kind == ROW_HOURS) {
        if (cell == 1) {
            scale_erase(r, i);
        } else {
            scale_step(r, i, cell == 0 ? -1 : 1);
        }
        return;
    }
    int value = scales[kind].least + (int)cell;
    scale_set(r, i, r->ratings[i] == value ? -1 : value);
    r->ten = false;
}

static void put_hours(const struct reflection *r, size_t i, struct phrase *out)
{
    int tenths = r->ratings[i];
    if (r->typed_len > 0 && r->typed[r->typed_len - 1] == '.') {
        phrase_put(out, (struct str){r->typed, r->typed_len});
    } else if (tenths < 0) {
        phrase_put(out, STR("\u2013"));
    } else {
        phrase_seconds(out, (int64_t)tenths * 100);
    }
}

void scale_word(const struct reflection *r, size_t i, size_t cell,
                struct phrase *out)
{
    static const char *const guesses[] = {
        WORD("A dose day"), WORD("Not a dose day"), WORD("I do not know")};
    enum row_kind kind = r->rows[i].kind;
    if (kind == ROW_GUESS) {
        phrase_put(out, say(r->ruler->tongue, str_from(guesses[cell])));
    } else if (kind != ROW_HOURS) {
        phrase_number(out, scales[kind].least + (int)cell);
    } else if (cell == 1) {
        put_hours(r, i, out);
    } else {
        phrase_put(out, cell == 0 ? STR("\u2212") : STR("+"));
    }
}

bool scale_has(const struct reflection *r, size_t i, size_t cell)
{
    enum row_kind kind = r->rows[i].kind;
    int value = r->ratings[i];
    return kind == ROW_HOURS ? cell == 1 && value >= 0
                             : value == scales[kind].least + (int)cell;
}
