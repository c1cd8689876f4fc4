// SPDX-License-Identifier: MIT
#include "platform/voice_module.h"

#include <stdlib.h>
#include <string.h>

#include <flite/flite.h>

cst_voice *register_cmu_us_slt(const char *folder); // of libflite_cmu_us_slt

static cst_voice *voice;

bool voice_module_speak(const char *text, float stretch, int16_t **mono,
                        size_t *frames, int *rate)
{
    if (!voice) {
        flite_init();
        voice = register_cmu_us_slt(NULL);
    }
    if (!voice) {
        return false;
    }
    // The library's noise comes from the C library's dice; nothing else here
    // throws them.
    srand(1);
    flite_feat_set_float(voice->features, "duration_stretch", stretch);
    cst_wave *wave = flite_text_to_wave(text, voice);
    if (!wave) {
        return false;
    }
    bool well = wave->num_samples > 0 && wave->num_channels == 1;
    *frames = well ? (size_t)wave->num_samples : 0;
    *rate = wave->sample_rate;
    *mono = malloc(*frames * sizeof(**mono) + 1);
    well = well && *mono;
    if (well) {
        memcpy(*mono, wave->samples, *frames * sizeof(**mono));
    }
    delete_wave(wave);
    return well;
}

void voice_module_free(int16_t *mono)
{
    free(mono);
}
