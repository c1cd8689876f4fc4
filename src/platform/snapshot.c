// SPDX-License-Identifier: MIT
#include "platform/snapshot.h"

#include <stdlib.h>

#include "platform/scribe.h"

struct snapshot {
    struct arena mem;
    struct ledger ledger;
    struct draft draft;
    struct scribe *scribe;
};

struct snapshot *snapshot_create(const struct disk *disk, struct str name,
                                 const struct str folders[LEDGER_FOLDERS])
{
    struct snapshot *s = calloc(1, sizeof(*s));
    if (!s) {
        arena_fail();
    }
    s->ledger.disk = disk;
    for (size_t i = 0; i < LEDGER_FOLDERS; i++) {
        s->ledger.drafts[i] = arena_copy(&s->mem, folders[i]);
    }
    s->draft.id = arena_copy(&s->mem, name);
    s->scribe = scribe_create(&s->ledger, true);
    return s;
}

void snapshot_put(struct snapshot *s, struct str text)
{
    scribe_put(s->scribe, &s->draft, text); // of a disk that takes none the
                                            // drafts tell
}

void snapshot_remove(struct snapshot *s)
{
    scribe_remove(s->scribe, &s->draft);
}

void snapshot_destroy(struct snapshot *s)
{
    if (!s) {
        return;
    }
    scribe_settle(s->scribe);
    draft_finish(&s->ledger, &s->draft);
    scribe_destroy(s->scribe);
    arena_finish(&s->mem);
    free(s);
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
    struct disk_range range = {0, 0};
    bool well = disk->stat_open(disk->self, held->fd, &st) == 0 &&
                disk->stat(disk->self, path.at, &there) == 0 &&
                st.inode == there.inode && st.is_file && st.is_mine &&
                st.size <= SNAPSHOT_MOST;
    range.to = st.size;
    well = well && disk_read_range(disk, held->fd, range, mem, text) == 0;
    if (!well) {
        draft_finish(l, held);
    }
    return well;
}
