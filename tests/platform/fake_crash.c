// SPDX-License-Identifier: MIT
// The states that a crash can leave, from the log of a fake disk.
#include "fake_disk.h"

#include <assert.h>
#include <string.h>

bool fake_is_data(const struct fake_op *op)
{
    return op->kind == FAKE_WRITE || op->kind == FAKE_TRUNCATE;
}

static bool is_folder_of(struct str folder, struct str path)
{
    return path.len > folder.len && str_starts(path, folder) &&
           path.at[folder.len] == '/' &&
           str_find(path, '/', folder.len + 1) == path.len;
}

// The path of the folder that a sync was of; the log knows nodes.
static struct str path_of(const struct fake_disk *f, int node)
{
    for (int i = 0; i < f->name_count; i++) {
        if (f->names[i].node == node) {
            return f->names[i].path;
        }
    }
    return STR_NONE;
}

bool fake_is_synced(const struct fake_disk *f, int i, int ops)
{
    const struct fake_op *op = &f->ops[i];
    for (int j = i + 1; j < ops; j++) {
        const struct fake_op *sync = &f->ops[j];
        if (sync->kind != FAKE_SYNC) {
            continue;
        }
        if (fake_is_data(op) && sync->node == op->node) {
            return true;
        }
        struct str folder = path_of(f, sync->node);
        if (!fake_is_data(op) && f->nodes[sync->node].folder &&
            is_folder_of(folder, op->to.len > 0 ? op->to : op->from)) {
            return true;
        }
    }
    return false;
}

static struct fake_disk *copy_of(const struct fake_disk *start)
{
    struct fake_disk *f = fake_create();
    f->node_count = start->node_count;
    for (int i = 0; i < start->node_count; i++) {
        f->nodes[i] =
            (struct fake_node){.folder = start->nodes[i].folder, .lock = -1};
        buf_put(&f->nodes[i].data, buf_view(&start->nodes[i].data));
    }
    f->name_count = start->name_count;
    for (int i = 0; i < start->name_count; i++) {
        f->names[i] = (struct fake_name){
            arena_copy(&f->mem, start->names[i].path), start->names[i].node};
    }
    return f;
}

static void redo_data(struct fake_disk *f, const struct fake_op *op,
                      enum fate fate, int64_t cut)
{
    struct buf *data = &f->nodes[op->node].data;
    if (fate == FATE_LOST) {
        return;
    }
    if (op->kind == FAKE_TRUNCATE) {
        fake_apply(f, op);
        return;
    }
    if (fate == FATE_HOLE) {
        size_t from = data->len;
        buf_put(data, op->bytes);
        for (size_t i = (size_t)cut; i < op->bytes.len && i < (size_t)cut + 16;
             i++) {
            data->at[from + i] = '\0';
        }
        return;
    }
    size_t whole = fate == FATE_KEPT || (size_t)cut > op->bytes.len
                       ? op->bytes.len
                       : (size_t)cut;
    buf_put(data, str_sub(op->bytes, 0, whole));
    for (size_t i = whole; fate == FATE_ZEROS && i < op->bytes.len; i++) {
        buf_put_char(data, '\0');
    }
}

struct fake_disk *fake_crash(const struct fake_disk *start,
                             const struct fake_disk *f,
                             const struct crash *crash)
{
    struct fake_disk *after = copy_of(start);
    int names = 0, data = 0;
    // Nodes that the run made exist, with or without a name.
    for (int i = start->node_count; i < f->node_count; i++) {
        after->nodes[i] =
            (struct fake_node){.folder = f->nodes[i].folder, .lock = -1};
    }
    if (f->node_count > after->node_count) {
        after->node_count = f->node_count;
    }
    for (int i = 0; i < crash->ops; i++) {
        const struct fake_op *op = &f->ops[i];
        bool synced = fake_is_synced(f, i, crash->ops);
        if (op->kind == FAKE_SYNC) {
            continue;
        }
        if (fake_is_data(op)) {
            bool here = crash->write < 0 || crash->write == data;
            data += !synced;
            redo_data(after, op, synced || !here ? FATE_KEPT : crash->fate,
                      crash->cut);
        } else if (synced || names++ < crash->names) {
            fake_apply(after, op);
        }
    }
    return after;
}
