// SPDX-License-Identifier: MIT
// An entry in words: its day, what was practised, how it was, and what was
// written, in the state of its last correction.
#include "base/number.h"
#include "screens/journal_inside.h"

struct blocks {
    struct journal_reading *r;
    const struct facts *f;
    const struct tongue *t;
};

static void add(const struct blocks *b, enum journal_style style,
                struct str text)
{
    if (text.len > 0) {
        b->r->blocks[b->r->block_count++] = (struct journal_block){style, text};
    }
}

// A sentence of the program's; English, it is looked up here. With a name in it
// that runs from right to left it still runs as the others do.
static struct str fill(const struct blocks *b, struct str pattern,
                       const struct str *args, size_t count)
{
    struct buf out = {0};
    tongue_fill(&out, say(b->t, pattern), args, count);
    bool stray =
        tongue_turns(b->t, buf_view(&out)) && !tongue_turns(b->t, STR_NONE);
    struct str text = arena_printf(&b->r->mem, "%s%.*s", stray ? "\u200e" : "",
                                   STR_ARG(buf_view(&out)));
    buf_finish(&out);
    return text;
}

static struct str number(const struct blocks *b, int64_t n)
{
    char room[NUMBER_ROOM];
    return arena_copy(&b->r->mem, number_text(n, room));
}

static struct str date(const struct blocks *b, struct day d)
{
    struct phrase p = {0};
    date_put(&p, b->t, d);
    return arena_copy(&b->r->mem, phrase_view(&p));
}

static struct str minutes(const struct blocks *b, int64_t seconds)
{
    const struct str args[] = {
        number(b, seconds < 60 ? seconds : (seconds + 30) / 60)};
    return fill(b, seconds < 60 ? STR(WORD("{1} s")) : STR(WORD("{1} min")),
                args, 1);
}

// "A dose day, as it was logged. Week 4, day 2 of Spring."
static void add_day(const struct blocks *b, const struct entry *e)
{
    static const char *const kinds[DAY_KIND_COUNT][2] = {
        [DAY_NONE] = {WORD("A day without a plan."),
                      WORD("A day without a plan.")},
        [DAY_DOSE] = {WORD("A dose day, as planned."),
                      WORD("A dose day, as logged.")},
        [DAY_TRANSITION] = {WORD("A transition day, as planned."),
                            WORD("A transition day, as logged.")},
        [DAY_NORMAL] = {WORD("A normal day, as planned."),
                        WORD("A normal day, as logged.")},
        [DAY_BREAK] = {WORD("A day of the break, as planned."),
                       WORD("A day of the break, as logged.")},
    };
    const char *kind = kinds[e->kind][e->basis == BASIS_LOGGED];
    struct str place = STR_NONE;
    if (e->day > 0) {
        const struct str args[] = {number(b, e->week), number(b, e->day),
                                   number(b, e->cycle), e->plan};
        place = fill(b,
                     e->plan.len > 0
                         ? STR(WORD("Week {1}, day {2} of cycle {3}, {4}."))
                         : STR(WORD("Week {1}, day {2} of cycle {3}.")),
                     args, 4);
    }
    const struct str both[] = {say(b->t, str_from(kind)), place};
    add(b, JOURNAL_FACT,
        place.len > 0 ? fill(b, STR(WORD("{1} {2}")), both, 2) : both[0]);
}

static void add_practice(const struct blocks *b, const struct entry *e)
{
    struct str name = journal_session(b->f, b->t, e);
    struct str clock = str_sub(b->r->first.at, 11, 16);
    const struct str args[] = {clock, name,
                               minutes(b, e->done_s < 0 ? 0 : e->done_s),
                               minutes(b, e->planned_s)};
    struct str pattern = STR(WORD("{1} \u00b7 {2}"));
    if (e->session.len > 0 && e->done_s >= 0) {
        pattern =
            e->planned_s > e->done_s
                ? (e->ended_early
                       ? STR(WORD("{1} \u00b7 {2}, {3} of {4}, ended early"))
                       : STR(WORD("{1} \u00b7 {2}, {3} of {4}")))
                : STR(WORD("{1} \u00b7 {2}, {3}"));
    }
    add(b, JOURNAL_FACT, fill(b, pattern, args, 4));
    if (e->who.len > 0) {
        add(b, JOURNAL_FACT, fill(b, STR(WORD("Written by {1}.")), &e->who, 1));
    }
}

static void add_moods(const struct blocks *b, const struct entry *e)
{
    bool before = e->mood_before >= MOOD_LEAST && e->mood_before <= MOOD_MOST;
    bool after = e->mood_after >= MOOD_LEAST && e->mood_after <= MOOD_MOST;
    const struct str args[] = {
        before ? say(b->t, mood_word(e->mood_before)) : STR_NONE,
        after ? say(b->t, mood_word(e->mood_after)) : STR_NONE};
    if (before || after) {
        add(b, JOURNAL_FACT,
            fill(b,
                 !after    ? STR(WORD("Before: {1}."))
                 : !before ? STR(WORD("Mood: {2}."))
                           : STR(WORD("Before: {1}. After: {2}.")),
                 args, 2));
    }
}

