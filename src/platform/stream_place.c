// SPDX-License-Identifier: MIT
// What other threads may know of a stream: where it stands and how it does.
#include "platform/stream.h"

// A sequence lock without fences: each value is released after the odd version
// and acquired before the second look at it, so a reader that saw a new value
// sees the new version too.
void stream_publish(struct stream *s)
{
    const struct stream_place *p = &s->now;
    const int64_t values[STREAM_PLACE] = {
        p->serial, p->heard_start, p->heard_end, p->start,
        p->end,    p->ns,          p->frames};
    uint32_t version = atomic_load_explicit(&s->version, memory_order_relaxed);
    atomic_store_explicit(&s->version, version + 1, memory_order_relaxed);
    for (int i = 0; i < STREAM_PLACE; i++) {
        atomic_store_explicit(&s->place[i], values[i], memory_order_release);
    }
    atomic_store_explicit(&s->version, version + 2, memory_order_release);
}

struct stream_place stream_place(const struct stream *s)
{
    int64_t v[STREAM_PLACE];
    uint32_t before, after;
    do {
        before = atomic_load_explicit(&s->version, memory_order_acquire);
        for (int i = 0; i < STREAM_PLACE; i++) {
            v[i] = atomic_load_explicit(&s->place[i], memory_order_acquire);
        }
        after = atomic_load_explicit(&s->version, memory_order_relaxed);
    } while (before != after || (before & 1) != 0);
    return (struct stream_place){
        .serial = v[0],
        .heard_start = v[1],
        .heard_end = v[2],
        .start = v[3],
        .end = v[4],
        .ns = v[5],
        .frames = v[6],
    };
}

void stream_took(struct stream *s, int64_t ns)
{
    atomic_fetch_add(&s->mixing_ns, ns);
    if (ns > atomic_load(&s->slowest_ns)) {
        atomic_store(&s->slowest_ns, ns);
    }
}

struct stream_health stream_health(const struct stream *s)
{
    return (struct stream_health){
        .called_ns = atomic_load(&s->called_ns),
        .frames = atomic_load(&s->rendered),
        .passed_ns = atomic_load(&s->passed_ns),
        .mixing_ns = atomic_load(&s->mixing_ns),
        .slowest_ns = atomic_load(&s->slowest_ns),
        .starved = atomic_load(&s->starved),
    };
}
