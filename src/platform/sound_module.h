// SPDX-License-Identifier: MIT
// Between sound.c and the module that it loads: SDL_mixer, and the readers of
// every format behind it, cost the program a third of its start if it were
// linked with them. The module is loaded on the sound's own thread.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#define SOUND_MODULE_FILE "breathmark-sound.so"

// What the device asks for, on its own thread: frames of interleaved stereo.
struct sound_source {
    int rate, buffer_frames;
    void (*render)(void *self, float *stereo, size_t frames);
    void *self;
};

// Opens the device and begins to ask; source must live until the close. False
// with a reason, good until the next call. One device at a time.
bool sound_module_open(struct sound_source *source, const char **why);
// No call is running or comes after.
void sound_module_close(void);
