// SPDX-License-Identifier: MIT
#include "frame/theme.h"

#include <assert.h>

// Order: edge, centre, surface, ink, ink2, ink3, breath, warm, care, ring,
// line. The contrast of each is computed in tests/frame.
static const struct theme themes[] = {
    [PALETTE_NIGHT] = {{0x070b14, 0x0e1626, 0x141d30, 0xe9e5db, 0xaeb8c9,
                        0x808ca3, 0x86d3c8, 0xf0c48a, 0xf3a79c, 0x5f7fa6,
                        0x26324a},
                       .glow = true},
    [PALETTE_DUSK] = {{0x150e1b, 0x2a1b31, 0x35233c, 0xf7ece1, 0xd3bcc4,
                       0xa48c99, 0xf3b58c, 0xe3c6f2, 0xff9f9a, 0xa97f9e,
                       0x4c3553},
                      .glow = true},
    [PALETTE_PAPER] = {{0xefe8da, 0xf8f4eb, 0xfffcf6, 0x2b2721, 0x595145,
                        0x6a6051, 0x1f6b66, 0x8f4f22, 0xa3322b, 0x5c7e79,
                        0xd8cdb9},
                       .light = true,
                       .glow = true},
    [PALETTE_CONTRAST] = {{0x000000, 0x000000, 0x000000, 0xffffff, 0xffffff,
                           0xffffff, 0xffffff, 0xffffff, 0xffffff, 0xffffff,
                           0x808080},
                          .glow = false},
};
static_assert(sizeof(themes) / sizeof(themes[0]) == PALETTE_COUNT,
              "a theme for each palette");

const struct theme *theme_of(enum palette p)
{
    return &themes[p];
}

struct theme theme_dimmed(const struct theme *th, int percent)
{
    struct theme dimmed = *th;
    uint32_t part = (uint32_t)(percent < THEME_DIMMEST     ? THEME_DIMMEST
                               : percent > THEME_BRIGHTEST ? THEME_BRIGHTEST
                                                           : percent);
    for (int role = 0; role < ROLE_COUNT; role++) {
        uint32_t colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            uint32_t channel = th->colour[role] >> shift & 0xff;
            colour = colour << 8 | (channel * part + 50) / 100;
        }
        dimmed.colour[role] = colour;
    }
    dimmed.taken = 100 - (100 - th->taken) * (int)part / 100;
    return dimmed;
}

struct str palette_word(enum palette p)
{
    static const char *const words[] = {
        [PALETTE_NIGHT] = "night",
        [PALETTE_DUSK] = "dusk",
        [PALETTE_PAPER] = "paper",
        [PALETTE_CONTRAST] = "contrast",
    };
    static_assert(sizeof(words) / sizeof(words[0]) == PALETTE_COUNT,
                  "a word for each palette");
    return str_from(words[p]);
}

struct str role_word(enum role role)
{
    static const char *const role_words[] = {
        [ROLE_EDGE] = "edge",       [ROLE_CENTRE] = "centre",
        [ROLE_SURFACE] = "surface", [ROLE_INK] = "ink",
        [ROLE_INK2] = "ink2",       [ROLE_INK3] = "ink3",
        [ROLE_BREATH] = "breath",   [ROLE_WARM] = "warm",
        [ROLE_CARE] = "care",       [ROLE_RING] = "ring",
        [ROLE_LINE] = "line",
    };
    static_assert(sizeof(role_words) / sizeof(role_words[0]) == ROLE_COUNT,
                  "a word for each role");
    return str_from(role_words[role]);
}

struct theme theme_mixed(const struct theme *a, const struct theme *b,
                         int percent)
{
    struct theme mixed = percent < 50 ? *a : *b;
    uint32_t part = (uint32_t)(percent < 0 ? 0 : percent > 100 ? 100 : percent);
    for (int role = 0; role < ROLE_COUNT; role++) {
        uint32_t colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            uint32_t from = a->colour[role] >> shift & 0xff;
            uint32_t to = b->colour[role] >> shift & 0xff;
            colour = colour << 8 | (from * (100 - part) + to * part + 50) / 100;
        }
        mixed.colour[role] = colour;
    }
    mixed.taken = a->taken + (b->taken - a->taken) * (int)part / 100;
    return mixed;
}
