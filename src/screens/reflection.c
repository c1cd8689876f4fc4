// SPDX-License-Identifier: MIT
#include "screens/reflection_inside.h"

#include "base/utf8.h"

void reflection_init(struct reflection *r, const struct ruler *ruler)
{
    *r = (struct reflection){.ruler = ruler};
    editor_init(&r->text, ruler, REFLECTION_TEXT_MOST);
}

static void answers_finish(struct reflection *r)
{
    for (size_t i = 0; i < r->answer_count; i++) {
        editor_finish(&r->answers[i]);
    }
    r->answer_count = 0;
    arena_finish(&r->mem);
}

void reflection_finish(struct reflection *r)
{
    answers_finish(r);
    editor_finish(&r->text);
    buf_finish(&r->note);
}

void reflection_open(struct reflection *r, const struct reflected *about)
{
    answers_finish(r);
    struct editor text = r->text;
    struct buf note = r->note;
    *r = (struct reflection){
        .ruler = r->ruler, .text = text, .note = note, .about = *about};
    r->about.intention = arena_copy(&r->mem, about->intention);
    editor_clear(&r->text);
    buf_clear(&r->note);
    const struct session *s = about->session;
    while (r->rating_count < s->question_count &&
           s->questions[r->rating_count].name.len > 0) {
        r->rating_count++;
    }
    r->ratings = ARENA_ARRAY(&r->mem, int, r->rating_count);
    for (size_t i = 0; i < r->rating_count; i++) {
        r->ratings[i] = -1;
    }
    r->answer_count = s->question_count - r->rating_count;
    r->answers = ARENA_ARRAY(&r->mem, struct editor, r->answer_count);
    for (size_t i = 0; i < r->answer_count; i++) {
        editor_init(&r->answers[i], r->ruler, REFLECTION_ANSWER_MOST);
    }
    r->focus = focus_at(r, FOCUS_TEXT, 0);
    reflection_layout(r);
}

// Once for each entry, before its first draft.
static void ask_for_id(struct reflection *r, struct requests *ask)
{
    if (!r->asked) {
        r->asked = true;
        request_add(ask, (struct request){.kind = REQUEST_REFLECT});
    }
}

void reflection_begin(struct reflection *r, const struct player_report *done,
                      struct instant at, struct requests *ask)
{
    r->done = *done;
    r->state = REFLECTION_WRITING;
    r->changed_ms = at.now_ms;
    ask_for_id(r, ask);
    reflection_layout(r);
}

static size_t bytes_written(const struct reflection *r)
{
    size_t bytes = r->text.text.len;
    for (size_t i = 0; i < r->answer_count; i++) {
        bytes += r->answers[i].text.len;
    }
    return bytes;
}

bool reflection_written(const struct reflection *r)
{
    return bytes_written(r) > 0;
}

static unsigned changes_of(const struct reflection *r)
{
    unsigned changes = r->changes + r->text.versions;
    for (size_t i = 0; i < r->answer_count; i++) {
        changes += r->answers[i].versions;
    }
    return changes;
}

static bool composing(const struct reflection *r)
{
    bool now = r->text.compose_len > 0;
    for (size_t i = 0; i < r->answer_count; i++) {
        now = now || r->answers[i].compose_len > 0;
    }
    return now;
}

static bool dirty(const struct reflection *r)
{
    return changes_of(r) != r->drafted && !composing(r);
}

static void draft(struct reflection *r, struct requests *ask)
{
    r->drafted = changes_of(r);
    r->drafted_bytes = bytes_written(r);
    ask_for_id(r, ask);
    request_add(ask, (struct request){.kind = REQUEST_DRAFT});
}

static bool much_written(const struct reflection *r)
{
    size_t now = bytes_written(r);
    size_t by = now > r->drafted_bytes ? now - r->drafted_bytes
                                       : r->drafted_bytes - now;
    return by >= DRAFT_LETTERS || changes_of(r) - r->drafted >= DRAFT_LETTERS;
}

void reflection_tick(struct reflection *r, struct instant at,
                     struct requests *ask)
{
    bool writing =
        r->state == REFLECTION_WRITING || r->state == REFLECTION_ASKING;
    if (writing && dirty(r) &&
        (much_written(r) || at.now_ms - r->changed_ms >= DRAFT_IDLE_MS)) {
        draft(r, ask);
    }
}

int64_t reflection_due(const struct reflection *r, struct instant at)
{
    if (!dirty(r) || r->state > REFLECTION_ASKING) {
        return INT64_MAX;
    }
    int64_t left_ms = r->changed_ms + DRAFT_IDLE_MS - at.now_ms;
    return left_ms > 0 && !much_written(r) ? left_ms : 0;
}

