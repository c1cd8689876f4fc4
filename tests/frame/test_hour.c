// SPDX-License-Identifier: MIT
// test_hour [MINUTES]: each bed for so long (an hour by hand, less under CTest)
// without what is no number, a peak, a jump, DC, or anything that comes again.
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/crc32.h"
#include "frame/synth_bed.h"

enum { BLOCK = 2400 }; // frames; 50 ms

static int minutes = 2;

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

struct seen {
    double most, step, sum[2];
    size_t bad;
};

static void look(struct seen *s, const float *stereo, const float last[2])
{
    for (size_t i = 0; i < 2 * BLOCK; i++) {
        double x = (double)stereo[i];
        double before = (double)(i < 2 ? last[i] : stereo[i - 2]);
        int kind = fpclassify(stereo[i]);
        s->bad += kind != FP_NORMAL && kind != FP_ZERO;
        s->most = fmax(s->most, fabs(x));
        s->step = fmax(s->step, fabs(x - before));
        s->sum[i & 1] += x;
    }
}

static uint64_t print_of(const float *stereo)
{
    struct str bytes = {(const char *)stereo, 2 * BLOCK * sizeof(*stereo)};
    struct str half = {bytes.at, bytes.len / 2};
    return (uint64_t)crc32_of(0, bytes) << 32 | crc32_of(0, half);
}

static void check(const char *name)
{
    struct arena mem = {0};
    enum bed_kind kind;
    assert_true(bed_from(str_from(name), &kind));
    struct bed *bed = bed_create(kind, 1, &mem);
    size_t blocks = (size_t)minutes * 60 * SYNTH_RATE / BLOCK;
    uint64_t *prints = ARENA_ARRAY(&mem, uint64_t, blocks);
    struct seen s = {0};
    float stereo[2 * BLOCK], last[2] = {0};
    for (size_t i = 0; i < blocks; i++) {
        bed_render(bed, stereo, BLOCK);
        look(&s, stereo, last);
        memcpy(last, stereo + 2 * BLOCK - 2, sizeof(last));
        prints[i] = print_of(stereo);
    }
    double dc = fmax(fabs(s.sum[0]), fabs(s.sum[1])) / (double)(blocks * BLOCK);
    print_message("%s: %d min, peak %.3f, step %.4f, DC %.0f dB\n", name,
                  minutes, s.most, s.step, 20 * log10(dc + 1e-12));
    assert_int_equal(s.bad, 0);
    assert_true(s.most < 0.5 && s.step < 0.1 && dc < 0.001);
    qsort(prints, blocks, sizeof(*prints), by_value);
    for (size_t i = 1; i < blocks; i++) {
        assert_true(prints[i] != prints[i - 1]);
    }
    arena_finish(&mem);
}

static void nothing_comes_again(void **state)
{
    (void)state;
    static const char *const names[] = {"ocean", "rain", "wind", "brown",
                                        "drone"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        check(names[i]);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_comes_again),
    };
    minutes = argc > 1 ? (int)strtol(argv[1], NULL, 10) : minutes;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
