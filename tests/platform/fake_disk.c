// SPDX-License-Identifier: MIT
#include "fake_disk.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void done(struct fake_disk *f, struct fake_op op)
{
    assert(f->op_count < FAKE_OPS);
    op.bytes = arena_copy(&f->mem, op.bytes);
    op.from = arena_copy(&f->mem, op.from);
    op.to = arena_copy(&f->mem, op.to);
    f->ops[f->op_count++] = op;
    fake_apply(f, &op);
}

static void replace(struct fake_disk *f)
{
    int node = fake_node_add(f, false);
    done(f, (struct fake_op){
                .kind = FAKE_WRITE, .node = node, .bytes = f->replace_text});
    done(f, (struct fake_op){.kind = FAKE_SYNC, .node = node});
    done(f, (struct fake_op){
                .kind = FAKE_MAKE, .node = node, .to = f->replace_path});
}

static int fails(struct fake_disk *f)
{
    f->calls++;
    if (f->calls == f->replace_at) {
        replace(f);
    }
    bool now = f->fail_at > 0 && (f->calls == f->fail_at ||
                                  (f->fail_on && f->calls > f->fail_at));
    f->failures += now;
    return now ? f->fail_with : 0;
}

static int fake_open(void *self, const char *path, enum disk_open how)
{
    struct fake_disk *f = self;
    struct str p = str_from(path);
    int node = fake_node_at(f, p), fd = 0;
    int error = fails(f);
    if (error == 0 && node < 0 && (how == DISK_READ || how == DISK_APPEND)) {
        error = -ENOENT;
    }
    if (error == 0 && node >= 0 && how == DISK_NEW) {
        error = -EEXIST;
    }
    if (error == 0 && node >= 0 && f->nodes[node].folder && how != DISK_READ) {
        error = -EISDIR;
    }
    if (error == 0 && node < 0 && fake_node_at(f, fake_folder_of(p)) < 0) {
        error = -ENOENT;
    }
    if (error != 0) {
        return error;
    }
    if (node < 0) {
        node = fake_node_add(f, false);
        done(f, (struct fake_op){.kind = FAKE_MAKE, .node = node, .to = p});
    } else if (how == DISK_FRESH) {
        done(f, (struct fake_op){.kind = FAKE_TRUNCATE, .node = node});
    }
    while (fd < FAKE_FDS && f->fds[fd] >= 0) {
        fd++;
    }
    assert(fd < FAKE_FDS); // else descriptors are not closed
    f->fds[fd] = node;
    return fd;
}

static int fake_close(void *self, int fd)
{
    struct fake_disk *f = self;
    struct fake_node *node = &f->nodes[f->fds[fd]];
    node->lock = node->lock == fd ? -1 : node->lock;
    f->fds[fd] = -1;
    return 0;
}

static int64_t fake_read(void *self, int fd, char *to, size_t most, int64_t at)
{
    struct fake_disk *f = self;
    struct buf *data = &f->nodes[f->fds[fd]].data;
    int error = fails(f);
    if (error != 0) {
        return error;
    }
    struct str bytes = str_sub(buf_view(data), (size_t)at, data->len);
    size_t len = bytes.len < most ? bytes.len : most;
    if (len > 0) {
        memcpy(to, bytes.at, len);
    }
    return (int64_t)len;
}

static int64_t fake_write(void *self, int fd, struct str bytes)
{
    struct fake_disk *f = self;
    int error = fails(f);
    if (error != 0) {
        return error;
    }
    if (f->fds[fd] == fake_node_at(f, f->replace_path)) {
        f->write_call = f->calls;
    }
    if (f->short_writes && bytes.len > 1) {
        bytes.len /= 2;
    }
    done(f, (struct fake_op){
                .kind = FAKE_WRITE, .node = f->fds[fd], .bytes = bytes});
    if (f->calls == f->lie_at && bytes.len > 0) {
        struct buf *data = &f->nodes[f->fds[fd]].data;
        data->at[data->len - 1 - bytes.len / 2] ^= 1;
    }
    return (int64_t)bytes.len;
}

static int fake_sync(void *self, int fd)
{
    struct fake_disk *f = self;
    int error = fails(f);
    if (error == 0) {
        done(f, (struct fake_op){.kind = FAKE_SYNC, .node = f->fds[fd]});
    }
    return error;
}

static int fake_truncate(void *self, int fd, int64_t size)
{
    struct fake_disk *f = self;
    int error = fails(f);
    if (error == 0) {
        done(f, (struct fake_op){
                    .kind = FAKE_TRUNCATE, .node = f->fds[fd], .size = size});
    }
    return error;
}

static void stat_fill(const struct fake_disk *f, int node,
                      struct disk_stat *out)
{
    *out = (struct disk_stat){.inode = (uint64_t)node,
                              .links = 1,
                              .size = (int64_t)f->nodes[node].data.len,
                              .is_folder = f->nodes[node].folder,
                              .is_file = !f->nodes[node].folder,
                              .is_mine = true};
}

