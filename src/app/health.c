// SPDX-License-Identifier: MIT
#include "app/health.h"

#include "platform/file.h"

#define FILE_NAME "sound.txt"
enum { MOST_BYTES = 4096 };

static void health_print(const struct sound_health *h, struct buf *out)
{
    buf_printf(out, "driver: %.*s\n", STR_ARG(h->driver));
    buf_printf(out, "rate: %d\nbuffer: %d frames\n", h->rate, h->buffer_frames);
    buf_printf(out, "played: %.3f s\n", (double)h->played_ms / 1000);
    buf_printf(out, "clock: %.3f s\n", (double)h->passed_ms / 1000);
    buf_printf(out, "underruns: %d\n", h->underruns);
    buf_printf(out, "load: %.1f %% of a core\n", 100 * h->load);
    buf_printf(out, "slowest buffer: %.0f %% of its length\n",
               100 * h->slowest);
}

void health_note(const struct paths *paths, const struct sound_health *h)
{
    struct arena mem = {0};
    struct buf text = {0};
    struct str why = STR_NONE;
    if (h->played_ms > 0 && folder_make(paths->state, &mem, &why)) {
        health_print(h, &text);
        file_replace(path_join(&mem, paths->state, STR(FILE_NAME)),
                     buf_view(&text), &mem, &why);
    }
    buf_finish(&text);
    arena_finish(&mem);
}

bool health_last(const struct paths *paths, struct arena *mem, struct str *text)
{
    struct str why = STR_NONE;
    return file_read(path_join(mem, paths->state, STR(FILE_NAME)), MOST_BYTES,
                     mem, text, &why);
}
