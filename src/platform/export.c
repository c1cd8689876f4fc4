// SPDX-License-Identifier: MIT
#include "platform/export.h"

enum { PIECE = 4800 };

int64_t export_longest_ms(enum record_format format)
{
    // A WAV tells its length in 32 bits of bytes; what rings is kept room for.
    int64_t wav_ms = (UINT32_MAX - 1000) / (4 * SCORE_FRAMES_MS);
    return format == RECORD_WAV ? wav_ms - SCORE_RING_MS : INT64_MAX;
}

static bool render(const struct export_job *job, struct recorder *recorder,
                   struct buf *lines)
{
    struct score *score = job->supply->score;
    float stereo[2 * PIECE];
    int64_t length = score_length(score);
    int64_t longest = length + (int64_t)SCORE_RING_MS * SCORE_FRAMES_MS;
    for (int64_t at = 0; at < length || (at < longest && score_rings(score));) {
        int64_t until = at < length ? length : longest;
        size_t n = until - at < PIECE ? (size_t)(until - at) : PIECE;
        supply_tend(job->supply, job->speaks, lines);
        score_mix(stereo, n, at, score);
        if (!recorder_put(recorder, stereo, n)) {
            return true; // closing tells why
        }
        at += (int64_t)n;
        if (job->progress != NULL &&
            !job->progress(job->self, at < length ? at : length, length)) {
            return false;
        }
    }
    return true;
}

bool export_write(const struct export_job *job, struct arena *mem,
                  struct buf *lines, struct str *why)
{
    struct recorder *recorder = recorder_open(&job->recording, mem, why);
    if (recorder == NULL) {
        return false;
    }
    bool whole = render(job, recorder, lines);
    *why = STR("stopped");
    return recorder_close(recorder, whole, why);
}
