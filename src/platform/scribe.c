// SPDX-License-Identifier: MIT
#include "platform/scribe.h"

#include <errno.h>

#include <SDL.h>

#include "base/buf.h"

struct scribe {
    SDL_mutex *lock;
    SDL_cond *wake, *rest; // there is something to do; nothing is left to do
    SDL_Thread *thread;    // NULL where none is to be had: done at once
    struct draft *draft;
    struct buf text; // to be saved
    struct buf why;  // of the last save that failed
    bool fresh, gone, keeps, ends, busy, failed;
    bool waits;       // for another program, in what it does now
    bool answered;    // the last keep has come to an end
    struct kept kept; // how; in mem

    // The thread's own while it is busy.
    struct ledger ledger;
    bool yields;
    struct buf taken;
    struct arena mem; // paths and reasons
};

// Whether another process that lives has it.
static bool is_taken(const struct scribe *s, const struct draft *d)
{
    const struct disk *disk = s->ledger.disk;
    struct arena mem = {0};
    bool taken = false;
    for (size_t i = 0; i < LEDGER_FOLDERS && d->path.len == 0; i++) {
        struct str path = draft_path(&s->ledger, i, d->id, &mem);
        int fd = path.len == 0 ? -ENOENT
                               : disk->open(disk->self, path.at, DISK_READ);
        if (fd >= 0) {
            int error = disk->lock(disk->self, fd);
            taken |= error == -EWOULDBLOCK || error == -EAGAIN;
            disk->close(disk->self, fd);
        }
    }
    arena_finish(&mem);
    return taken;
}

static bool has_work(const struct scribe *s)
{
    return s->fresh || s->gone || s->keeps;
}

static bool save(struct scribe *s, struct draft *d, struct buf *why)
{
    struct arena mem = {0};
    struct str reason = STR_NONE;
    const char *path = d->path.at;
    if (s->yields && is_taken(s, d)) {
        return true;
    }
    bool well = draft_save(&s->ledger, d, buf_view(&s->taken), &mem, &reason);
    if (d->path.at != path) {
        d->path = arena_copy(&s->mem, d->path);
    }
    buf_clear(why);
    buf_put(why, reason);
    arena_finish(&mem);
    return well;
}

static struct kept keep(struct scribe *s, struct draft *d)
{
    struct arena mem = {0};
    struct kept kept = ledger_keep(&s->ledger, d, buf_view(&s->taken), &mem);
    kept.draft = arena_copy(&s->mem, kept.draft);
    kept.why = arena_copy(&s->mem, kept.why);
    if (d->path.len > 0) {
        d->path = arena_copy(&s->mem, d->path);
    }
    arena_finish(&mem);
    return kept;
}

// Does what was asked, once; the lock is held before and after, not meanwhile.
static void do_it(struct scribe *s)
{
    bool fresh = s->fresh, gone = s->gone, keeps = s->keeps, well = true;
    struct kept kept = {0};
    struct draft *d = s->draft;
    struct buf why = {0};
    buf_clear(&s->taken);
    buf_put(&s->taken, buf_view(&s->text));
    s->fresh = s->gone = s->keeps = false;
    s->busy = true;
    SDL_UnlockMutex(s->lock);
    if (gone) {
        draft_remove(&s->ledger, d);
    }
    if (fresh) {
        well = save(s, d, &why);
    }
    if (keeps) {
        kept = keep(s, d);
        well = kept.done || kept.draft.len > 0;
        buf_clear(&why);
        buf_put(&why, kept.why);
    }
    SDL_LockMutex(s->lock);
    s->busy = s->waits = false;
    s->failed = !well;
    s->answered |= keeps;
    s->kept = keeps ? kept : s->kept;
    buf_clear(&s->why);
    buf_put(&s->why, buf_view(&why));
    buf_finish(&why);
}

static void begin_waiting(void *self)
{
    struct scribe *s = self;
    SDL_LockMutex(s->lock);
    s->waits = true;
    SDL_UnlockMutex(s->lock);
}

