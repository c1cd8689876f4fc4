// SPDX-License-Identifier: MIT
#include "platform/font_piece.h"

#include <stdint.h>
#include <stdlib.h>

#include <SDL.h>

#include "base/arena.h"

uint32_t *ink_row(const SDL_Surface *ink, int y)
{
    return (void *)((char *)ink->pixels + y * ink->pitch);
}

void piece_measure(struct piece *p)
{
    struct box b = {p->ink->w, p->ink->h, 0, 0};
    for (int y = 0; y < p->ink->h; y++) {
        const uint32_t *row = ink_row(p->ink, y);
        for (int x = 0; x < p->ink->w; x++) {
            if (row[x] >> 24) {
                b.left = x < b.left ? x : b.left;
                b.top = y < b.top ? y : b.top;
                b.right = x + 1 > b.right ? x + 1 : b.right;
                b.bottom = y + 1;
            }
        }
    }
    p->box = (struct box){b.left + p->x, b.top - p->baseline, b.right + p->x,
                          b.bottom - p->baseline};
}

// What a text is put together in.
struct sheet {
    struct box box;
    uint8_t *mask;
    uint32_t *colours; // NULL when no piece has its own
};

// Where two pieces overlap, the fuller wins.
static void add_ink(const struct sheet *to, const struct piece *p)
{
    size_t pitch = (size_t)(to->box.right - to->box.left);
    for (int y = p->box.top; y < p->box.bottom; y++) {
        const uint32_t *from = ink_row(p->ink, y + p->baseline);
        size_t first = (size_t)(y - to->box.top) * pitch;
        for (int x = p->box.left; x < p->box.right; x++) {
            size_t at = first + (size_t)(x - to->box.left);
            uint32_t ink = from[x - p->x];
            bool over = p->coloured && ink >> 24 == to->mask[at];
            if (ink >> 24 > to->mask[at] || over) {
                to->mask[at] = (uint8_t)(ink >> 24);
                if (to->colours) {
                    to->colours[at] =
                        p->coloured ? (ink & 0xffffff) | LABEL_OWN : 0;
                }
            }
        }
    }
}

struct label pieces_join(const struct piece *pieces, size_t count)
{
    struct sheet sheet = {0};
    bool coloured = false;
    for (size_t i = 0; i < count; i++) {
        sheet.box = box_join(sheet.box, pieces[i].box);
        coloured |= pieces[i].coloured;
    }
    if (box_empty(sheet.box)) {
        return (struct label){0};
    }
    size_t pixels = (size_t)box_area(sheet.box);
    sheet.mask = calloc(pixels, 1);
    sheet.colours = coloured ? calloc(pixels, sizeof(*sheet.colours)) : NULL;
    if (!sheet.mask || (coloured && !sheet.colours)) {
        arena_fail();
    }
    for (size_t i = 0; i < count; i++) {
        add_ink(&sheet, &pieces[i]);
    }
    return (struct label){.coverage = sheet.mask,
                          .colours = sheet.colours,
                          .width = sheet.box.right - sheet.box.left,
                          .height = sheet.box.bottom - sheet.box.top,
                          .left = sheet.box.left,
                          .top = sheet.box.top};
}

void pieces_free(struct piece *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        SDL_FreeSurface(pieces[i].ink);
    }
}
