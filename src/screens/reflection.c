// SPDX-License-Identifier: MIT
#include "screens/reflection_inside.h"

#include <assert.h>

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
}

void reflection_finish(struct reflection *r)
{
    answers_finish(r);
    arena_finish(&r->mem);
    editor_finish(&r->text);
    buf_finish(&r->note);
}

static unsigned changes_of(const struct reflection *r)
{
    unsigned changes = r->changes + r->text.versions;
    for (size_t i = 0; i < r->answer_count; i++) {
        changes += r->answers[i].versions;
    }
    return changes;
}

static size_t bytes_written(const struct reflection *r)
{
    size_t bytes = r->text.text.len;
    for (size_t i = 0; i < r->answer_count; i++) {
        bytes += r->answers[i].text.len;
    }
    return bytes;
}

// All of it, in memory of the page's own: by the way over its record.
static const struct entry *copy_entry(const struct entry *from,
                                      struct arena *mem)
{
    struct buf text = {0};
    struct rec_reader reader = {0};
    struct rec rec = {0};
    struct entry *e = ARENA_NEW(mem, struct entry);
    entry_format(from, &text);
    rec_reader_init(&reader, arena_copy(mem, buf_view(&text)), mem, NULL);
    bool whole = rec_next(&reader, &rec) && entry_read(&rec, mem, e);
    assert(whole);
    (void)whole;
    buf_finish(&text);
    return e;
}

static void copy_about(struct reflection *r, const struct reflected *about)
{
    struct arena *mem = &r->mem;
    r->about.name = arena_copy(mem, about->name);
    r->about.intention = arena_copy(mem, about->intention);
    r->about.who = arena_copy(mem, about->who);
    r->about.called = arena_copy(mem, about->called);
    r->about.title = arena_copy(mem, about->title.len > 0 ? about->title
                                     : about->session ? about->session->title
                                                      : about->name);
    if (about->from) {
        const struct entry *e = copy_entry(about->from, mem);
        r->about.from = e;
        r->mood = e->mood_after > 0 ? e->mood_after : 0;
        r->done = (struct player_report){
            .planned_ms = e->planned_s * 1000,
            .done_ms = e->done_s * 1000,
            .ended_early = e->ended_early,
        };
    }
}

void reflection_open(struct reflection *r, const struct reflected *about)
{
    answers_finish(r);
    struct editor text = r->text;
    struct buf note = r->note;
    struct arena before = r->mem; // about may lie in it
    *r = (struct reflection){.ruler = r->ruler,
                             .scale = r->scale,
                             .text = text,
                             .note = note,
                             .about = *about};
    copy_about(r, about);
    arena_finish(&before);
    editor_clear(&r->text);
    buf_clear(&r->note);
    rows_open(r);
    if (r->about.from) {
        editor_fill(&r->text, r->about.from->text);
    }
    bool begins_above = reflection_is_checkin(r) && !r->about.from;
    r->focus = focus_at(r, begins_above ? FOCUS_MOODS : FOCUS_TEXT, 0);
    r->drafted = r->opened = changes_of(r);
    r->drafted_bytes = bytes_written(r);
    reflection_layout(r);
}

// Once for each entry, before its first draft.
static void ask_for_id(struct reflection *r, struct requests *ask)
{
    if (!r->asked) {
        r->asked = true;
        request_add(ask, (struct request){.kind = REQUEST_REFLECT,
                                          .value = r->about.page});
    }
}

void reflection_snapshot(struct reflection *r, const struct player_report *done,
                         struct requests *ask)
{
    r->done = *done;
    ask_for_id(r, ask);
    if (r->about.page == 0) {
        request_add(ask, (struct request){.kind = REQUEST_RUNNING, .value = 1});
    }
}

// Words are a draft, or none are to be kept.
static void drop_snapshot(const struct reflection *r, struct requests *ask)
{
    if (r->about.page > 0) {
        return;
    }
    request_add(ask, (struct request){.kind = REQUEST_RUNNING, .value = 0});
}

