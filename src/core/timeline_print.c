// SPDX-License-Identifier: MIT
// The table of `breathmark timeline`.
#include "core/timeline.h"

#include "core/words.h"

static const char *const phase_names[] = {
    [PHASE_NONE] = "-",    [PHASE_IN] = "in",
    [PHASE_TOP] = "top",   [PHASE_HOLD_FULL] = "hold-full",
    [PHASE_OUT] = "out",   [PHASE_HOLD_EMPTY] = "hold-empty",
    [PHASE_REST] = "rest",
};

static const char *const event_names[] = {
    [EVENT_SAY] = "say",     [EVENT_BELL] = "bell", [EVENT_BED] = "bed",
    [EVENT_PACER] = "pacer", [EVENT_TICK] = "tick",
};

static struct str verb_word(enum verb v)
{
    static const enum statement statements[] = {
        [VERB_SETTLE] = STATEMENT_SETTLE,   [VERB_BREATHE] = STATEMENT_BREATHE,
        [VERB_RETAIN] = STATEMENT_RETAIN,   [VERB_SIT] = STATEMENT_SIT,
        [VERB_MOVE] = STATEMENT_MOVE,       [VERB_SQUEEZE] = STATEMENT_SQUEEZE,
        [VERB_RELEASE] = STATEMENT_RELEASE, [VERB_SCAN] = STATEMENT_SCAN,
        [VERB_TURN] = STATEMENT_TURN,       [VERB_REST] = STATEMENT_REST,
        [VERB_WRITE] = STATEMENT_WRITE,     [VERB_WAIT] = STATEMENT_WAIT,
    };
    return word_of(WORDS_STATEMENTS, (int)statements[v]);
}

static void put_text(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool blank = c == '\t' || c == '\n' || c == '\r';
        buf_put_char(out, blank ? ' ' : c);
    }
    buf_put_char(out, '\n');
}

static void put_level(struct buf *out, float level)
{
    int thousandths = (int)(level * 1000.0f + 0.5f);
    buf_printf(out, "\t%d.%03d", thousandths / 1000, thousandths % 1000);
}

static struct str phase_of(const struct row *row)
{
    if (row->until_tap) {
        return STR("tap");
    }
    if (row->place.len > 0) {
        return row->place;
    }
    return str_from(phase_names[row->phase]);
}

static void put_row(struct buf *out, const struct row *row)
{
    buf_printf(out, "%lld\t%lld\t%d\t%.*s\t%.*s\t%d", (long long)row->start_ms,
               (long long)row->end_ms, row->line, STR_ARG(verb_word(row->verb)),
               STR_ARG(phase_of(row)), row->breath);
    if (row->verb == VERB_BREATHE || row->verb == VERB_RETAIN) {
        put_level(out, row->from);
        put_level(out, row->to);
    } else {
        buf_put(out, STR("\t-\t-"));
    }
    buf_put_char(out, '\t');
    put_text(out, row->text);
}

static void put_event(struct buf *out, const struct event *e)
{
    struct str name = e->name.len > 0 ? e->name : STR("-");
    buf_printf(out, "%lld\t%lld\t%d\t%s\t%.*s\t0\t-\t-\t", (long long)e->at_ms,
               (long long)e->at_ms, e->line, event_names[e->kind],
               STR_ARG(name));
    put_text(out, e->text);
}

void timeline_print(const struct timeline *tl, struct buf *out)
{
    buf_put(out, STR("start_ms\tend_ms\tline\tstep\tphase\tbreath\tfrom\tto\t"
                     "text\n"));
    size_t row = 0, event = 0;
    while (row < tl->row_count || event < tl->event_count) {
        bool is_event = row == tl->row_count ||
                        (event < tl->event_count &&
                         tl->events[event].order < tl->rows[row].order);
        if (is_event) {
            put_event(out, &tl->events[event++]);
        } else {
            put_row(out, &tl->rows[row++]);
        }
    }
}
