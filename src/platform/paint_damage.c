// SPDX-License-Identifier: MIT
// The lists are walked side by side. Marks that are equal are passed over;
// where they differ, the longer list is searched a little way for the other's
// mark (something was put in or taken out), else the mark changed in place.
// Any such pairing is right, as long as it keeps the order: a pixel outside of
// the damage is covered by the same marks, in the same order, before and after.
#include "platform/paint_damage.h"

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

// Only the brightness of an orb's rim differs: its glow is the same.
static bool rim_differs(const struct mark *a, const struct mark *b)
{
    struct mark same = *b;
    same.strength = a->strength;
    return a->kind == SHAPE_ORB && mark_equal(a, &same);
}

// An orb has grown by so little that its far glow is the same.
static bool halo_stays(const struct mark *a, const struct mark *b)
{
    struct mark same = *b;
    same.strength = a->strength;
    same.r = a->r;
    return a->kind == SHAPE_ORB && mark_equal(a, &same);
}

static void add_pair(struct damage *d, const struct mark *a,
                     const struct mark *b)
{
    if (rim_differs(a, b)) {
        damage_add(d, a->core);
        return;
    }
    if (halo_stays(a, b)) {
        damage_add(d, a->around);
        damage_add(d, b->around);
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
