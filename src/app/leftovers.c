// SPDX-License-Identifier: MIT
#include "app/leftovers.h"

#include <string.h>

#include "base/rec.h"
#include "platform/file.h"
#include "platform/task.h"

// Whole: to go on with what a reader passes over something of would lose that.
static bool read_draft(const struct unfinished *draft, struct arena *mem,
                       struct entry *e)
{
    struct rec_reader reader = {0};
    struct rec rec = {0};
    struct diags passed_over = {.mem = mem};
    rec_reader_init(&reader, draft->text, mem, &passed_over);
    return rec_next(&reader, &rec) && entry_read(&rec, mem, e) &&
           passed_over.errors == 0;
}

void leftovers_init(struct leftovers *left, const struct unfinished_list *from)
{
    *left = (struct leftovers){0};
    left->entries = ARENA_ARRAY(&left->mem, struct entry, from->count + 1);
    left->drafts = ARENA_ARRAY(&left->mem, struct unfinished, from->count + 1);
    for (size_t i = from->count; i > 0; i--) { // by Id, which is by moment
        const struct unfinished *draft = &from->items[i - 1];
        if (read_draft(draft, &left->mem, &left->entries[left->count])) {
            left->drafts[left->count++] = *draft;
        }
    }
}

void leftovers_await(struct leftovers *left, const struct keeper_options *o)
{
    left->late = true;
    left->ledger = journal_ledger(o->paths, &left->mem);
    left->ledger.hurries = true;
    left->ledger.say = o->say;
    left->ledger.self = o->self;
    o->say(o->self, STR("waiting for another program that writes to "
                        "journal.rec"));
}

static void take_in(void *context)
{
    struct leftovers *left = context;
    left->taken_in = ledger_is_free(&left->ledger) &&
                     ledger_recover(&left->ledger, &left->task_mem, NULL);
    arena_finish(&left->task_mem);
}

void leftovers_join(struct leftovers *left)
{
    if (!left->joining && left->late) {
        left->joining = task_start(take_in, left);
    } else if (left->joining && task_over(left->joining)) {
        task_finish(left->joining);
        left->joining = NULL;
        left->late = !left->taken_in;
    }
}

void leftovers_finish(struct leftovers *left)
{
    task_finish(left->joining);
    arena_finish(&left->mem);
    *left = (struct leftovers){0};
}

static void forget(struct leftovers *left, size_t i)
{
    size_t after = left->count - i - 1;
    memmove(&left->entries[i], &left->entries[i + 1],
            after * sizeof(*left->entries));
    memmove(&left->drafts[i], &left->drafts[i + 1],
            after * sizeof(*left->drafts));
    left->count--;
}

void leftovers_look(struct leftovers *left)
{
    for (size_t i = left->count; i > 0; i--) {
        if (!file_exists(left->drafts[i - 1].path)) {
            forget(left, i - 1);
        }
    }
}

bool leftovers_resume(struct leftovers *left, size_t i, struct keeper *k,
                      struct entry *e)
{
    struct unfinished draft = left->drafts[i];
    forget(left, i);
    return keeper_resume(k, &draft, e);
}

void leftovers_let_go(struct leftovers *left, size_t i, struct keeper *k)
{
    struct entry e;
    if (leftovers_resume(left, i, k, &e)) {
        keeper_discard(k);
    }
}
