// SPDX-License-Identifier: MIT
#include "platform/font_files.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/file.h"
#include "platform/paths.h"

enum { DEEPEST = 4 }; // folders below a font folder

static struct str find_below(struct str folder, struct str name, int depth,
                             struct arena *mem)
{
    struct names names = {0};
    if (depth > DEEPEST || !folder_list(folder, mem, &names)) {
        return STR_NONE;
    }
    for (size_t i = 0; i < names.count; i++) {
        struct str item = names.items[i];
        if (str_equal(item, name)) {
            return path_join(mem, folder, item);
        }
        if (!str_ends(item, STR("/"))) {
            continue;
        }
        struct str below = path_join(mem, folder, item);
        struct str found =
            find_below(str_sub(below, 0, below.len - 1), name, depth + 1, mem);
        if (found.len > 0) {
            return found;
        }
    }
    return STR_NONE;
}

struct str font_file_of_system(struct str name, struct arena *mem)
{
    static const char *const folders[] = {
        // Where Debian and Ubuntu put ours, first: no search is needed there.
        "/usr/share/fonts/opentype/inter",
        "/usr/share/fonts/truetype/gentiumplus",
        "/usr/share/fonts",
        "/usr/local/share/fonts",
    };
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
        struct str found = find_below(str_from(folders[i]), name, 0, mem);
        if (found.len > 0) {
            return found;
        }
    }
    return STR_NONE;
}

bool font_bytes_map(struct font_bytes *out, struct str path)
{
    *out = (struct font_bytes){0};
    struct arena mem = {0};
    int fd = open(arena_copy(&mem, path).at, O_RDONLY | O_CLOEXEC);
    arena_finish(&mem);
    if (fd < 0) {
        return false;
    }
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
        void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
        if (at != MAP_FAILED) {
            *out = (struct font_bytes){at, (size_t)st.st_size};
        }
    }
    close(fd);
    return out->at != NULL;
}

void font_bytes_unmap(struct font_bytes *bytes)
{
    if (bytes->at) {
        munmap((void *)(uintptr_t)bytes->at, bytes->len);
    }
    *bytes = (struct font_bytes){0};
}
