// SPDX-License-Identifier: MIT
// The timed steps, and those that happen at once: what stands after the first
// word of each.
#include "core/session_reader.h"

static void read_text_and_end(struct reader *r, struct step *s)
{
    s->text = reader_text(r);
    reader_end(r);
}

void session_read_plain(struct reader *r, struct step *s,
                        const struct token *word)
{
    s->duration = reader_value(r, word, VALUE_LENGTH);
    read_text_and_end(r, s);
}

static void say_no_amount(struct reader *r, const struct step *s,
                          const struct token *word)
{
    const struct token *t = reader_peek(r);
    if (t->kind == TOKEN_NONE) {
        reader_fail(r, word, STR("this does not say for how long"),
                    STR("write \"for 5m\" or \"x 10\""));
        return;
    }
    struct str nearest = word_nearest(WORDS_GRAMMAR, t->raw);
    if (nearest.len == 0) {
        nearest = word_nearest(WORDS_WAYS, t->raw);
    }
    reader_fail(r, t,
                arena_printf(r->mem, "%.*s stands where %s is due%.*s",
                             STR_ARG(reader_quote(r, t->raw)),
                             s->changes ? "for or x" : "for, x or to",
                             STR_ARG(reader_meant(r, nearest))),
                cure_amount(r, t));
}

static void read_amount(struct reader *r, struct step *s,
                        const struct token *word)
{
    if (reader_take_word(r, STR("for"))) {
        s->duration = reader_value(r, reader_last(r), VALUE_LENGTH);
    } else if (reader_take_word(r, STR("x"))) {
        s->by_count = true;
        s->count = reader_value(r, reader_last(r), VALUE_COUNT);
        if (!r->shaky && s->changes && s->count.fixed == 1000) {
            reader_fault(r, reader_last(r),
                         STR("a pattern that changes needs at least 2 breaths"),
                         STR("write x 2 or more, or leave out the change"));
        }
    } else {
        say_no_amount(r, s, word);
    }
}

static bool same_phases(const struct pattern *a, const struct pattern *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        same = a->phases[i].phase == b->phases[i].phase;
    }
    return same;
}

void session_read_breathe(struct reader *r, struct step *s,
                          const struct token *word)
{
    s->first = session_read_pattern(r, word);
    if (reader_take_word(r, STR("to"))) {
        s->changes = true;
        s->last = session_read_pattern(r, reader_last(r));
        if (!r->shaky && !same_phases(&s->first, &s->last)) {
            struct token t = {.line = s->last.spot.line,
                              .column = s->last.spot.column,
                              .width = s->last.spot.width};
            reader_fault(r, &t,
                         STR("the two patterns have not the same phases"),
                         STR("only the seconds may change from first to last"));
        }
    }
    read_amount(r, s, word);
    read_text_and_end(r, s);
}

static void read_at_most(struct reader *r, struct step *s)
{
    reader_need_word(r, STR("most"));
    s->duration = reader_value(r, reader_last(r), VALUE_LENGTH);
}

void session_read_retain(struct reader *r, struct step *s,
                         const struct token *word)
{
    struct token how = {0};
    bool there = reader_need(r, word, STR("full or empty"), &how);
    s->full = str_equal(how.raw, STR("full"));
    if (there && !s->full && !str_equal(how.raw, STR("empty"))) {
        reader_bad_value(r, &how,
                         arena_printf(r->mem, "%.*s is neither full nor empty",
                                      STR_ARG(reader_quote(r, how.raw))),
                         STR("write retain full 15s or retain empty 30s"));
    }
    if (reader_take_word(r, STR("until"))) {
        s->until_tap = true;
        reader_need_word(r, STR("tap"));
        reader_need_word(r, STR("at"));
        read_at_most(r, s);
    } else {
        s->duration = reader_value(r, word, VALUE_LENGTH);
    }
    read_text_and_end(r, s);
}