void reflection_leave(struct reflection *r, struct requests *ask)
{
    bool open = r->state == REFLECTION_WRITING || r->state == REFLECTION_ASKING;
    if (open && reflection_written(r) && changes_of(r) != r->drafted) {
        draft(r, ask);
    }
}

void reflection_kept(struct reflection *r)
{
    r->state = REFLECTION_KEPT;
}

void reflection_failed(struct reflection *r, struct str path, struct str why)
{
    r->state = REFLECTION_WRITING;
    r->failed = true;
    buf_clear(&r->note);
    const struct str args[] = {path, why};
    tongue_fill(
        &r->note,
        say(r->ruler->tongue,
            why.len > 0
                ? STR("Not saved to the journal; kept as a draft at {1} ({2})")
                : STR("Not saved to the journal; kept as a draft at {1}")),
        args, 2);
    r->drafted = changes_of(r);
    r->drafted_bytes = bytes_written(r);
}

void reflection_keep(struct reflection *r, struct requests *ask)
{
    editor_settle(&r->text);
    for (size_t i = 0; i < r->answer_count; i++) {
        editor_settle(&r->answers[i]);
    }
    r->state = REFLECTION_KEEPING;
    r->failed = false;
    buf_clear(&r->note);
    request_add(ask, (struct request){.kind = REQUEST_KEEP});
}

void reflection_skip(struct reflection *r, struct requests *ask)
{
    if (!reflection_written(r)) {
        r->state = REFLECTION_SKIPPED;
        request_add(ask, (struct request){.kind = REQUEST_DISCARD});
    } else if (r->state != REFLECTION_ASKING) {
        r->state = REFLECTION_ASKING;
    } else {
        r->state = REFLECTION_SKIPPED;
        if (changes_of(r) != r->drafted) {
            draft(r, ask);
        }
    }
}

void reflection_changed(struct reflection *r, unsigned before,
                        struct instant at)
{
    if (changes_of(r) != before) {
        r->changed_ms = at.now_ms;
    }
}

unsigned reflection_changes(const struct reflection *r)
{
    return changes_of(r);
}

// Without what is being composed, which no one has said yet.
static struct str said(const struct editor *e, struct arena *mem)
{
    struct str text = editor_text(e);
    if (e->compose_len == 0) {
        return arena_copy(mem, text);
    }
    struct str before = str_sub(text, 0, e->compose_at);
    struct str after = str_sub(text, e->compose_at + e->compose_len, text.len);
    return arena_printf(mem, "%.*s%.*s", STR_ARG(before), STR_ARG(after));
}

static void put_questions(const struct reflection *r, struct entry *e,
                          struct arena *mem)
{
    const struct question *questions = r->about.session->questions;
    struct rating *ratings = ARENA_ARRAY(mem, struct rating, r->rating_count);
    struct answer *answers = ARENA_ARRAY(mem, struct answer, r->answer_count);
    e->rating_count = e->answer_count = 0;
    for (size_t i = 0; i < r->rating_count; i++) {
        if (r->ratings[i] >= 0) {
            ratings[e->rating_count++] =
                (struct rating){questions[i].name, r->ratings[i]};
        }
    }
    for (size_t i = 0; i < r->answer_count; i++) {
        struct str text = said(&r->answers[i], mem);
        if (str_trim(text).len > 0) {
            answers[e->answer_count++] =
                (struct answer){questions[r->rating_count + i].text, text};
        }
    }
    e->ratings = ratings;
    e->answers = answers;
}

void reflection_entry(const struct reflection *r, struct entry *e,
                      struct arena *mem)
{
    const struct player_report *done = &r->done;
    e->session = r->about.name;
    e->planned_s = (done->planned_ms + 500) / 1000;
    e->done_s = (done->done_ms + 500) / 1000;
    e->breaths = done->breaths;
    e->ended_early = done->ended_early;
    e->mood_before = r->about.mood_before > 0 ? r->about.mood_before : -1;
    e->intention = r->about.intention;
    e->mood_after = r->mood > 0 ? r->mood : -1;
    int *holds = ARENA_ARRAY(mem, int, done->hold_count);
    for (size_t i = 0; i < done->hold_count; i++) {
        holds[i] = done->holds[i].seconds;
    }
    e->hold_s = holds;
    e->hold_count = done->hold_count;
    put_questions(r, e, mem);
    e->text = said(&r->text, mem);
}
