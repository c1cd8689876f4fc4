// SPDX-License-Identifier: MIT
#include "app/script.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/crc32.h"
#include "platform/file.h"

enum { DEEPEST_FOLDER = 4 };

static const struct str ending = {".session", 8};

struct str script_name(struct str path)
{
    struct str name = str_behind(path, '/');
    if (str_ends(name, ending) && name.len > ending.len) {
        name.len -= ending.len;
    }
    return name;
}

// Whether a folder's name is that of a script beside it in another language:
// "box.de.session" beside "box.session".
static bool is_translation(const struct names *names, struct str name)
{
    enum { CODE = 3 }; // ".de"
    struct str base = str_sub(name, 0, name.len - ending.len);
    if (base.len <= CODE || base.at[base.len - CODE] != '.') {
        return false;
    }
    base.len -= CODE;
    for (size_t i = 0; i < names->count; i++) {
        struct str other = names->items[i];
        if (other.len == base.len + ending.len && str_starts(other, base) &&
            str_ends(other, ending)) {
            return true;
        }
    }
    return false;
}

// Appends the places of a folder, as bytes, to all.
static void collect(struct str folder, bool own, int depth, struct arena *mem,
                    struct buf *all)
{
    struct names names = {0};
    if (depth > DEEPEST_FOLDER || !folder_list(folder, mem, &names)) {
        return;
    }
    for (size_t i = 0; i < names.count; i++) {
        struct str path = path_join(mem, folder, names.items[i]);
        if (names.items[i].at[0] == '.') {
            continue;
        }
        if (str_ends(path, STR("/"))) {
            path.len--;
            collect(arena_copy(mem, path), own, depth + 1, mem, all);
        } else if (str_ends(path, ending) &&
                   !is_translation(&names, names.items[i])) {
            struct script_place place = {path, script_name(path), own};
            buf_put(all, (struct str){(const char *)&place, sizeof(place)});
        }
    }
}

static int by_name(const void *a, const void *b)
{
    const struct script_place *x = a, *y = b;
    int order = str_compare(x->name, y->name);
    if (order == 0) {
        order = (int)y->own - (int)x->own;
    }
    return order != 0 ? order : str_compare(x->path, y->path);
}

struct script_places script_places(const struct paths *paths, struct arena *mem)
{
    struct buf all = {0};
    collect(path_join(mem, paths->data, STR("sessions")), true, 0, mem, &all);
    collect(paths->sessions, false, 0, mem, &all);
    size_t count = all.len / sizeof(struct script_place);
    struct script_place *items =
        ARENA_ARRAY(mem, struct script_place, count + 1);
    if (count > 0) {
        memcpy(items, all.at, all.len);
        qsort(items, count, sizeof(*items), by_name);
    }
    buf_finish(&all);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || !str_equal(items[kept - 1].name, items[i].name)) {
            items[kept++] = items[i];
        }
    }
    return (struct script_places){items, kept};
}

bool script_find(const struct paths *paths, struct str wanted,
                 struct arena *mem, struct str *path)
{
    bool is_path =
        str_find(wanted, '/', 0) < wanted.len || str_ends(wanted, ending);
    if (is_path || wanted.len == 0) {
        *path = wanted;
        return wanted.len > 0 && file_exists(wanted);
    }
    struct script_places all = script_places(paths, mem);
    for (size_t i = 0; i < all.count; i++) {
        if (str_equal(all.items[i].name, wanted)) {
            *path = all.items[i].path;
            return true;
        }
    }
    *path = wanted;
    return file_exists(wanted);
}

struct str script_in_language(struct str path, struct str language,
                              struct arena *mem)
{
    if (language.len == 0 || !str_ends(path, ending)) {
        return path;
    }
    struct str base = str_sub(path, 0, path.len - ending.len);
    struct str other = arena_printf(mem, "%.*s.%.*s%.*s", STR_ARG(base),
                                    STR_ARG(language), STR_ARG(ending));
    return file_exists(other) ? other : path;
}

enum script_status script_read(struct script *out, struct str path,
                               struct arena *mem, struct str *why)
{
    *out = (struct script){.path = path, .name = script_name(path)};
    out->diags.mem = mem;
    struct str text = STR_NONE;
    // A byte past the limit is enough for the parser to refuse the file.
    if (!file_read_head(path, SESSION_MOST_BYTES + 1, mem, &text, why)) {
        return SCRIPT_UNREADABLE;
    }
    out->sum = crc32_of(0, text);
    return session_parse(&out->session, text, mem, &out->diags) ? SCRIPT_WELL
                                                                : SCRIPT_FAULTY;
}

static struct choices copy_of(const struct choices *from, struct arena *mem)
{
    struct choice *items = ARENA_ARRAY(mem, struct choice, from->count + 1);
    for (size_t i = 0; i < from->count; i++) {
        items[i] = from->items[i];
        items[i].name = arena_copy(mem, from->items[i].name);
    }
    return (struct choices){items, from->count, from->seed};
}

enum script_status script_compile(struct script *s,
                                  const struct choices *choices,
                                  struct arena *mem)
{
    if (s->diags.errors > 0) {
        return SCRIPT_FAULTY;
    }
    s->chosen = choices ? copy_of(choices, mem) : (struct choices){0};
    bool well =
        timeline_build(&s->timeline, &s->session, choices, mem, &s->diags);
    diags_sort(&s->diags);
    return well ? SCRIPT_WELL : SCRIPT_FAULTY;
}
