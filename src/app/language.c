// SPDX-License-Identifier: MIT
#include "app/language.h"

#include "core/words.h"
#include "platform/file.h"

enum { WORDS_BYTES = 1024 * 1024 };

struct tongue language_find(const struct paths *paths, struct str wanted,
                            struct arena *mem, struct diags *notes,
                            struct str *path)
{
    struct tongue tongue = {0};
    bool system = str_equal(wanted, STR("system"));
    struct str name = system ? paths->language : wanted;
    *path = STR_NONE;
    if (!word_is_name(name, true)) {
        return tongue; // also what would lead out of the folder
    }
    struct str file = arena_printf(mem, "words/%.*s.txt", STR_ARG(name));
    const struct str folders[] = {paths->data, paths->assets};
    for (size_t i = 0; i < 2; i++) {
        struct str text = STR_NONE, why = STR_NONE;
        *path = path_join(mem, folders[i], file);
        if (file_read(*path, WORDS_BYTES, mem, &text, &why)) {
            tongue_read(&tongue, arena_copy(mem, name), text, mem, notes);
            return tongue;
        }
    }
    return tongue;
}
