// SPDX-License-Identifier: MIT
#include "app/protocols.h"

#include <stdlib.h>

#include "platform/file.h"

enum { FILE_MOST = 64 << 10 };

static void note(struct diags *notes, struct str path, int line,
                 struct str message)
{
    struct diag d = {.line = line, .column = 1, .width = 1};
    d.message = arena_printf(notes->mem, "%.*s:%d: %.*s", STR_ARG(path), line,
                             STR_ARG(message));
    diags_add(notes, d);
}

static bool is_there(const struct protocol *items, size_t count,
                     struct str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(items[i].name, name)) {
            return true;
        }
    }
    return false;
}

static bool read_file(struct str path, struct str name, struct diags *notes,
                      struct protocol *out)
{
    struct str text = STR_NONE, why = STR_NONE;
    struct diags mistakes = {.mem = notes->mem};
    if (!file_read(path, FILE_MOST, notes->mem, &text, &why)) {
        note(notes, path, 1, why);
        return false;
    }
    bool well = protocol_read(name, text, notes->mem, &mistakes, out);
    for (size_t i = 0; i < mistakes.count; i++) {
        note(notes, path, mistakes.items[i].line, mistakes.items[i].message);
    }
    return well;
}

static int compare_names(const void *left, const void *right)
{
    const struct protocol *a = left;
    const struct protocol *b = right;
    return str_compare(a->name, b->name);
}

struct protocols protocols_find(const struct paths *paths, struct arena *mem,
                                struct diags *notes)
{
    struct str folders[] = {path_join(mem, paths->data, STR("protocols")),
                            path_join(mem, paths->assets, STR("protocols"))};
    struct names names[2] = {{0}};
    size_t most = 1, count = 0;
    for (size_t i = 0; i < 2; i++) {
        if (folder_list(folders[i], mem, &names[i])) {
            most += names[i].count;
        }
    }
    struct protocol *items = ARENA_ARRAY(mem, struct protocol, most);
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < names[i].count; k++) {
            struct str file = names[i].items[k];
            struct str name = str_sub(file, 0, file.len - STR(".txt").len);
            if (!str_ends(file, STR(".txt")) || is_there(items, count, name)) {
                continue;
            }
            struct str path = path_join(mem, folders[i], file);
            count += read_file(path, name, notes, &items[count]);
        }
    }
    if (count > 0) {
        qsort(items, count, sizeof(*items), compare_names);
    }
    return (struct protocols){items, count};
}
