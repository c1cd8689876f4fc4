// SPDX-License-Identifier: MIT
#include "platform/snapshot.h"

#include <errno.h>

#include <SDL.h>

#include "base/buf.h"

struct snapshot {
    SDL_mutex *lock;
    SDL_cond *wake;
    SDL_Thread *thread;
    struct buf text; // to be saved
    bool fresh, gone, ends;

    // The saving thread's own.
    struct arena mem;
    struct ledger ledger;
    struct draft draft;
};

// Whether another process that lives has it.
static bool is_taken(struct snapshot *s)
{
    bool taken = false;
    struct arena mem = {0};
    for (size_t i = 0; i < LEDGER_FOLDERS && s->draft.path.len == 0; i++) {
        struct str path =
            arena_printf(&mem, "%.*s/%.*s.rec", STR_ARG(s->ledger.drafts[i]),
                         STR_ARG(s->draft.id));
        int fd = s->ledger.disk->open(s->ledger.disk->self, path.at, DISK_READ);
        if (fd >= 0) {
            int error = s->ledger.disk->lock(s->ledger.disk->self, fd);
            taken |= error == -EWOULDBLOCK || error == -EAGAIN;
            s->ledger.disk->close(s->ledger.disk->self, fd);
        }
    }
    arena_finish(&mem);
    return taken;
}

static void save(struct snapshot *s, struct str text)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    const char *path = s->draft.path.at;
    if (!is_taken(s) && draft_save(&s->ledger, &s->draft, text, &mem, &why) &&
        s->draft.path.at != path) {
        s->draft.path = arena_copy(&s->mem, s->draft.path);
    }
    arena_finish(&mem); // of a disk that takes none the drafts tell
}

static int SDLCALL keep_saving(void *self)
{
    struct snapshot *s = self;
    struct buf text = {0};
    SDL_LockMutex(s->lock);
    while (s->fresh || s->gone || !s->ends) {
        bool fresh = s->fresh, gone = s->gone;
        if (!fresh && !gone) {
            SDL_CondWait(s->wake, s->lock);
            continue;
        }
        buf_clear(&text);
        buf_put(&text, buf_view(&s->text));
        s->fresh = s->gone = false;
        SDL_UnlockMutex(s->lock);
        if (gone) {
            draft_remove(&s->ledger, &s->draft);
        }
        if (fresh) {
            save(s, buf_view(&text));
        }
        SDL_LockMutex(s->lock);
    }
    SDL_UnlockMutex(s->lock);
    draft_finish(&s->ledger, &s->draft);
    buf_finish(&text);
    return 0;
}

struct snapshot *snapshot_create(const struct disk *disk, struct str name,
                                 const struct str folders[LEDGER_FOLDERS])
{
    struct snapshot *s = SDL_calloc(1, sizeof(*s));
    if (!s) {
        arena_fail();
    }
    s->ledger.disk = disk;
    for (size_t i = 0; i < LEDGER_FOLDERS; i++) {
        s->ledger.drafts[i] = arena_copy(&s->mem, folders[i]);
    }
    s->draft.id = arena_copy(&s->mem, name);
    s->lock = SDL_CreateMutex();
    s->wake = SDL_CreateCond();
    s->thread = SDL_CreateThread(keep_saving, "snapshot", s);
    if (!s->lock || !s->wake || !s->thread) {
        arena_fail();
    }
    return s;
}

static void tell(struct snapshot *s, struct str text, bool gone)
{
    SDL_LockMutex(s->lock);
    buf_clear(&s->text);
    buf_put(&s->text, text);
    s->fresh = !gone;
    s->gone |= gone;
    SDL_CondSignal(s->wake);
    SDL_UnlockMutex(s->lock);
}

void snapshot_put(struct snapshot *s, struct str text)
{
    tell(s, text, false);
}

void snapshot_remove(struct snapshot *s)
{
    tell(s, STR_NONE, true);
}

void snapshot_destroy(struct snapshot *s)
{
    if (!s) {
        return;
    }
    SDL_LockMutex(s->lock);
    s->ends = true;
    SDL_CondSignal(s->wake);
    SDL_UnlockMutex(s->lock);
    SDL_WaitThread(s->thread, NULL);
    SDL_DestroyCond(s->wake);
    SDL_DestroyMutex(s->lock);
    buf_finish(&s->text);
    arena_finish(&s->mem);
    SDL_free(s);
}

bool snapshot_take(const struct ledger *l, struct str path, struct arena *mem,
                   struct draft *held, struct str *text)
{
    const struct disk *disk = l->disk;
    struct unfinished from = {.path = path};
    struct disk_stat st = {0}, there = {0};
    if (!draft_resume(l, &from, held)) {
        return false;
    }
    int64_t range[2] = {0, 0};
    bool well = disk->stat_open(disk->self, held->fd, &st) == 0 &&
                disk->stat(disk->self, path.at, &there) == 0 &&
                st.inode == there.inode && st.is_file && st.is_mine &&
                st.size <= SNAPSHOT_MOST;
    range[1] = st.size;
    well = well && disk_read_range(disk, held->fd, range, mem, text) == 0;
    if (!well) {
        draft_finish(l, held);
    }
    return well;
}
