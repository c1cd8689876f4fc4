// SPDX-License-Identifier: MIT
// Which of the system's fonts has a character, as fontconfig says. The library
// is loaded when it is first asked; where it is not installed nothing is found,
// and font_files.h looks for well-known names.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct font_system; // on the heap

// NULL where there is no fontconfig, or it knows no fonts.
struct font_system *font_system_create(void);
void font_system_destroy(struct font_system *s); // accepts NULL

struct font_found {
    struct str path;
    int index; // in a file of several fonts
};
enum font_kind {
    FONT_PLAIN = 0, // nearest to an upright sans serif, outlines of one colour
    FONT_PICTURES   // of emoji, in colour and in one size
};
// The font of that kind that has c, the person's language first. False when
// none has it. The path is in mem.
bool font_system_find(struct font_system *s, uint32_t c, enum font_kind kind,
                      struct arena *mem, struct font_found *out);
