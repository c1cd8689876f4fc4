// SPDX-License-Identifier: MIT
// The lists are walked side by side. Marks that are equal are passed over;
// where they differ, the longer list is searched a little way for the other's
// mark (something was put in or taken out), else the mark changed in place.
// Any such pairing is right, as long as it keeps the order: a pixel outside of
// the damage is covered by the same marks, in the same order, before and after.
#include "platform/paint_damage.h"

#include <math.h>

#include "platform/paint_strip.h"

static void remove_box(struct damage *d, int i)
{
    d->boxes[i] = d->boxes[--d->count];
}

// How many pixels more are drawn when both are drawn as one.
static long growth(struct box a, struct box b)
{
    return box_area(box_join(a, b)) - box_area(a) - box_area(b);
}

void damage_add(struct damage *d, struct box b)
{
    if (box_empty(b)) {
        return;
    }
    for (int i = 0; i < d->count;) {
        if (growth(d->boxes[i], b) <= 0) {
            b = box_join(d->boxes[i], b);
            remove_box(d, i);
            i = 0; // the larger box may now meet others
        } else {
            i++;
        }
    }
    if (d->count < DAMAGE_BOXES) {
        d->boxes[d->count++] = b;
        return;
    }
    int best = 0;
    for (int i = 1; i < d->count; i++) {
        if (growth(d->boxes[i], b) < growth(d->boxes[best], b)) {
            best = i;
        }
    }
    b = box_join(d->boxes[best], b);
    remove_box(d, best);
    damage_add(d, b);
}

// Half the width of a disc's row, dy away from its middle.
static float half_chord(float r, float dy)
{
    return r > fabsf(dy) ? sqrtf(r * r - dy * dy) : 0;
}

// The part of a ring in a few rows: on both sides of a hole, if they have one.
static void add_band(struct damage *d, const struct ring *ring, struct box band)
{
    float from = (float)band.top - ring->y, to = (float)band.bottom - ring->y;
    float nearest = from > 0 ? from : to < 0 ? to : 0;
    float farthest = fabsf(from) > fabsf(to) ? from : to;
    float half = half_chord(ring->outer, nearest);
    float hole = half_chord(ring->inner, farthest);
    struct box all = {(int)floorf(ring->x - half), band.top,
                      (int)ceilf(ring->x + half), band.bottom};
    struct box left = all, right = all;
    left.right = (int)ceilf(ring->x - hole);
    right.left = (int)floorf(ring->x + hole);
    bool one = right.left - left.right < STRIP_ALIGN;
    struct box parts[] = {one ? all : left, right};
    for (int i = 0; i < (one ? 1 : 2); i++) {
        struct box part = box_meet(parts[i], band);
        if (!box_empty(part)) {
            d->boxes[d->count++] = part;
        }
    }
}

void damage_add_ring(struct damage *d, struct ring ring, struct box within)
{
    enum { BANDS = 24, LEFT_FOR_OTHERS = 24 };
    const float margin = ZONE_BLOCK + 2;
    ring.inner = ring.inner > margin ? ring.inner - margin : 0;
    ring.outer += margin;
    struct box whole = {
        (int)floorf(ring.x - ring.outer), (int)floorf(ring.y - ring.outer),
        (int)ceilf(ring.x + ring.outer), (int)ceilf(ring.y + ring.outer)};
    whole = box_meet(whole, within);
    int rows = (whole.bottom - whole.top + BANDS - 1) / BANDS;
    rows = (rows + STRIP_ROWS - 1) / STRIP_ROWS * STRIP_ROWS;
    if (d->count + 2 * BANDS > DAMAGE_BOXES - LEFT_FOR_OTHERS) {
        damage_add(d, whole);
        return;
    }
    for (int y = whole.top; y < whole.bottom; y += rows) {
        struct box band = whole;
        band.top = y;
        band.bottom = y + rows < whole.bottom ? y + rows : whole.bottom;
        add_band(d, &ring, band);
    }
}

// The same orb but for its radius, or the brightness of its rim.
static bool same_orb(const struct mark *a, const struct mark *b)
{
    struct mark same = *b;
    same.strength = a->strength;
    same.r = a->r;
    return a->kind == SHAPE_ORB && mark_equal(a, &same);
}

static bool differ(float a, float b)
{
    return a < b || a > b;
}

// Zones of an orb that another radius, or another end, has changed.
static unsigned changed_zones(const struct mark *a, const struct mark *b)
{
    unsigned changed =
        a->strength != b->strength
            ? 1u << ZONE_MIDDLE | 1u << ZONE_INSIDE | 1u << ZONE_RIM
            : 0;
    for (int k = 0; k < ZONE_COUNT; k++) {
        const struct orb_zone *x = &a->zones[k], *y = &b->zones[k];
        if (differ(x->r, y->r)) {
            changed |= 1u << k;
        }
        // The zone that an end is reckoned from goes as far as either end.
        if (differ(x->until, y->until)) {
            changed |= k < ZONE_RIM || k == ZONE_FARTHEST ? 1u << k : 2u << k;
        }
    }
    return changed;
}

// One ring for each run of zones that have changed.
static void add_zones(struct damage *d, const struct mark *a,
                      const struct mark *b)
{
    unsigned changed = changed_zones(a, b);
    struct box within = box_join(a->box, b->box);
    for (int k = 0; k < ZONE_COUNT; k++) {
        if (!(changed >> k & 1)) {
            continue;
        }
        struct ring ring = {.x = a->x, .y = a->y};
        if (k > 0) {
            ring.inner = fminf(a->zones[k - 1].until, b->zones[k - 1].until);
        }
        while (changed >> (k + 1) & 1 && k + 1 < ZONE_COUNT) {
            k++;
        }
        ring.outer = fmaxf(a->zones[k].until, b->zones[k].until);
        damage_add_ring(d, ring, within);
    }
}

static void add_pair(struct damage *d, const struct mark *a,
                     const struct mark *b)
{
    if (same_orb(a, b)) {
        add_zones(d, a, b);
        return;
    }
    damage_add(d, a->box);
    damage_add(d, b->box);
}

// How many marks of the list stand before one that is equal to m; 0 when there
// is none near.
static size_t until_equal(struct mark_list list, size_t from,
                          const struct mark *m)
{
    enum { NEAR = 16 };
    for (size_t k = 1; k <= NEAR && from + k < list.count; k++) {
        if (mark_equal(&list.items[from + k], m)) {
            return k;
        }
    }
    return 0;
}

static void add_all(struct damage *d, struct mark_list list, size_t from,
                    size_t count)
{
    for (size_t k = 0; k < count; k++) {
        damage_add(d, list.items[from + k].box);
    }
}

void damage_between(struct damage *d, struct mark_list before,
                    struct mark_list after)
{
    size_t i = 0, j = 0;
    while (i < before.count && j < after.count) {
        const struct mark *a = &before.items[i];
        const struct mark *b = &after.items[j];
        bool equal = mark_equal(a, b);
        size_t left = before.count - i, coming = after.count - j;
        size_t gone = !equal && left > coming ? until_equal(before, i, b) : 0;
        size_t come = !equal && left < coming ? until_equal(after, j, a) : 0;
        add_all(d, before, i, gone);
        add_all(d, after, j, come);
        i += gone;
        j += come;
        if (gone == 0 && come == 0) {
            if (!equal) {
                add_pair(d, a, b);
            }
            i++;
            j++;
        }
    }
    add_all(d, before, i, before.count - i);
    add_all(d, after, j, after.count - j);
}
