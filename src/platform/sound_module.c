// SPDX-License-Identifier: MIT
#include "platform/sound_module.h"

#include <SDL.h>
#include <SDL_mixer.h>

#include "platform/module.h"

static void SDLCALL device_call(void *at, Uint8 *bytes, int length)
{
    const struct sound_source *source = at;
    void *stereo = bytes;
    source->render(source->self, stereo, (size_t)length / (2 * sizeof(float)));
}

static void say_nothing(const char *file, int line, const char *function,
                        int error, const char *format, ...)
{
    (void)file;
    (void)line;
    (void)function;
    (void)error;
    (void)format;
}

// ALSA's library prints what it could not open on standard error by itself,
// several lines of it; ours tells it in one. Only where SDL has loaded it.
static void quiet_alsa(void)
{
    typedef void handler(const char *, int, const char *, int, const char *,
                         ...);
    int (*set_handler)(handler *) = NULL;
    if (module_loaded("libasound.so.2", "snd_lib_error_set_handler",
                      &set_handler)) {
        set_handler(say_nothing);
    }
}

bool sound_module_open(struct sound_source *source, const char **why)
{
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        *why = SDL_GetError();
        return false;
    }
    quiet_alsa();
    // No change is allowed, so SDL converts for a device that does not do
    // this format itself.
    if (Mix_OpenAudioDevice(source->rate, AUDIO_F32SYS, 2,
                            source->buffer_frames, NULL, 0) != 0) {
        *why = SDL_GetError();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return false;
    }
    Mix_HookMusic(device_call, source);
    return true;
}

void sound_module_close(void)
{
    Mix_HookMusic(NULL, NULL);
    Mix_CloseAudio();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}
