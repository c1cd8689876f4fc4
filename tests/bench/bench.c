// SPDX-License-Identifier: MIT
// usage: breathmark-bench
// [sound|paint|pacers|start|session|journal|search|writing]
#include "bench/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int64_t bench_cpu_ns(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

double bench_median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof(*values), by_value);
    return values[count / 2];
}

static double time_ms(struct work work, int repeats)
{
    int64_t from = bench_cpu_ns();
    for (int i = 0; i < repeats; i++) {
        work.run(work.context);
    }
    return (double)(bench_cpu_ns() - from) / 1e6 / repeats;
}

double bench_compare(struct work work, struct work to, int repeats,
                     double *ratio)
{
    double took[BENCH_RUNS], quotient[BENCH_RUNS];
    time_ms(to, 1);
    time_ms(work, 1);
    for (int i = 0; i < BENCH_RUNS; i++) {
        double other = time_ms(to, repeats);
        took[i] = time_ms(work, repeats);
        quotient[i] = took[i] / other;
    }
    *ratio = bench_median(quotient, BENCH_RUNS);
    return bench_median(took, BENCH_RUNS);
}

void bench_row(const char *name, double value, const char *unit, double ratio)
{
    printf("%s %.3f %s %.2f\n", name, value, unit, ratio);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(void);
    } parts[] = {{"sound", bench_sound},     {"paint", bench_paint},
                 {"pacers", bench_pacers},   {"start", bench_start},
                 {"session", bench_session}, {"journal", bench_journal},
                 {"search", bench_search},   {"writing", bench_writing}};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        if (argc < 2 || strcmp(argv[1], parts[i].name) == 0) {
            parts[i].run();
        }
    }
    return 0;
}
