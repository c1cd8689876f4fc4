// SPDX-License-Identifier: MIT
// What --help says, taken apart: commands, their subcommands, options and
// words. So the page that people read is the only list of them; completions
// follow it. Views into the page.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

// One thing that may stand on the command line. Empty command: anywhere;
// empty sub: with every subcommand of its command.
struct usage_item {
    struct str command, sub;
    struct str option; // "--set", "-o"; empty for a plain word
    struct str value;  // "NAME=VALUE", "none|minimal|full", "FILE..."; empty
                       // when there is none. "=WxH" stands only after "="
    bool alone;        // only where there is no command
};

struct usage {
    const struct usage_item *items;
    size_t count;
};

// page must outlive it. A command's lines begin with two blanks and its name,
// or go on with fewer than FAR; explanations stand further in, and an option
// in brackets there belongs to the whole command.
struct usage usage_read(struct str page, struct arena *mem);
// The option of a command ("journal add"; empty: of none) that word nearly is,
// or, when word is no option, the command; empty when none is near.
struct str usage_nearest(struct usage usage, struct str command,
                         struct str word);
// How many words an option takes up with a command ("journal add"; "journal":
// with any of its subcommands): 2 when its value is the next word, else 1; 0
// when the page does not know it there.
int usage_words(struct usage usage, struct str command, struct str word);
