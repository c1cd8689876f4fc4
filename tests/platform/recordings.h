// SPDX-License-Identifier: MIT
// Recordings made for tests, in a folder that is removed with them.
#pragma once

#include <stdio.h>
#include <stdlib.h>

#include "platform/paths.h"
#include "platform/recorder.h"
#include "unit.h"

struct place {
    struct arena mem;
    char folder[64];
};

static inline int place_enter(void **state)
{
    struct place *p = calloc(1, sizeof(*p));
    snprintf(p->folder, sizeof(p->folder), "/tmp/test_recordings.XXXXXX");
    *state = p;
    return mkdtemp(p->folder) == NULL ? -1 : 0;
}

static inline int place_leave(void **state)
{
    struct place *p = *state;
    char command[128];
    snprintf(command, sizeof(command), "rm -rf %s", p->folder);
    int status = system(command);
    arena_finish(&p->mem);
    free(p);
    return status;
}

static inline struct str place_path(struct place *p, const char *name)
{
    return path_join(&p->mem, str_from(p->folder), str_from(name));
}

// An Ogg Vorbis file of the place from floats.
static inline struct str place_record(struct place *p, const char *name,
                                      const float *stereo, size_t frames)
{
    struct recording what = {.path = place_path(p, name),
                             .format = RECORD_OGG,
                             .quality = 8,
                             .seed = 1};
    struct str why;
    struct recorder *r = recorder_open(&what, &p->mem, &why);
    assert_non_null(r);
    recorder_put(r, stereo, frames);
    assert_true(recorder_close(r, true, &why));
    return what.path;
}
