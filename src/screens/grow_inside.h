// SPDX-License-Identifier: MIT
// What the files of grow.h share.
#pragma once

#include "screens/grow.h"

enum { GROW_ITEMS = 1024, GROW_BYTES = 2048 };
#define GROW_BUTTON 0.1f // what holds a single word is no higher

enum item_kind {
    ITEM_SOLID = 0, // a shape, or several that make a mark
    ITEM_TEXT,      // the lines of one text
    ITEM_EDGE       // of a box: its upper or its lower one
};

// Something of a page. Its place is an anchor and what lies above and below.
struct item {
    enum item_kind kind;
    size_t shape, count; // in the scene, one after the other
    int piece, lines;    // lines: as it is set anew
    float anchor, up, down, left, right;
    float scale, pitch;      // of a text, as it is set anew; between its lines
    float right_by, down_by; // that a word of a broken row goes
    bool set;                // it is, in its row
    float to_up, to_down, to_left, to_right, at;
};

struct growing {
    const struct page *pg;
    struct reflow *reflow;
    struct grown *out;
    size_t first;
    int count;
    struct item items[GROW_ITEMS];
    bool taken[SCENE_SHAPES]; // along with a word of a broken row
};

static inline const struct shape *grow_shape(const struct growing *g,
                                             const struct item *it)
{
    return &g->pg->sc->shapes[it->shape];
}

// Finds the items.
void grow_collect(struct growing *g);
// Rows of words that have not the room are broken.
void grow_rows(struct growing *g);
// Where each item goes to.
void grow_down(struct growing *g);
// The words of a text, of all its lines.
struct str grow_words(const struct growing *g, const struct item *it,
                      char out[GROW_BYTES]);
// How wide the text wants to be.
float grow_width(const struct growing *g, const struct item *it);
// Makes it smaller until the longest of its words has the room.
void grow_whole_words(const struct growing *g, struct item *it, struct str text,
                      float room);
// Whether it is a ring, or a line below, as wide as the text is: such goes with
// it.
bool grow_clasps(const struct item *it, const struct shape *s);
// A text has become more than a larger one in its place.
void grow_moved(struct growing *g, const struct item *it);