static int SDLCALL keep_saving(void *self)
{
    struct scribe *s = self;
    SDL_LockMutex(s->lock);
    while (has_work(s) || !s->ends) {
        if (has_work(s)) {
            do_it(s);
        } else {
            SDL_CondSignal(s->rest);
            SDL_CondWait(s->wake, s->lock);
        }
    }
    SDL_CondSignal(s->rest);
    SDL_UnlockMutex(s->lock);
    return 0;
}

struct scribe *scribe_create(const struct ledger *l, bool yields)
{
    struct scribe *s = SDL_calloc(1, sizeof(*s));
    if (!s) {
        arena_fail();
    }
    s->ledger = *l;
    s->ledger.waits = begin_waiting;
    s->ledger.waiter = s;
    s->yields = yields;
    s->lock = SDL_CreateMutex();
    s->wake = SDL_CreateCond();
    s->rest = SDL_CreateCond();
    if (!s->lock || !s->wake || !s->rest) {
        arena_fail();
    }
    s->thread = SDL_CreateThread(keep_saving, "scribe", s);
    return s;
}

enum work { WORK_SAVE, WORK_REMOVE, WORK_KEEP };

static void ask(struct scribe *s, struct draft *d, struct str text,
                enum work work)
{
    SDL_LockMutex(s->lock);
    s->draft = d;
    buf_clear(&s->text);
    buf_put(&s->text, text);
    s->fresh = work == WORK_SAVE;
    s->gone |= work == WORK_REMOVE;
    s->keeps |= work == WORK_KEEP;
    if (s->thread) {
        SDL_CondSignal(s->wake);
    } else {
        do_it(s);
    }
    SDL_UnlockMutex(s->lock);
}

void scribe_put(struct scribe *s, struct draft *d, struct str text)
{
    ask(s, d, text, WORK_SAVE);
}

void scribe_remove(struct scribe *s, struct draft *d)
{
    ask(s, d, STR_NONE, WORK_REMOVE);
}

void scribe_keep(struct scribe *s, struct draft *d, struct str record)
{
    ask(s, d, record, WORK_KEEP);
}

bool scribe_kept(struct scribe *s, struct arena *mem, struct kept *out)
{
    SDL_LockMutex(s->lock);
    bool answered = s->answered;
    if (answered) {
        *out = s->kept;
        out->draft = arena_copy(mem, s->kept.draft);
        out->why = arena_copy(mem, s->kept.why);
        s->answered = false;
    }
    SDL_UnlockMutex(s->lock);
    return answered;
}

bool scribe_waits(struct scribe *s)
{
    if (!s) {
        return false;
    }
    SDL_LockMutex(s->lock);
    bool waits = s->waits;
    SDL_UnlockMutex(s->lock);
    return waits;
}

void scribe_settle(struct scribe *s)
{
    if (!s) {
        return;
    }
    SDL_LockMutex(s->lock);
    while (has_work(s) || s->busy) {
        SDL_CondWait(s->rest, s->lock);
    }
    SDL_UnlockMutex(s->lock);
}

bool scribe_failed(struct scribe *s, struct arena *mem, struct str *why)
{
    if (!s) {
        return false;
    }
    SDL_LockMutex(s->lock);
    bool failed = s->failed;
    *why = failed ? arena_copy(mem, buf_view(&s->why)) : *why;
    SDL_UnlockMutex(s->lock);
    return failed;
}

void scribe_destroy(struct scribe *s)
{
    if (!s) {
        return;
    }
    SDL_LockMutex(s->lock);
    s->ends = true;
    SDL_CondSignal(s->wake);
    SDL_UnlockMutex(s->lock);
    SDL_WaitThread(s->thread, NULL);
    SDL_DestroyCond(s->rest);
    SDL_DestroyCond(s->wake);
    SDL_DestroyMutex(s->lock);
    buf_finish(&s->text);
    buf_finish(&s->taken);
    buf_finish(&s->why);
    arena_finish(&s->mem);
    SDL_free(s);
}
