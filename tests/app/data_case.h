// SPDX-License-Identifier: MIT
// A data folder of its own for each test, as --data makes one: for tests that
// keep, read and delete in it.
#pragma once

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "platform/file.h"
#include "platform/paths.h"
#include "unit.h"

static char folder[64];
static struct paths paths;
static struct arena mem;

static inline int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/breathmark-test-XXXXXX");
    if (!mkdtemp(folder)) {
        return -1;
    }
    paths = paths_find(str_from(folder), &mem);
    paths.spare = path_join(&mem, paths.data, STR("spare"));
    return 0;
}

static inline int remove_folder(void **state)
{
    (void)state;
    struct str command =
        arena_printf(&mem, "chmod -R u+w %s; rm -rf %s", folder, folder);
    int status = system(command.at);
    arena_finish(&mem);
    return status;
}

static inline struct str path_of(const char *name)
{
    return path_join(&mem, paths.data, str_from(name));
}

static inline void write_file(const char *name, const char *text)
{
    struct str why = STR_NONE;
    assert_true(file_replace(path_of(name), str_from(text), &mem, &why));
}

static inline struct str text_of(const char *name)
{
    struct str text = STR_NONE, why = STR_NONE;
    file_read(path_of(name), 0, &mem, &text, &why);
    return text;
}
