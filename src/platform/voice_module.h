// SPDX-License-Identifier: MIT
// Between narrator.c and the module that it loads: the library flite, which not
// every machine has, and four megabytes of a voice that few sessions need.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VOICE_MODULE_FILE "breathmark-voice.so"

// Renders English text, slower than the voice's own pace by stretch, as one
// channel; *mono is freed with voice_module_free. False when nothing came of
// it. One call at a time; the same text gives the same samples.
bool voice_module_speak(const char *text, float stretch, int16_t **mono,
                        size_t *frames, int *rate);
void voice_module_free(int16_t *mono);
