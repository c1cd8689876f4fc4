// SPDX-License-Identifier: MIT
// A ledger on a fake disk, and ways to tell what is in it without the code
// that is tried.
#pragma once

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake_disk.h"
#include "platform/append_file.h"

static const char head_text[] = "# A head.\n%rec: Entry\n\n";

static inline struct ledger ledger_on(struct fake_disk *f)
{
    return (struct ledger){.disk = &f->disk,
                           .path = STR("/r/d/journal.rec"),
                           .head = str_from(head_text),
                           .sign = STR("Text"),
                           .drafts = {STR("/r/d/drafts")},
                           .torn = STR("/r/d/torn"),
                           .merged = STR("/r/d/merged")};
}

static inline struct str record_of(struct arena *mem, const char *id)
{
    struct buf text = {0}, out = {0};
    while (text.len < 300) {
        buf_printf(&text, "Words of %s, enough to tear.\n\n# x\n", id);
    }
    rec_put(&out, STR("Id"), str_from(id));
    rec_put(&out, STR("Text"), buf_view(&text));
    rec_put_end(&out, 0);
    struct str record = arena_copy(mem, buf_view(&out));
    buf_finish(&text);
    buf_finish(&out);
    return record;
}

static inline bool keep(struct fake_disk *f, const char *id)
{
    struct arena mem = {0};
    struct ledger l = ledger_on(f);
    struct draft d = {.id = str_from(id)};
    bool done = ledger_keep(&l, &d, record_of(&mem, id), &mem).done;
    arena_finish(&mem);
    return done;
}

static inline void recover(struct fake_disk *f)
{
    struct arena mem = {0};
    struct ledger l = ledger_on(f);
    ledger_recover(&l, &mem, NULL);
    arena_finish(&mem);
}

static inline size_t count_id(struct str text, const char *id)
{
    size_t count = 0;
    struct buf line = {0};
    buf_printf(&line, "Id: %s", id);
    while (text.len > 0) {
        count += str_equal(str_cut(&text, '\n'), buf_view(&line));
    }
    buf_finish(&line);
    return count;
}

// Whether the whole record of id stands in text, byte for byte: told without
// the code that is tried here.
static inline bool has_whole(struct str text, const char *id)
{
    struct arena mem = {0};
    struct str record = record_of(&mem, id);
    bool found = false;
    for (size_t at = 0; at < text.len && !found;) {
        found = str_starts(str_sub(text, at, text.len), record);
        at = str_find(text, '\n', at) + 1;
    }
    arena_finish(&mem);
    return found;
}
