// SPDX-License-Identifier: MIT
// Names and data of a fake disk, and what an operation does to them.
#include "fake_disk.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int fake_name_find(const struct fake_disk *f, struct str path)
{
    for (int i = 0; i < f->name_count; i++) {
        if (f->names[i].node >= 0 && str_equal(f->names[i].path, path)) {
            return i;
        }
    }
    return -1;
}

int fake_node_at(const struct fake_disk *f, struct str path)
{
    int i = fake_name_find(f, path);
    return i < 0 ? -1 : f->names[i].node;
}

int fake_node_add(struct fake_disk *f, bool folder)
{
    assert(f->node_count < FAKE_NODES);
    f->nodes[f->node_count] = (struct fake_node){.folder = folder, .lock = -1};
    return f->node_count++;
}

void fake_name_set(struct fake_disk *f, struct str path, int node)
{
    int i = fake_name_find(f, path);
    if (i < 0) {
        assert(f->name_count < FAKE_NAMES);
        i = f->name_count++;
    }
    f->names[i] = (struct fake_name){arena_copy(&f->mem, path), node};
}

struct str fake_folder_of(struct str path)
{
    while (path.len > 0 && path.at[path.len - 1] != '/') {
        path.len--;
    }
    return path.len > 1 ? str_sub(path, 0, path.len - 1) : path;
}

void fake_apply(struct fake_disk *f, const struct fake_op *op)
{
    struct buf *data = op->node >= 0 ? &f->nodes[op->node].data : NULL;
    switch (op->kind) {
    case FAKE_WRITE:
        buf_put(data, op->bytes);
        break;
    case FAKE_TRUNCATE:
        data->len = (size_t)op->size < data->len ? (size_t)op->size : data->len;
        break;
    case FAKE_MAKE:
    case FAKE_LINK:
        fake_name_set(f, op->to, op->node);
        break;
    case FAKE_RENAME:
        fake_name_set(f, op->to, op->node);
        fake_name_set(f, op->from, -1);
        break;
    case FAKE_UNLINK:
        fake_name_set(f, op->from, -1);
        break;
    case FAKE_SYNC:
        break;
    }
}

void fake_destroy(struct fake_disk *f)
{
    if (!f) {
        return;
    }
    for (int i = 0; i < f->node_count; i++) {
        buf_finish(&f->nodes[i].data);
    }
    arena_finish(&f->mem);
    free(f);
}

void fake_put_folder(struct fake_disk *f, const char *path)
{
    fake_name_set(f, str_from(path), fake_node_add(f, true));
}

void fake_put(struct fake_disk *f, const char *path, struct str text)
{
    int node = fake_node_add(f, false);
    buf_put(&f->nodes[node].data, text);
    fake_name_set(f, str_from(path), node);
}

struct str fake_get(const struct fake_disk *f, const char *path)
{
    int node = fake_node_at(f, str_from(path));
    if (node < 0) {
        return STR_NONE;
    }
    struct str text = buf_view(&f->nodes[node].data);
    return text.at ? text : STR("");
}
