// SPDX-License-Identifier: MIT
// Plays a scene into pixels, for the window and for pictures in files alike.
// Keeps what it drew last, so that the next scene costs only what changed.
// Plain C; the same scene gives the same pixels in part or as a whole.
#pragma once

#include "frame/scene.h"
#include "frame/theme.h"
#include "platform/canvas.h"
#include "platform/fonts.h"

struct painter; // caches and the last scene; on the heap

// The places that were drawn anew; they may touch or overlap a little. A ring
// that grows is many narrow ones.
enum { DAMAGE_BOXES = 128 };
struct damage {
    struct box boxes[DAMAGE_BOXES];
    int count;
};

// fonts may be NULL (texts are left out) and must outlive the painter.
struct painter *painter_create(struct fonts *fonts);
void painter_destroy(struct painter *p); // accepts NULL

// Draws what differs from the last call into to, whose pixels must be as the
// last call left them; a new size, a new place of the pixels or a call of
// painter_forget draws everything. Nothing is allocated when the scene shows
// what the last one showed.
struct damage painter_draw(struct painter *p, const struct scene *sc,
                           const struct theme *th, struct canvas to);
// Begins to draw a scene without words on a thread of its own; the next
// painter_draw waits for it, draws over it what its scene has more, and says
// that all is anew. Until then the pixels are the thread's.
void painter_begin(struct painter *p, const struct scene *sc,
                   const struct theme *th, struct canvas to);
// The pixels were lost or changed by another: the next draw is whole.
void painter_forget(struct painter *p);
