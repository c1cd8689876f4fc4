// SPDX-License-Identifier: MIT
#include "app/language.h"

#include "core/words.h"
#include "platform/file.h"

enum { WORDS_BYTES = 1024 * 1024 };

// Whether a file of that name was there, the person's own first.
static bool read_words(const struct paths *paths, struct str name,
                       struct arena *mem, struct diags *notes, struct str *path,
                       struct tongue *out)
{
    struct str file = arena_printf(mem, "words/%.*s.txt", STR_ARG(name));
    const struct str folders[] = {paths->data, paths->assets};
    for (size_t i = 0; i < 2; i++) {
        struct str text = STR_NONE, why = STR_NONE;
        *path = path_join(mem, folders[i], file);
        if (file_read(*path, WORDS_BYTES, mem, &text, &why)) {
            tongue_read(out, arena_copy(mem, name), text, mem, notes);
            return true;
        }
    }
    return false;
}

struct tongue language_find(const struct paths *paths, struct str wanted,
                            struct arena *mem, struct diags *notes,
                            struct str *path)
{
    struct tongue tongue = {0};
    bool system = str_equal(wanted, STR("system"));
    struct str names = system ? paths->language : wanted;
    *path = STR_NONE;
    while (names.len > 0) {
        struct str name = str_cut(&names, ':');
        if (str_equal(name, STR("en")) || !word_is_name(name, true)) {
            break; // also what would lead out of the folder
        }
        if (read_words(paths, name, mem, notes, path, &tongue)) {
            break;
        }
    }
    return tongue;
}

struct str language_sample(const struct tongue *t)
{
    return say(t, STR("Today"));
}
