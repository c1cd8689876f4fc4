// SPDX-License-Identifier: MIT
// test_soak_sound [MINUTES]: a session of so long (an hour) on a device whose
// clock runs slow and that asks unevenly: each knock at its exact frame, what
// is shown beside what is heard, and not one allocation.
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "frame/scored.h"
#include "platform/stream.h"
#include "screens/counted.h"

enum { BUFFER = 1024, APART_MS = 10000, MINUTE_MS = 60000 };

static int minutes = 60;

// A device that needs a ten-thousandth longer for a buffer than it says, and
// comes for the next up to 4 ms late.
struct device {
    struct stream stream;
    float out[2 * BUFFER];
    int64_t calls;
    double start_ns, buffer_ns;
    uint32_t dice;
    int64_t now_ns; // when it came last
};

static void come(struct device *d)
{
    d->dice = d->dice * 1664525 + 1013904223;
    d->now_ns = (int64_t)(d->start_ns + (double)d->calls * d->buffer_ns) +
                (int64_t)(d->dice >> 8) % 4000000;
    stream_render(&d->stream, d->out, BUFFER, d->now_ns);
    d->calls++;
}

// The session's frame that is shown at a time, as platform/sound.c has it, and
// the one that the device then plays: of the buffer before the last.
static double shown_too_far_ms(const struct device *d, int64_t first_call)
{
    struct stream_place p = stream_place(&d->stream);
    int64_t ns = d->now_ns + 5000000;
    double shown =
        (double)p.heard_start + (double)(ns - p.ns) * 48000 / 1000000000;
    double since = ((double)ns - d->start_ns) / d->buffer_ns - 1;
    double heard = (since - (double)first_call) * BUFFER;
    return (shown - heard) / 48;
}

struct knocks {
    int64_t count, wrong;
    size_t silent; // frames in a row
};

static void listen(struct knocks *k, const float *out, int64_t frame)
{
    for (int64_t i = 0; i < BUFFER; i++) {
        bool sounds = out[2 * i] != 0;
        if (sounds && k->silent > 10) {
            k->count++;
            k->wrong += frame + i != k->count * APART_MS * 48;
        }
        k->silent = sounds ? 0 : k->silent + 1;
    }
}

static void nothing_drifts(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct by_hand *h = ARENA_NEW(&mem, struct by_hand);
    struct device *d = ARENA_NEW(&mem, struct device);
    struct knocks k = {0};
    double first_sum = 0, last_sum = 0, most = 0;
    const int64_t minute = MINUTE_MS * 48 / BUFFER; // in buffers
    by_hand_row(h, VERB_SIT, PHASE_NONE, (int64_t)minutes * MINUTE_MS);
    for (int64_t ms = APART_MS; ms < h->tl.length_ms; ms += APART_MS) {
        by_hand_event(h, ms, EVENT_BELL, "");
    }
    stream_init(&d->stream);
    d->start_ns = 1e12;
    d->buffer_ns = BUFFER / 48.0 * 1e6 * 1.0001;
    for (int i = 0; i < 100; i++) {
        come(d); // it has been open for a while
    }
    struct score *s = scored(h, CUE_OFF, &mem);
    assert_true(stream_keep(&d->stream, s));
    assert_true(stream_send(
        &d->stream,
        (struct stream_order){.act = STREAM_PLAY, .score = s, .serial = 1}));
    int64_t first_call = d->calls, whole = minutes * minute;
    int before = allocations;
    for (int64_t n = 0; n < whole; n++) {
        come(d);
        listen(&k, d->out, n * BUFFER);
        double off = n > 1 ? shown_too_far_ms(d, first_call) : 0;
        most = fmax(most, fabs(off));
        first_sum += n < minute ? off : 0;
        last_sum += n >= whole - minute ? off : 0;
    }
    assert_int_equal(allocations, before);
    double first = first_sum / (double)minute, last = last_sum / (double)minute;
    print_message("%d min on a clock 100 ppm slow: %d knocks, %d off their "
                  "frame; shown %.2f ms off at most, %.3f ms in the first "
                  "minute and %.3f in the last\n",
                  minutes, (int)k.count, (int)k.wrong, most, first, last);
    assert_int_equal(k.count, minutes * 6 - 1);
    assert_int_equal(k.wrong, 0);
    assert_true(most < 5 && fabs(last - first) < 0.2);
    assert_int_equal(stream_health(&d->stream).starved, 0);
    arena_finish(&mem);
}

// What drift is told by: the clock's time between the first call and the last,
// without that while the device was closed.
static void the_clock_stands_beside_the_frames(void **state)
{
    (void)state;
    struct arena mem = {0};
    struct device *d = ARENA_NEW(&mem, struct device);
    stream_init(&d->stream);
    d->buffer_ns = BUFFER / 48.0 * 1e6;
    come(d);
    assert_int_equal(stream_health(&d->stream).passed_ns, 0);
    int64_t first_ns = d->now_ns;
    while (d->calls < 200) {
        come(d);
    }
    int64_t passed_ns = d->now_ns - first_ns;
    assert_int_equal(stream_health(&d->stream).passed_ns, passed_ns);
    stream_reset(&d->stream);
    d->start_ns += 60e9;
    come(d);
    assert_int_equal(stream_health(&d->stream).passed_ns, passed_ns);
    assert_int_equal(stream_health(&d->stream).frames, 201 * BUFFER);
    arena_finish(&mem);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_drifts),
        cmocka_unit_test(the_clock_stands_beside_the_frames),
    };
    minutes = argc > 1 ? (int)strtol(argv[1], NULL, 10) : minutes;
    minutes = minutes < 2 ? 2 : minutes > 60 ? 60 : minutes;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
