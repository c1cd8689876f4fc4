// SPDX-License-Identifier: MIT
// What is drawn as light, without bands: the ground, orbs and glows.
#pragma once

#include "frame/theme.h"
#include "platform/paint_mark.h"
#include "platform/paint_strip.h"

struct lights; // tables; on the heap

struct lights *lights_create(void);
void lights_destroy(struct lights *l); // accepts NULL

// Makes the tables for a theme and a window where they differ from the last.
void lights_prepare(struct lights *l, const struct theme *th, int width,
                    int height);
// Draws a ground, an orb or a glow into a strip. Tables for an orb are made at
// its first strip and kept for the next.
void light_mark(struct lights *l, const struct strip *s, const struct mark *m);
