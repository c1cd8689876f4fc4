// SPDX-License-Identifier: MIT
// Reads the whole file once, strictly. What needs two records to see (an Id
// that stands twice) is found by sorting the Ids afterwards.
#include "core/calendar.h"

#include <stdlib.h>

struct place_of_id {
    struct str id;
    int line;
};

struct checking {
    struct arena *mem;
    struct diags *notes;
    struct place_of_id *ids;
    size_t count, cap;
};

static int compare_ids(const void *left, const void *right)
{
    const struct place_of_id *a = left;
    const struct place_of_id *b = right;
    int order = str_compare(a->id, b->id);
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

static void mistake(struct checking *in, int line, struct str message)
{
    diags_add(in->notes,
              (struct diag){
                  .line = line, .column = 1, .width = 1, .message = message});
}

static void keep_id(struct checking *in, const struct rec *r, struct str id)
{
    ARENA_GROW(in->mem, in->ids, in->count, in->cap);
    in->ids[in->count++] = (struct place_of_id){id, r->line};
}

static void check_stamp(struct checking *in, const struct rec *r)
{
    struct str id = str_trim(rec_get(r, STR("Id")));
    struct str at = rec_get(r, STR("At"));
    struct wall when;
    bool offset = false;
    if (!wall_id_valid(id)) {
        mistake(in, r->line,
                arena_printf(in->mem,
                             "Id: \"%.*s\" is not of the form "
                             "20260301T070211Z-1f3a9c02",
                             STR_ARG(id)));
    }
    if (!at.at) {
        mistake(in, r->line, STR("this mark has no At"));
    } else if (!wall_parse(str_trim(at), &when, &offset)) {
        mistake(in, r->line,
                arena_printf(in->mem, "At: \"%.*s\" is not a moment",
                             STR_ARG(str_trim(at))));
    }
    keep_id(in, r, id);
}

void calendar_check(struct str text, struct arena *mem, struct diags *notes)
{
    struct checking in = {.mem = mem, .notes = notes};
    struct rec_reader reader;
    struct rec r;
    rec_reader_init(&reader, text, mem, notes);
    reader.strict = true;
    while (rec_next(&reader, &r)) {
        struct plan plan;
        struct mark mark;
        check_stamp(&in, &r);
        mark_read(&r, mem, notes, &plan, &mark);
    }
    if (in.count > 0) {
        qsort(in.ids, in.count, sizeof(*in.ids), compare_ids);
    }
    for (size_t i = 1; i < in.count; i++) {
        if (str_equal(in.ids[i].id, in.ids[i - 1].id)) {
            mistake(&in, in.ids[i].line,
                    arena_printf(mem, "the Id %.*s stands in line %d already",
                                 STR_ARG(in.ids[i].id), in.ids[i - 1].line));
        }
    }
    diags_sort(notes);
}
