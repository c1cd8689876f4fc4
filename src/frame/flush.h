// SPDX-License-Identifier: MIT
// Numbers too small to be normal count as zero while sound is mixed: what
// decays would otherwise cost twice the time. Per thread, and put back after.
#pragma once

#include <stdint.h>

#if defined(__SSE2__)
#include <xmmintrin.h>

static inline uint64_t flush_begin(void)
{
    unsigned was = _mm_getcsr();
    _mm_setcsr(was | 0x8040); // flush to zero, denormals are zero
    return was;
}

static inline void flush_end(uint64_t was)
{
    _mm_setcsr((unsigned)was);
}
#elif defined(__aarch64__) && defined(__GNUC__)
static inline uint64_t flush_begin(void)
{
    uint64_t was;
    __asm__ volatile("mrs %0, fpcr" : "=r"(was));
    __asm__ volatile("msr fpcr, %0" : : "r"(was | (1u << 24)));
    return was;
}

static inline void flush_end(uint64_t was)
{
    __asm__ volatile("msr fpcr, %0" : : "r"(was));
}
#else
static inline uint64_t flush_begin(void)
{
    return 0;
}

static inline void flush_end(uint64_t was)
{
    (void)was;
}
#endif
