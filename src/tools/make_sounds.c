// SPDX-License-Identifier: MIT
// make_sounds FOLDER: renders the struck sounds into FOLDER/*.ogg, from the
// recipes in frame/synth_struck.c. Run by hand when a recipe changes; not
// installed.
#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "frame/synth_struck.h"
#include "platform/paths.h"
#include "platform/recorder.h"

#define QUALITY 5.0f

static bool make(enum struck kind, struct str folder, struct arena *mem,
                 struct str *why)
{
    struct str word = struck_word(kind);
    struct str name = arena_printf(mem, "%.*s.ogg", STR_ARG(word));
    size_t frames = struck_frames(kind);
    float *stereo = ARENA_ARRAY(mem, float, 2 * frames);
    struct recording what = {.path = path_join(mem, folder, name),
                             .format = RECORD_OGG,
                             .title = word,
                             .artist = STR("Breathmark"),
                             .quality = QUALITY,
                             .seed = 1};
    struct recorder *recorder = recorder_open(&what, mem, why);
    if (recorder == NULL) {
        return false;
    }
    struck_render(kind, stereo);
    recorder_put(recorder, stereo, frames);
    return recorder_close(recorder, true, why);
}

int main(int argc, char **argv)
{
    struct arena mem = {0};
    struct str why = STR_NONE;
    int status = 0;
    if (argc != 2) {
        fputs("usage: make_sounds FOLDER\n", stderr);
        return 2;
    }
    for (int kind = 0; kind < STRUCK_COUNT && status == 0; kind++) {
        if (!make((enum struck)kind, str_from(argv[1]), &mem, &why)) {
            fprintf(stderr, "make_sounds: %.*s\n", STR_ARG(why));
            status = 1;
        }
    }
    arena_finish(&mem);
    return status;
}
