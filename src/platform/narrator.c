// SPDX-License-Identifier: MIT
#include "platform/narrator.h"

#include <dlfcn.h>
#include <math.h>

#include "base/sha1.h"
#include "frame/spoken.h"
#include "frame/warm.h"
#include "platform/file.h"
#include "platform/module.h"
#include "platform/paths.h"
#include "platform/shelf.h"
#include "platform/voice_module.h"

// In all a line takes this much longer than the voice's own pace has it: some
// 110 words a minute.
#define STRETCH 1.3f
// And a word of the breath less, so that it is over within SPOKEN_WORD_MS.
#define WORD_STRETCH 0.95f

struct str narrator_file(struct str line, struct arena *mem)
{
    char name[SHA1_LETTERS];
    sha1_hex(line, name);
    return arena_printf(mem, "%.*s.ogg", (int)sizeof(name), name);
}

static void load_module(struct narrator *v)
{
    struct str path =
        path_join(&v->mem, v->setup.modules, STR(VOICE_MODULE_FILE));
    void *module = dlopen(path.at, RTLD_NOW | RTLD_LOCAL);
    v->asked = true;
    if (!module_function(module, "voice_module_speak", &v->speak) ||
        !module_function(module, "voice_module_free", &v->release)) {
        v->speak = NULL;
    }
}

bool narrator_built_in(struct str modules, struct str *why, struct arena *mem)
{
    struct narrator v = {.setup.modules = modules};
    load_module(&v);
    bool there = v.speak != NULL;
    const char *fault = there ? NULL : dlerror();
    *why = arena_copy(mem, str_from(fault ? fault : ""));
    narrator_finish(&v);
    return there;
}

static bool say_recorded(struct narrator *v, struct str line, struct arena *mem,
                         struct sample *out, struct buf *lines)
{
    struct arena scratch = {0};
    struct str folder = path_join(&scratch, v->setup.packs, v->setup.pack);
    struct str path =
        path_join(&scratch, folder, narrator_file(line, &scratch));
    struct sample raw;
    bool well = false;
    if (file_exists(path)) {
        well = recording_load(path, &scratch, &raw);
        if (well) {
            *out = warm_recorded(raw, mem);
        } else {
            buf_printf(lines, "%.*s cannot be read as Ogg Vorbis\n",
                       STR_ARG(path));
        }
    }
    arena_finish(&scratch);
    return well;
}

static bool say_built_in(struct narrator *v, const struct spoken *line,
                         struct arena *mem, struct sample *out)
{
    struct arena scratch = {0};
    int16_t *mono = NULL;
    size_t frames = 0;
    int rate = 0;
    // The warmth's lower pitch takes its part of the stretching.
    float pace = line->word ? WORD_STRETCH : STRETCH;
    float stretch = pace / powf(2, WARM_SEMITONES / 12);
    struct str text = arena_copy(&scratch, line->text);
    bool well = v->speak(text.at, stretch, &mono, &frames, &rate) && rate > 0;
    if (well) {
        *out = warm_synthetic(mono, frames, rate, mem);
    }
    v->release(mono);
    arena_finish(&scratch);
    return well;
}

// Why the built-in voice does not say it; told once.
static void tell(struct narrator *v, struct buf *lines)
{
    if (v->told) {
        return;
    }
    v->told = true;
    if (!spoken_english(v->setup.lang)) {
        buf_printf(lines,
                   "the built-in voice speaks English, not \"%.*s\"; lines "
                   "without a recording stay as text\n",
                   STR_ARG(v->setup.lang));
    } else {
        buf_printf(lines, "there is no built-in voice here (it needs the "
                          "library libflite1); lines stay as text\n");
    }
}

bool narrator_say(struct narrator *v, const struct spoken *line,
                  struct arena *mem, struct sample *out, struct buf *lines)
{
    *out = (struct sample){0};
    if (v->setup.packs.len > 0 && v->setup.pack.len > 0 &&
        say_recorded(v, line->text, mem, out, lines)) {
        return true;
    }
    bool english = spoken_english(v->setup.lang);
    if (english && !v->asked) {
        load_module(v);
    }
    if (!english || v->speak == NULL) {
        tell(v, lines);
        return false;
    }
    return say_built_in(v, line, mem, out);
}

void narrator_finish(struct narrator *v)
{
    arena_finish(&v->mem);
    *v = (struct narrator){0};
}