// Rising and fading lie within the whole; the value that goes past is at fault.
static void check_slopes(struct reader *r, const struct step *s)
{
    int64_t slopes = s->rising.fixed + s->fading.fixed;
    if (r->shaky || s->duration.fixed == 0 || slopes <= s->duration.fixed) {
        return;
    }
    bool alone = s->rising.fixed > s->duration.fixed || s->fading.fixed == 0;
    struct spot spot = alone ? s->rising.spot : s->fading.spot;
    struct token t = {
        .line = spot.line, .column = spot.column, .width = spot.width};
    reader_fault(r, &t, STR("rising and fading take longer than the step"),
                 STR("shorten one of them"));
}

void session_read_move(struct reader *r, struct step *s,
                       const struct token *word)
{
    s->duration = reader_value(r, word, VALUE_LENGTH);
    s->text = reader_text(r);
    if (reader_take_word(r, STR("rising"))) {
        s->rising = reader_value(r, reader_last(r), VALUE_MOMENT);
    }
    if (reader_take_word(r, STR("fading"))) {
        s->fading = reader_value(r, reader_last(r), VALUE_MOMENT);
    }
    if (reader_peek(r)->kind == TOKEN_TEXT && s->text.len == 0) {
        reader_fail(r, reader_peek(r), STR("the text stands too late"),
                    STR("write it before rising and fading"));
    }
    reader_end(r);
    check_slopes(r, s);
}

void session_read_muscle(struct reader *r, struct step *s,
                         const struct token *word)
{
    s->name = session_read_place(r, word);
    s->duration = reader_value(r, word, VALUE_LENGTH);
    read_text_and_end(r, s);
}

void session_read_scan(struct reader *r, struct step *s,
                       const struct token *word)
{
    s->duration = reader_value(r, word, VALUE_LENGTH);
    reader_need_word(r, STR("over"));
    size_t most = 1;
    for (size_t i = r->at; i < r->tokens.count; i++) {
        most += r->tokens.items[i].kind == TOKEN_MARK;
    }
    struct scan_place *places = ARENA_ARRAY(r->mem, struct scan_place, most);
    s->places = places;
    do {
        struct scan_place *p = &places[s->place_count++];
        p->place = session_read_place(r, reader_last(r));
        p->text = reader_text(r);
    } while (reader_take_mark(r, ','));
    reader_end(r);
}

void session_read_turn(struct reader *r, struct step *s,
                       const struct token *word)
{
    struct token whose = {0};
    if (reader_need(r, word, STR("A, B or both"), &whose)) {
        s->name = whose.raw;
        if (!str_equal(whose.raw, STR("A")) &&
            !str_equal(whose.raw, STR("B")) &&
            !str_equal(whose.raw, STR("both"))) {
            reader_bad_value(r, &whose,
                             arena_printf(r->mem, "%.*s is nobody's turn",
                                          STR_ARG(reader_quote(r, whose.raw))),
                             STR("write A, B or both"));
        }
    }
    session_read_plain(r, s, word);
}

void session_read_wait(struct reader *r, struct step *s,
                       const struct token *word)
{
    (void)word;
    s->until_tap = true;
    s->text = reader_text(r);
    s->open = !reader_take_word(r, STR("at"));
    if (!s->open) {
        read_at_most(r, s);
    }
    reader_end(r);
}

void session_read_say(struct reader *r, struct step *s,
                      const struct token *word)
{
    s->event = EVENT_SAY;
    s->text = reader_need_text(r, word);
    reader_end(r);
}

void session_read_chime(struct reader *r, struct step *s,
                        const struct token *word)
{
    (void)word;
    s->event = EVENT_BELL;
    s->name = session_read_bell(r);
    reader_end(r);
}

void session_read_bed(struct reader *r, struct step *s,
                      const struct token *word)
{
    struct token name = {0};
    s->event = EVENT_BED;
    if (reader_need(r, word, STR("the name of a bed, or off,"), &name)) {
        session_check_sound(r, &name, true);
    }
    s->name = name.raw;
    if (reader_take_word(r, STR("over"))) {
        s->over = reader_value(r, reader_last(r), VALUE_MOMENT);
    }
    reader_end(r);
}

void session_read_pacer(struct reader *r, struct step *s,
                        const struct token *word)
{
    struct token name = {0};
    s->event = EVENT_PACER;
    if (reader_need(r, word, STR("the name of a pacer"), &name)) {
        session_check_pacer(r, &name);
    }
    s->name = name.raw;
    reader_end(r);
}
