// SPDX-License-Identifier: MIT
// A ledger in a folder of its own, for tests on the real disk.
#pragma once

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "platform/append.h"
#include "platform/file.h"

struct ledger_case {
    struct arena mem;
    struct str folder;
    struct ledger ledger;
    struct buf said;
};

// Where the folders are made.
static const char *case_parent = "/tmp";

static const char head_text[] = "# A head.\n%rec: Entry\n\n";

static inline void case_say(void *self, struct str line)
{
    struct ledger_case *c = self;
    buf_put(&c->said, line);
    buf_put_char(&c->said, '\n');
}

static inline struct ledger_case *case_begin(void)
{
    struct ledger_case *c = calloc(1, sizeof(*c));
    char name[64];
    snprintf(name, sizeof(name), "%s/breathmark-test-XXXXXX", case_parent);
    assert_non_null(c);
    assert_non_null(mkdtemp(name));
    c->folder = arena_copy(&c->mem, str_from(name));
    struct paths p = {.data = c->folder, .state = c->folder};
    p.spare = path_join(&c->mem, c->folder, STR("spare"));
    c->ledger = ledger_at(&p, STR("journal.rec"), str_from(head_text),
                          STR("Text"), &c->mem);
    c->ledger.say = case_say;
    c->ledger.self = c;
    return c;
}

static inline void case_end(struct ledger_case *c)
{
    char command[512];
    snprintf(command, sizeof(command), "rm -rf '%.*s'", STR_ARG(c->folder));
    assert_int_equal(system(command), 0);
    buf_finish(&c->said);
    arena_finish(&c->mem);
    free(c);
}

static inline struct str case_path(struct ledger_case *c, const char *name)
{
    return path_join(&c->mem, c->folder, str_from(name));
}

static inline struct str case_read(struct ledger_case *c, const char *name)
{
    struct str text = STR_NONE, why = STR_NONE;
    file_read(case_path(c, name), 0, &c->mem, &text, &why);
    return text;
}

static inline void case_write(struct ledger_case *c, const char *name,
                              struct str text)
{
    struct str why = STR_NONE;
    assert_true(file_replace(case_path(c, name), text, &c->mem, &why));
}

static inline size_t case_count(struct ledger_case *c, const char *name)
{
    struct names names = {0};
    folder_list(case_path(c, name), &c->mem, &names);
    return names.count;
}

// A sealed record.
static inline struct str case_record(struct ledger_case *c, const char *id,
                                     const char *text)
{
    struct buf out = {0};
    rec_put(&out, STR("Id"), str_from(id));
    rec_put(&out, STR("Text"), str_from(text));
    rec_put_end(&out, 0);
    struct str record = arena_copy(&c->mem, buf_view(&out));
    buf_finish(&out);
    return record;
}

static inline struct kept case_keep(struct ledger_case *c, const char *id,
                                    const char *text)
{
    struct draft d = {.id = str_from(id)};
    struct str record = case_record(c, id, text);
    return ledger_keep(&c->ledger, &d, record, &c->mem);
}