static void add_numbers(const struct blocks *b, const struct entry *e)
{
    for (size_t i = 0; i < e->rating_count; i++) {
        struct phrase name = {0};
        phrase_put(&name, e->ratings[i].name);
        phrase_capital(&name);
        const struct str args[] = {phrase_view(&name),
                                   number(b, e->ratings[i].value)};
        add(b, JOURNAL_FACT, fill(b, STR(WORD("{1}: {2} of 10")), args, 2));
    }
    const struct str sleep[] = {arena_printf(&b->r->mem, "%d.%d",
                                             e->sleep_tenths / 10,
                                             e->sleep_tenths % 10),
                                number(b, e->sleep_quality)};
    if (e->sleep_tenths >= 0 || e->sleep_quality >= 0) {
        add(b, JOURNAL_FACT,
            fill(b,
                 e->sleep_quality < 0 ? STR(WORD("Slept {1} hours."))
                 : e->sleep_tenths < 0
                     ? STR(WORD("Sleep: {2} of 5."))
                     : STR(WORD("Slept {1} hours, {2} of 5.")),
                 sleep, 2));
    }
    for (size_t i = 0; i < e->hold_count; i++) {
        const struct str held[] = {number(b, e->hold_s[i])};
        add(b, JOURNAL_FACT, fill(b, STR(WORD("Held for {1} s.")), held, 1));
    }
}

static void add_words(const struct blocks *b, const struct entry *e)
{
    if (e->intention.len > 0) {
        add(b, JOURNAL_LABEL, say(b->t, STR("Intention")));
        add(b, JOURNAL_WORDS, e->intention);
    }
    for (size_t i = 0; i < e->answer_count; i++) {
        add(b, JOURNAL_LABEL, e->answers[i].question);
        add(b, JOURNAL_WORDS, e->answers[i].text);
    }
    if (e->effect_count > 0) {
        add(b, JOURNAL_LABEL, say(b->t, STR("Side effects")));
    }
    for (size_t i = 0; i < e->effect_count; i++) {
        add(b, JOURNAL_WORDS, e->effects[i]);
    }
    bool others = e->intention.len > 0 || e->answer_count + e->effect_count > 0;
    if (e->text.len > 0 && others) {
        add(b, JOURNAL_LABEL, say(b->t, STR("Written")));
    }
    add(b, JOURNAL_WORDS, e->text);
}

static void add_tags(const struct blocks *b, const struct entry *e)
{
    struct buf all = {0};
    for (size_t i = 0; i < e->tag_count; i++) {
        buf_put(&all, i > 0 ? STR("  #") : STR("#"));
        buf_put(&all, e->tags[i]);
    }
    add(b, JOURNAL_QUIET, arena_copy(&b->r->mem, buf_view(&all)));
    buf_finish(&all);
}

static void add_history(const struct blocks *b)
{
    const struct journal_item *item = b->r->item;
    struct day day = {0};
    if (item->changes > 0 && day_parse(str_sub(b->r->latest.at, 0, 10), &day)) {
        const struct str args[] = {date(b, day), number(b, item->changes)};
        add(b, JOURNAL_QUIET,
            fill(b,
                 item->changes == 1
                     ? STR(WORD(
                           "Changed on {1}. The first words stay in the file."))
                     : STR(WORD(
                           "Changed {2} times, last on {1}. The first words "
                           "stay in the file.")),
                 args, 2));
    }
    int source = item->elsewhere;
    if (source > 0 && (size_t)source < b->f->journal->source_count) {
        add(b, JOURNAL_QUIET,
            fill(b, STR(WORD("From another device: {1}.")),
                 &b->f->journal->sources[source], 1));
    }
}

void journal_blocks(struct journal_reading *r, const struct facts *f,
                    const struct tongue *t)
{
    enum { ALWAYS = 20 };
    const struct entry *e = &r->latest;
    struct blocks b = {r, f, t};
    size_t most = ALWAYS + e->rating_count + e->hold_count +
                  2 * e->answer_count + e->effect_count;
    r->blocks = ARENA_ARRAY(&r->mem, struct journal_block, most);
    struct phrase title = {0};
    date_put(&title, t, r->first.day_date);
    phrase_capital(&title);
    add(&b, JOURNAL_TITLE, arena_copy(&r->mem, phrase_view(&title)));
    add_practice(&b, e);
    add_day(&b, &r->first);
    add_moods(&b, e);
    add_numbers(&b, e);
    add_words(&b, e);
    add_tags(&b, e);
    add_history(&b);
}
