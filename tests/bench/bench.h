// SPDX-License-Identifier: MIT
// Measuring: a piece of work is run several times in turn with what it is
// compared to, and the medians are divided; machines differ and are noisy.
#pragma once

#include <stdint.h>

// Something to be timed once.
struct work {
    void (*run)(void *context);
    void *context;
};

enum { BENCH_RUNS = 5 };

int64_t bench_cpu_ns(void); // of this thread
double bench_median(double *values, int count);
// Median of BENCH_RUNS times, each the mean of repeats runs, in milliseconds.
// to is timed in turn with it; *ratio is the median of their quotients.
double bench_compare(struct work work, struct work to, int repeats,
                     double *ratio);
// One row of the report.
void bench_row(const char *name, double value, const char *unit, double ratio);

void bench_paint(void);
void bench_sound(void);
void bench_pacers(void);
void bench_start(void);
void bench_session(void);
void bench_journal(void);
void bench_search(void);
void bench_writing(void);
