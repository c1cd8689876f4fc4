// SPDX-License-Identifier: MIT
#include "app/running.h"

#include "base/buf.h"
#include "base/rec.h"
#include "platform/file.h"

#define NAME "running"

void running_save(struct running *r, struct keeper *k, struct entry *e)
{
    const struct paths *paths = k->options.paths;
    const struct str folders[LEDGER_FOLDERS] = {paths->state, paths->spare};
    struct buf record = {0};
    if (!r->snapshot) {
        r->snapshot = snapshot_create(k->ledger.disk, STR(NAME), folders);
    }
    keeper_stamp(k, e);
    entry_format_open(e, &record);
    snapshot_put(r->snapshot, buf_view(&record));
    buf_finish(&record);
}

void running_over(struct running *r)
{
    if (r->snapshot) {
        snapshot_remove(r->snapshot);
    }
}

void running_finish(struct running *r)
{
    snapshot_destroy(r->snapshot);
    r->snapshot = NULL;
}

// The draft of an entry; its path in mem, empty when there is none.
static struct str draft_of(const struct ledger *l, struct str id,
                           struct arena *mem)
{
    for (size_t i = 0; i < LEDGER_FOLDERS; i++) {
        struct str path = draft_path(l, i, id, mem);
        if (path.len > 0 && file_exists(path)) {
            return path;
        }
    }
    return STR_NONE;
}

// What was done after the draft was saved; its words stay. False when the disk
// does not take it.
static bool add_done(const struct ledger *l, const struct entry *e,
                     struct str path, struct arena *mem)
{
    struct rec_reader reader = {0};
    struct rec rec = {0};
    struct entry d;
    struct draft draft = {0};
    struct str text = STR_NONE, why = STR_NONE;
    if (!snapshot_take(l, path, mem, &draft, &text)) {
        return true; // someone writes it
    }
    rec_reader_init(&reader, text, mem, NULL);
    bool open = rec_next(&reader, &rec) && entry_read(&rec, mem, &d) &&
                rec.seal == REC_UNSEALED && str_equal(d.id, e->id);
    bool well = true;
    if (open && d.done_s < e->done_s) {
        struct buf record = {0};
        d.planned_s = e->planned_s;
        d.done_s = e->done_s;
        d.breaths = e->breaths;
        d.hold_s = e->hold_s;
        d.hold_count = e->hold_count;
        d.ended_early = e->ended_early;
        entry_format_open(&d, &record);
        draft.id = d.id;
        well = draft_save(l, &draft, buf_view(&record), mem, &why);
        buf_finish(&record);
    }
    draft_finish(l, &draft);
    return well;
}

static void tell(const struct ledger *l, const struct entry *e, struct str path,
                 struct arena *mem)
{
    if (l->say) {
        l->say(l->self,
               arena_printf(
                   mem,
                   "the session %.*s of %.*s was cut off after %lld "
                   "s; what was done is the draft %.*s",
                   STR_ARG(e->session),
                   STR_ARG(str_sub(e->at, 0, STR("2026-01-01 10:00").len)),
                   (long long)e->done_s, STR_ARG(path)));
    }
}

// Whether the snapshot is done with.
static bool recover(const struct ledger *l, struct str text, struct arena *mem)
{
    struct rec_reader reader = {0};
    struct rec rec = {0};
    struct entry e;
    struct str why = STR_NONE;
    rec_reader_init(&reader, text, mem, NULL);
    if (!rec_next(&reader, &rec) || !entry_read(&rec, mem, &e) ||
        !wall_id_valid(e.id) || e.session.len == 0) {
        return false; // its Id would be the name of a file
    }
    bool nothing = e.done_s <= 0 && e.text.len == 0;
    struct str there = draft_of(l, e.id, mem);
    if (there.len > 0) {
        return add_done(l, &e, there, mem);
    }
    if (nothing || ledger_has(l, e.id)) {
        return true;
    }
    struct buf record = {0};
    struct draft draft = {.id = e.id};
    entry_format_open(&e, &record);
    bool well = draft_save(l, &draft, buf_view(&record), mem, &why);
    if (well) {
        tell(l, &e, draft.path, mem);
        draft_finish(l, &draft);
    }
    buf_finish(&record);
    return well;
}

void running_recover(const struct paths *paths, const struct ledger *l)
{
    const struct str folders[] = {paths->state, paths->spare};
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
        struct arena mem = {0};
        struct draft held = {0};
        struct str text = STR_NONE;
        struct str path =
            arena_printf(&mem, "%.*s/%s.rec", STR_ARG(folders[i]), NAME);
        if (folders[i].len > 0 && snapshot_take(l, path, &mem, &held, &text)) {
            if (recover(l, text, &mem)) {
                draft_remove(l, &held);
            } else {
                draft_finish(l, &held);
            }
        }
        arena_finish(&mem);
    }
}