static int fake_stat(void *self, const char *path, struct disk_stat *out)
{
    struct fake_disk *f = self;
    int error = fails(f);
    int node = fake_node_at(f, str_from(path));
    if (str_equal(str_from(path), f->replace_path)) {
        f->stat_call = f->calls;
    }
    if (error == 0 && node < 0) {
        error = -ENOENT;
    }
    if (error == 0) {
        stat_fill(f, node, out);
    }
    return error;
}

static int fake_stat_open(void *self, int fd, struct disk_stat *out)
{
    struct fake_disk *f = self;
    int error = fails(f);
    if (error == 0) {
        stat_fill(f, f->fds[fd], out);
    }
    return error;
}

static int fake_link(void *self, const char *from, const char *to)
{
    struct fake_disk *f = self;
    int error = fails(f);
    if (error == 0 && fake_node_at(f, str_from(to)) >= 0) {
        error = -EEXIST;
    }
    if (error == 0) {
        done(f, (struct fake_op){.kind = FAKE_LINK,
                                 .node = fake_node_at(f, str_from(from)),
                                 .to = str_from(to)});
    }
    return error;
}

static int fake_rename(void *self, const char *from, const char *to)
{
    struct fake_disk *f = self;
    int node = fake_node_at(f, str_from(from));
    int error = fails(f);
    if (error == 0 && node < 0) {
        error = -ENOENT;
    }
    if (error == 0) {
        done(f, (struct fake_op){.kind = FAKE_RENAME,
                                 .node = node,
                                 .from = str_from(from),
                                 .to = str_from(to)});
    }
    return error;
}

static int fake_unlink(void *self, const char *path)
{
    struct fake_disk *f = self;
    int node = fake_node_at(f, str_from(path));
    int error = fails(f);
    if (error == 0 && node < 0) {
        error = -ENOENT;
    }
    if (error == 0) {
        done(f, (struct fake_op){
                    .kind = FAKE_UNLINK, .node = node, .from = str_from(path)});
    }
    return error;
}

static int fake_make_folder(void *self, const char *path)
{
    struct fake_disk *f = self;
    struct str p = str_from(path);
    int error = fails(f);
    if (error == 0 && fake_node_at(f, p) >= 0) {
        error = -EEXIST;
    }
    if (error == 0 && fake_node_at(f, fake_folder_of(p)) < 0) {
        error = -ENOENT;
    }
    if (error == 0) {
        done(f, (struct fake_op){.kind = FAKE_MAKE,
                                 .node = fake_node_add(f, true),
                                 .to = p,
                                 .folder = true});
    }
    return error;
}

static int fake_resolve(void *self, const char *path, struct arena *mem,
                        struct str *out)
{
    *out = arena_copy(mem, str_from(path));
    return fails(self);
}

static int fake_list(void *self, const char *path, struct arena *mem,
                     struct names *out)
{
    struct fake_disk *f = self;
    struct str folder = str_from(path);
    struct str *items = ARENA_ARRAY(mem, struct str, FAKE_NAMES);
    int error = fails(f);
    *out = (struct names){items, 0};
    if (error == 0 && fake_node_at(f, folder) < 0) {
        error = -ENOENT;
    }
    for (int i = 0; error == 0 && i < f->name_count; i++) {
        struct fake_name *n = &f->names[i];
        if (n->node >= 0 && str_equal(fake_folder_of(n->path), folder)) {
            items[out->count++] = arena_printf(
                mem, "%s%s", n->path.at + folder.len + (folder.len > 1),
                f->nodes[n->node].folder ? "/" : "");
        }
    }
    return error;
}

static int fake_lock(void *self, int fd)
{
    struct fake_disk *f = self;
    struct fake_node *node = &f->nodes[f->fds[fd]];
    int error = fails(f);
    if (error == 0 && node->lock >= 0 && node->lock != fd) {
        error = -EWOULDBLOCK;
    }
    node->lock = error == 0 ? fd : node->lock;
    return error;
}

static void fake_wait(void *self, int ms)
{
    (void)self;
    (void)ms;
}

struct fake_disk *fake_create(void)
{
    struct fake_disk *f = calloc(1, sizeof(*f));
    assert(f);
    for (int i = 0; i < FAKE_FDS; i++) {
        f->fds[i] = -1;
    }
    f->disk = (struct disk){.self = f,
                            .open = fake_open,
                            .close = fake_close,
                            .read = fake_read,
                            .write = fake_write,
                            .sync = fake_sync,
                            .truncate = fake_truncate,
                            .stat = fake_stat,
                            .stat_open = fake_stat_open,
                            .link = fake_link,
                            .rename = fake_rename,
                            .unlink = fake_unlink,
                            .resolve = fake_resolve,
                            .make_folder = fake_make_folder,
                            .list = fake_list,
                            .lock = fake_lock,
                            .wait = fake_wait};
    return f;
}
