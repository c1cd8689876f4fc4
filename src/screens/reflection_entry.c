// SPDX-License-Identifier: MIT
// What the page says as an entry. One that was written before keeps what the
// page does not show of it.
#include "screens/reflection_inside.h"

#include "core/insight.h"
#include "core/tags.h"

// What an editor holds, without what is being composed. In mem.
static struct str editor_said(const struct editor *e, struct arena *mem)
{
    struct str text = editor_text(e);
    if (e->compose_len == 0) {
        return arena_copy(mem, text);
    }
    struct str before = str_sub(text, 0, e->compose_at);
    struct str after = str_sub(text, e->compose_at + e->compose_len, text.len);
    return arena_printf(mem, "%.*s%.*s", STR_ARG(before), STR_ARG(after));
}

// After what else was there.
static void put_guess(struct entry *e, int value, struct arena *mem)
{
    static const char *const words[] = {INSIGHT_GUESS_DOSE, INSIGHT_GUESS_NOT,
                                        INSIGHT_GUESS_NONE};
    struct rec_field *others =
        ARENA_ARRAY(mem, struct rec_field, e->other_count + 1);
    for (size_t i = 0; i < e->other_count; i++) {
        others[i] = e->others[i];
    }
    others[e->other_count++] =
        (struct rec_field){STR(INSIGHT_GUESS), str_from(words[value - 1]), 0};
    e->others = others;
}

// What was typed as a name; empty when nothing was.
static struct str typed_name(const struct reflection *r)
{
    for (size_t i = 0; i < r->answer_count; i++) {
        struct str name = editor_text(&r->answers[i]);
        if (r->rows[r->rating_count + i].kind == ROW_WHO) {
            return str_trim(str_cut(&name, '\n'));
        }
    }
    return STR_NONE;
}

bool reflection_named(const struct reflection *r)
{
    return r->about.who.len > 0 || typed_name(r).len > 0;
}

struct str reflection_who(const struct reflection *r)
{
    if (r->about.page == 0 || r->about.who.len > 0) {
        return r->about.who;
    }
    // Without a name it is the partner's all the same, never one's own.
    return reflection_named(r) ? typed_name(r) : STR("Partner");
}

static void put_scales(const struct reflection *r, struct entry *e,
                       struct arena *mem)
{
    struct rating *ratings = ARENA_ARRAY(mem, struct rating, r->rating_count);
    e->rating_count = 0;
    for (size_t i = 0; i < r->rating_count; i++) {
        const struct reflection_row *row = &r->rows[i];
        int value = r->ratings[i];
        if (row->kind == ROW_HOURS) {
            e->sleep_tenths = value;
        } else if (row->kind == ROW_QUALITY) {
            e->sleep_quality = value;
        } else if (row->kind == ROW_GUESS) {
            if (value > 0) {
                put_guess(e, value, mem);
            }
        } else if (value >= 0) {
            ratings[e->rating_count++] = (struct rating){row->name, value};
        }
    }
    e->ratings = ratings;
}

// Each line that says something.
static void put_effects(struct entry *e, struct str text, struct arena *mem)
{
    size_t most = 1;
    for (size_t i = 0; i < text.len; i++) {
        most += text.at[i] == '\n';
    }
    struct str *effects = ARENA_ARRAY(mem, struct str, most);
    e->effect_count = 0;
    while (text.len > 0) {
        struct str line = str_trim(str_cut(&text, '\n'));
        if (line.len > 0) {
            effects[e->effect_count++] = line;
        }
    }
    e->effects = effects;
}

static void put_words(const struct reflection *r, struct entry *e,
                      struct arena *mem)
{
    struct answer *answers = ARENA_ARRAY(mem, struct answer, r->answer_count);
    e->answer_count = 0;
    for (size_t i = 0; i < r->answer_count; i++) {
        const struct reflection_row *row = &r->rows[r->rating_count + i];
        struct str text = editor_said(&r->answers[i], mem);
        if (row->kind == ROW_EFFECTS) {
            put_effects(e, text, mem);
        } else if (row->kind == ROW_WHO) {
            continue;
        } else if (str_trim(text).len > 0) {
            answers[e->answer_count++] = (struct answer){row->text, text};
        }
    }
    e->answers = answers;
    e->text = editor_said(&r->text, mem);
}

static void put_done(const struct reflection *r, struct entry *e,
                     struct arena *mem)
{
    const struct player_report *done = &r->done;
    e->session = r->about.name;
    e->mood_before = r->about.mood_before > 0 ? r->about.mood_before : -1;
    e->intention = r->about.intention;
    e->who = reflection_who(r);
    if (reflection_is_checkin(r)) {
        return;
    }
    e->planned_s = (done->planned_ms + 500) / 1000;
    e->done_s = (done->done_ms + 500) / 1000;
    e->breaths = done->breaths;
    e->ended_early = done->ended_early;
    int *holds = ARENA_ARRAY(mem, int, done->hold_count);
    for (size_t i = 0; i < done->hold_count; i++) {
        holds[i] = done->holds[i].seconds;
    }
    e->hold_s = holds;
    e->hold_count = done->hold_count;
}

void reflection_entry(const struct reflection *r, struct entry *e,
                      struct arena *mem)
{
    if (r->about.from) {
        *e = *r->about.from;
    } else {
        put_done(r, e, mem);
    }
    e->mood_after = r->mood > 0 ? r->mood : -1;
    put_scales(r, e, mem);
    put_words(r, e, mem);
    struct str was = r->about.from ? r->about.from->text : STR_NONE;
    struct tags had = {e->tags, e->tag_count};
    struct tags tags = tags_of(e->text, was, &had, mem);
    e->tags = tags.items;
    e->tag_count = tags.count;
}
