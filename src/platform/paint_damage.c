// SPDX-License-Identifier: MIT
// The lists are walked side by side. Marks that are equal are passed over;
// where they differ, the longer list is searched a little way for the other's
// mark (something was put in or taken out), else the mark changed in place.
// Any such pairing is right, as long as it keeps the order: a pixel outside of
// the damage is covered by the same marks, in the same order, before and after.
#include "platform/paint_damage.h"

#include <assert.h>
#include <math.h>

#include "platform/paint_strip.h"
#include "platform/paint_tint.h"

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

int ring_parts(const struct annulus *ring, int top, int bottom,
               struct box parts[2])
{
    float from = (float)top - ring->y, to = (float)bottom - ring->y;
    float nearest = from > 0 ? from : to < 0 ? to : 0;
    float farthest = fabsf(from) > fabsf(to) ? from : to;
    float half = half_chord(ring->outer, nearest);
    float hole = half_chord(ring->inner, farthest);
    struct box band = {ring->within.left, top, ring->within.right, bottom};
    struct box all = {(int)floorf(ring->x - half), top,
                      (int)ceilf(ring->x + half), bottom};
    struct box left = all, right = all;
    left.right = (int)ceilf(ring->x - hole);
    right.left = (int)floorf(ring->x + hole);
    bool one = right.left - left.right < STRIP_ALIGN;
    struct box both[] = {one ? all : left, right};
    int count = 0;
    for (int i = 0; i < (one ? 1 : 2); i++) {
        struct box part = box_meet(both[i], band);
        if (!box_empty(part)) {
            parts[count++] = part;
        }
    }
    return count;
}

void damage_add_ring(struct damage *d, const struct annulus *ring)
{
    enum { BANDS = 24, LEFT_FOR_OTHERS = 24 };
    struct box whole = ring->within;
    int rows = (whole.bottom - whole.top + BANDS - 1) / BANDS;
    if (d->count + 2 * BANDS > DAMAGE_BOXES - LEFT_FOR_OTHERS) {
        damage_add(d, whole);
        return;
    }
    for (int y = whole.top; y < whole.bottom; y += rows) {
        int end = y + rows < whole.bottom ? y + rows : whole.bottom;
        d->count += ring_parts(ring, y, end, d->boxes + d->count);
    }
}

static void add_ring(struct changes *c, struct annulus ring)
{
    struct box whole = {
        (int)floorf(ring.x - ring.outer), (int)floorf(ring.y - ring.outer),
        (int)ceilf(ring.x + ring.outer), (int)ceilf(ring.y + ring.outer)};
    ring.within = box_meet(whole, ring.within);
    if (box_empty(ring.within)) {
        return;
    }
    if (c->ring_count == CHANGED_RINGS) {
        damage_add(&c->damage, ring.within);
        return;
    }
    c->rings[c->ring_count++] = ring;
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

// One ring for each run of zones that have changed. Zones end at whole blocks;
// what is drawn does as well, so a ring needs no margin.
static_assert(STRIP_ALIGN % ZONE_BLOCK == 0 && ZONE_BLOCK % TILE == 0,
              "a strip holds whole blocks");
static void add_zones(struct changes *c, const struct mark *a,
                      const struct mark *b)
{
    unsigned changed = changed_zones(a, b);
    for (int k = 0; k < ZONE_COUNT; k++) {
        if (!(changed >> k & 1)) {
            continue;
        }
        struct annulus ring = {
            .x = a->x, .y = a->y, .within = box_join(a->box, b->box)};
        if (k > 0) {
            ring.inner = fminf(a->zones[k - 1].until, b->zones[k - 1].until);
        }
        while (changed >> (k + 1) & 1 && k + 1 < ZONE_COUNT) {
            k++;
        }
        ring.outer = fmaxf(a->zones[k].until, b->zones[k].until);
        add_ring(c, ring);
    }
}

static void add_pair(struct changes *c, const struct mark *a,
                     const struct mark *b)
{
    if (same_orb(a, b)) {
        add_zones(c, a, b);
        return;
    }
    damage_add(&c->damage, a->box);
    damage_add(&c->damage, b->box);
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

void changes_between(struct changes *c, struct mark_list before,
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
        add_all(&c->damage, before, i, gone);
        add_all(&c->damage, after, j, come);
        i += gone;
        j += come;
        if (gone == 0 && come == 0) {
            if (!equal) {
                add_pair(c, a, b);
            }
            i++;
            j++;
        }
    }
    add_all(&c->damage, before, i, before.count - i);
    add_all(&c->damage, after, j, after.count - j);
}
