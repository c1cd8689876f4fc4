// SPDX-License-Identifier: MIT
// The colours of the moment: the chosen palette, one of the person's own or
// that of the hour, at the chosen light. A change never comes at once: it
// fades, slowly enough to be safe to look at.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "core/settings.h"
#include "frame/theme.h"
#include "platform/file.h"

enum {
    DUSK_MINUTE = 18 * 60,  // after midnight; dusk from then on
    NIGHT_MINUTE = 21 * 60, // night from then on
    DAY_MINUTE = 6 * 60     // and the person's own palette from then on
};

// The palette that the settings ask for at a minute of the day. High contrast
// is for eyes that need it at all hours. PALETTE_COUNT: the person's own.
enum palette colours_palette(const struct settings *s, int minute);

// Zeroed is valid: nothing is shown yet, and the first colours come at once.
struct colours {
    struct theme from, to;
    int64_t from_ms;
    int over_ms; // of the fade; 0 when there is none
    bool begun;
    struct theme own; // the palette in the file of that name
    struct arena mem; // of the three below
    struct str own_name;
    struct file_mark mark;
    bool usable;
};

// A palette of the person's own by its name. False, with what is wrong as
// lines at the end of *said, when it is not there or cannot be used.
bool colours_read(struct theme *out, struct str name, struct str data,
                  struct arena *mem, struct buf *said);
void colours_finish(struct colours *c);
// Takes over what is chosen. What is wrong in a palette of the person's own
// (the folder palettes of data) is appended to *said, a line each, once for
// each state of the file; its place takes night.
void colours_choose(struct colours *c, const struct settings *s,
                    struct str data, struct buf *said);
// Goes over to the colours of that minute, at per cent of their light.
void colours_at(struct colours *c, const struct settings *s, int minute,
                int percent, int64_t now_ms);
struct theme colours_theme(const struct colours *c, int64_t now_ms);
bool colours_move(const struct colours *c, int64_t now_ms); // they fade
