// SPDX-License-Identifier: MIT
#include "app/marking.h"

#include <assert.h>

#include "core/calendar_care.h"
#include "platform/clock.h"
#include "platform/file.h"

static bool answer(const struct kept *kept, const struct tongue *t,
                   struct buf *words)
{
    const struct str args[] = {kept->why, kept->draft};
    if (!kept->done) {
        tongue_fill(words,
                    say(t, kept->draft.len > 0
                               ? STR("Not kept in the calendar: {1}. It lies "
                                     "as a draft at {2}.")
                               : STR("Not kept in the calendar: {1}.")),
                    args, 2);
        buf_put_char(words, '\n');
    }
    return kept->done;
}

static bool is_fact(enum mark_what what)
{
    return what == MARK_TAKEN || what == MARK_SKIPPED || what == MARK_EXTRA ||
           what == MARK_VOID;
}

// The mark that takes m back; false when nothing does (a stop: only a new plan
// goes on).
static bool reverse(const struct calendar_file *before, const struct mark *m,
                    struct arena *mem, struct mark *out)
{
    *out = (struct mark){.day = m->day, .what = MARK_VOID};
    if (is_fact(m->what)) {
        const struct mark *stood = calendar_fact(before->calendar, m->day);
        if (stood) {
            out->what = stood->what;
            out->amount = arena_copy(mem, stood->amount);
            out->note = arena_copy(mem, stood->note);
        }
    } else if (m->what == MARK_PAUSE || m->what == MARK_RESUME) {
        out->what = m->what == MARK_PAUSE ? MARK_RESUME : MARK_PAUSE;
    } else {
        return false;
    }
    return true;
}

static bool keep_all(const struct calendar_file_options *wish,
                     struct mark *marks, size_t count, struct buf *words)
{
    struct arena mem = {0};
    struct calendar_file file;
    struct str why = STR_NONE;
    bool well = true;
    for (size_t i = 0; well && i < count; i++) {
        calendar_file_open(&file, wish, &mem,
                           &why); // unreadable: then a draft is kept
        marks[i].person = wish->person;
        struct kept kept = calendar_file_keep_mark(&file, &marks[i], &mem);
        well = answer(&kept, wish->tongue, words);
    }
    if (well && count > 0 && calendar_file_open(&file, wish, &mem, &why)) {
        calendar_care(file.calendar, &marks[count - 1], wish->tongue, words);
    }
    arena_finish(&mem);
    for (size_t i = 0; i < count; i++) {
        marks[i].id = marks[i].at = STR_NONE; // were in mem
    }
    return well;
}

bool marking_keep(struct marking *k, const struct calendar_file_options *wish,
                  struct mark *marks, size_t count, struct buf *words)
{
    assert(count <= MARKING_MOST);
    struct arena mem = {0};
    struct calendar_file before;
    struct str why = STR_NONE;
    marking_finish(k);
    calendar_file_open(&before, wish, &mem, &why);
    for (size_t i = count; i > 0; i--) {
        k->undo_count +=
            reverse(&before, &marks[i - 1], &k->mem, &k->undo[k->undo_count]);
    }
    arena_finish(&mem);
    return keep_all(wish, marks, count, words);
}

bool marking_undo(struct marking *k, const struct calendar_file_options *wish,
                  struct buf *words)
{
    struct buf care = {0}; // what stood there before was answered before
    size_t count = k->undo_count;
    k->undo_count = 0;
    if (count > 0 && !keep_all(wish, k->undo, count, &care)) {
        buf_put(words, buf_view(&care));
    }
    buf_finish(&care);
    return count > 0;
}

void marking_finish(struct marking *k)
{
    arena_finish(&k->mem);
    *k = (struct marking){0};
}

bool marking_plan(const struct calendar_file_options *wish, struct plan *p,
                  struct buf *words)
{
    struct arena mem = {0};
    struct calendar_file file;
    struct str why = STR_NONE;
    calendar_file_open(&file, wish, &mem, &why);
    p->person = wish->person;
    struct kept kept = calendar_file_keep_plan(&file, p, &mem);
    bool well = answer(&kept, wish->tongue, words);
    if (well) {
        plan_care(p, wish->tongue, words);
    }
    p->id = p->at = STR_NONE;
    arena_finish(&mem);
    return well;
}

bool marking_tick(const struct calendar_file_options *wish, struct tick *t,
                  struct buf *words)
{
    struct arena mem = {0};
    struct wall now = now_wall(wish->now, &mem);
    struct ledger ledger = ledger_at(wish->paths, STR(TICKS_FILE),
                                     ticks_header(), STR("Ticked"), &mem);
    ledger.say = wish->say;
    ledger.self = wish->self;
    ledger_recover(&ledger, &mem, NULL);
    struct str text = STR_NONE, why = STR_NONE;
    ledger_read(&ledger, &mem, &text, &why); // unreadable: a draft is kept
    t->id = wall_id_behind(&now, clock_random(), text, &mem);
    t->at = wall_text(&now, &mem);
    t->person = wish->person;
    struct buf record = {0};
    tick_format(t, &record);
    struct draft draft = {.id = t->id};
    struct kept kept = ledger_keep(&ledger, &draft, buf_view(&record), &mem);
    bool well = answer(&kept, wish->tongue, words);
    t->id = t->at = STR_NONE;
    buf_finish(&record);
    arena_finish(&mem);
    return well;
}

bool marking_support(const struct calendar_file_options *wish,
                     const struct support *s, struct buf *words)
{
    const struct paths *paths = wish->paths;
    struct arena mem = {0};
    struct buf text = {0};
    struct str why = STR_NONE;
    struct str path = path_join(&mem, paths->data, STR(SUPPORT_FILE));
    support_format(s, &text);
    bool well = folder_make(paths->data, &mem, &why) &&
                file_replace(path, buf_view(&text), &mem, &why);
    if (!well) {
        tongue_fill(
            words, say(wish->tongue, STR("The support plan is not kept: {1}.")),
            &why, 1);
        buf_put_char(words, '\n');
    }
    buf_finish(&text);
    arena_finish(&mem);
    return well;
}
