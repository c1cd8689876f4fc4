// SPDX-License-Identifier: MIT
// Where a spoken line comes from: a recording in the person's voice pack, else
// the built-in voice, else nowhere. Used by live sound and export alike; takes
// its time, so it is not for the audio thread.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "frame/sample.h"
#include "frame/spoken.h"

struct narrator_setup {
    struct str packs;   // the folder of packs; may be empty
    struct str pack;    // the one that is chosen, a folder in it; may be empty
    struct str modules; // where the built-in voice's part lies
    struct str lang;    // of the lines, as in a script's head: the built-in
                        // voice speaks English only
};

// Zeroed but for setup is ready; the strings live as long as it does.
struct narrator {
    struct narrator_setup setup;
    struct arena mem;
    bool asked, told; // for the built-in voice; of its absence
    bool (*speak)(const char *text, float stretch, int16_t **mono,
                  size_t *frames, int *rate);
    void (*release)(int16_t *mono);
};

// The line as it is to be heard, in mem; a word of the breath is said quicker.
// False when nobody can say it; lines then has, once, why, ended by a newline.
bool narrator_say(struct narrator *v, const struct spoken *line,
                  struct arena *mem, struct sample *out, struct buf *lines);
void narrator_finish(struct narrator *v);

// The name of a line's recording in a pack: its SHA-1 and ".ogg". In mem.
struct str narrator_file(struct str line, struct arena *mem);
// Whether there is a built-in voice here.
bool narrator_built_in(struct str modules, struct str *why, struct arena *mem);
