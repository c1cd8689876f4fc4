// SPDX-License-Identifier: MIT
#include "app/levels.h"

struct levels levels_of(const struct settings *s, const struct session *session)
{
    struct str voice = s->text[SETTING_VOICE];
    return (struct levels){
        .cue = (enum cue_mode)s->number[SETTING_CUE],
        .cue_db = (float)s->number[SETTING_CUE_VOLUME],
        .bed_db = (float)s->number[SETTING_BED_VOLUME],
        .bells_db = (float)s->number[SETTING_BELLS_VOLUME],
        .voice_db = (float)s->number[SETTING_VOICE_VOLUME],
        .voice = str_equal(voice, STR("script")) ? session && session->voice
                                                 : str_equal(voice, STR("on")),
    };
}

// What is silent by itself stays so, however loud the whole is.
static float turned(float db, int volume_db)
{
    float sum = db + (float)volume_db;
    return db <= SCORE_MUTE_DB || sum < SCORE_MUTE_DB ? SCORE_MUTE_DB : sum;
}

struct levels levels_turned(struct levels levels, int volume_db)
{
    levels.cue_db = turned(levels.cue_db, volume_db);
    levels.bed_db = turned(levels.bed_db, volume_db);
    levels.bells_db = turned(levels.bells_db, volume_db);
    levels.voice_db = turned(levels.voice_db, volume_db);
    return levels;
}

struct score_options score_options_of(const struct session *session,
                                      struct levels levels, uint64_t seed)
{
    return (struct score_options){.levels = levels,
                                  .seed = seed != 0 ? seed : 1,
                                  .sleep = session->effect == EFFECT_SLEEP,
                                  .lang = session->lang};
}