void reflection_begin(struct reflection *r, const struct player_report *done,
                      struct instant at, struct requests *ask)
{
    reflection_snapshot(r, done, ask);
    r->state = REFLECTION_WRITING;
    r->changed_ms = at.now_ms;
    reflection_layout(r);
}

void reflection_take_up(struct reflection *r, const struct reflected *about,
                        struct instant at, struct requests *ask)
{
    reflection_open(r, about);
    r->changed_ms = at.now_ms;
    // A draft that is taken up stays the entry that it was begun as.
    r->asked = about->from && !about->amends;
    ask_for_id(r, ask);
}

bool reflection_written(const struct reflection *r)
{
    return bytes_written(r) > 0;
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
    request_add(
        ask, (struct request){.kind = REQUEST_DRAFT, .value = r->about.page});
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
    if (open && reflection_written(r)) {
        if (changes_of(r) != r->drafted) {
            draft(r, ask);
        }
        drop_snapshot(r, ask);
    }
}

void reflection_kept(struct reflection *r)
{
    r->state = REFLECTION_KEPT;
}

static void say_failed(struct reflection *r, struct str pattern,
                       const struct str args[2])
{
    r->failed = true;
    buf_clear(&r->note);
    tongue_fill(&r->note, say(r->ruler->tongue, pattern), args, 2);
}

void reflection_failed(struct reflection *r, struct str path, struct str why)
{
    const struct str args[] = {path, why};
    r->state = REFLECTION_WRITING;
    r->undrafted = path.len == 0;
    say_failed(
        r,
        r->undrafted
            ? STR(WORD("Not saved to the journal, nor as a draft: your words "
                       "stand on this screen alone ({2})"))
        : why.len > 0
            ? STR(WORD(
                  "Not saved to the journal; kept as a draft at {1} ({2})"))
            : STR(WORD("Not saved to the journal; kept as a draft at {1}")),
        args);
    if (!r->undrafted) {
        r->drafted = changes_of(r);
        r->drafted_bytes = bytes_written(r);
    }
}

void reflection_undrafted(struct reflection *r, struct str why)
{
    bool was = r->undrafted;
    if (r->state > REFLECTION_ASKING) {
        return;
    }
    r->undrafted = why.len > 0;
    if (r->undrafted) {
        r->drafted = changes_of(r) - 1; // it is tried again
    }
    if (r->undrafted && !was) {
        const struct str args[] = {why, STR_NONE};
        say_failed(r,
                   STR(WORD("No draft can be saved: your words stand on this "
                            "screen alone ({1})")),
                   args);
    } else if (was && !r->undrafted) {
        r->failed = false;
        buf_clear(&r->note);
    }
}

void reflection_keep(struct reflection *r, struct requests *ask)
{
    editor_settle(&r->text);
    for (size_t i = 0; i < r->answer_count; i++) {
        editor_settle(&r->answers[i]);
    }
    buf_clear(&r->note);
    if (reflection_is_checkin(r) && changes_of(r) == r->opened &&
        !r->about.from) {
        buf_put(&r->note,
                say(r->ruler->tongue, STR("There is nothing to keep yet.")));
        return;
    }
    r->state = REFLECTION_KEEPING;
    r->failed = r->waits = r->undrafted = false;
    request_add(ask,
                (struct request){.kind = REQUEST_KEEP, .value = r->about.page});
}

void reflection_skip(struct reflection *r, struct requests *ask)
{
    bool unchanged = changes_of(r) == r->opened;
    bool by_changes = r->about.amends || reflection_is_checkin(r);
    bool nothing = by_changes ? unchanged : !reflection_written(r);
    if (nothing) {
        r->state = REFLECTION_SKIPPED;
        request_add(ask, (struct request){.kind = REQUEST_DISCARD,
                                          .value = r->about.page});
    } else if (unchanged) {
        r->state = REFLECTION_SKIPPED; // a draft that stays one
    } else if (r->state != REFLECTION_ASKING) {
        r->state = REFLECTION_ASKING;
    } else {
        r->state = REFLECTION_SKIPPED;
        if (changes_of(r) != r->drafted) {
            draft(r, ask);
        }
        drop_snapshot(r, ask);
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
