// SPDX-License-Identifier: MIT
// Few functions of fontconfig are needed, and only where a text has letters
// that our faces lack: they are named here as its interface has had them since
// version 2.0, so that neither building nor starting needs the library.
#include "platform/font_system.h"

#include <dlfcn.h>
#include <stdlib.h>

#include "platform/module.h"

// FcFontSet.
struct font_set {
    int count, room;
    void **fonts;
};

struct font_system {
    void *module;
    void *config; // our own, which nobody else in the program looks into
    void *(*config_load)(void);
    void (*config_destroy)(void *config);
    void *(*chars_create)(void);
    int (*chars_add)(void *chars, uint32_t c);
    int (*chars_have)(const void *chars, uint32_t c);
    void (*chars_destroy)(void *chars);
    void *(*pattern_create)(void);
    int (*pattern_add_chars)(void *pattern, const char *key, const void *chars);
    int (*pattern_add_text)(void *pattern, const char *key, const void *text);
    int (*substitute)(void *config, void *pattern, int kind);
    void (*defaults)(void *pattern);
    struct font_set *(*sort)(void *config, void *pattern, int trim,
                             void **chars, int *result);
    int (*get_chars)(const void *pattern, const char *key, int n, void **out);
    int (*get_text)(const void *pattern, const char *key, int n,
                    unsigned char **out);
    int (*get_number)(const void *pattern, const char *key, int n, int *out);
    int (*get_truth)(const void *pattern, const char *key, int n, int *out);
    void (*set_destroy)(struct font_set *set);
    void (*pattern_destroy)(void *pattern);
};

static bool has_functions(struct font_system *s)
{
    void *m = s->module;
    return module_function(m, "FcInitLoadConfigAndFonts", &s->config_load) &&
           module_function(m, "FcConfigDestroy", &s->config_destroy) &&
           module_function(m, "FcCharSetCreate", &s->chars_create) &&
           module_function(m, "FcCharSetAddChar", &s->chars_add) &&
           module_function(m, "FcCharSetHasChar", &s->chars_have) &&
           module_function(m, "FcCharSetDestroy", &s->chars_destroy) &&
           module_function(m, "FcPatternCreate", &s->pattern_create) &&
           module_function(m, "FcPatternAddCharSet", &s->pattern_add_chars) &&
           module_function(m, "FcPatternAddString", &s->pattern_add_text) &&
           module_function(m, "FcConfigSubstitute", &s->substitute) &&
           module_function(m, "FcDefaultSubstitute", &s->defaults) &&
           module_function(m, "FcFontSort", &s->sort) &&
           module_function(m, "FcPatternGetCharSet", &s->get_chars) &&
           module_function(m, "FcPatternGetString", &s->get_text) &&
           module_function(m, "FcPatternGetInteger", &s->get_number) &&
           module_function(m, "FcPatternGetBool", &s->get_truth) &&
           module_function(m, "FcFontSetDestroy", &s->set_destroy) &&
           module_function(m, "FcPatternDestroy", &s->pattern_destroy);
}

struct font_system *font_system_create(void)
{
    struct font_system *s = calloc(1, sizeof(*s));
    if (!s) {
        arena_fail();
    }
    s->module = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!has_functions(s) || !(s->config = s->config_load())) {
        font_system_destroy(s);
        return NULL;
    }
    return s;
}

// The library stays loaded: cairo may use it too.
void font_system_destroy(struct font_system *s)
{
    if (s && s->config) {
        s->config_destroy(s->config);
    }
    free(s);
}

// FcResultMatch is 0.
static bool is_kind(const struct font_system *s, const void *font, uint32_t c,
                    enum font_kind kind)
{
    void *chars = NULL;
    int outlines = 0, coloured = 0;
    if (s->get_chars(font, "charset", 0, &chars) != 0 ||
        !s->chars_have(chars, c)) {
        return false;
    }
    s->get_truth(font, "outline", 0, &outlines);
    s->get_truth(font, "color", 0, &coloured);
    return kind == FONT_PICTURES ? coloured && !outlines
                                 : outlines && !coloured;
}

static bool choose(struct font_system *s, const struct font_set *set,
                   uint32_t c, enum font_kind kind, struct font_found *out)
{
    for (int i = 0; i < set->count; i++) {
        unsigned char *path = NULL;
        if (is_kind(s, set->fonts[i], c, kind) &&
            s->get_text(set->fonts[i], "file", 0, &path) == 0) {
            out->index = 0;
            s->get_number(set->fonts[i], "index", 0, &out->index);
            out->path = str_from((const char *)path);
            return true;
        }
    }
    return false;
}

bool font_system_find(struct font_system *s, uint32_t c, enum font_kind kind,
                      struct arena *mem, struct font_found *out)
{
    enum { FOR_PATTERN = 0, WHOLE = 0 };
    int result = 0;
    void *chars = s->chars_create();
    void *pattern = s->pattern_create();
    if (!chars || !pattern) {
        arena_fail();
    }
    s->chars_add(chars, c);
    s->pattern_add_chars(pattern, "charset", chars);
    s->pattern_add_text(pattern, "family",
                        kind == FONT_PICTURES ? "emoji" : "sans-serif");
    s->substitute(s->config, pattern, FOR_PATTERN);
    s->defaults(pattern);
    struct font_set *set = s->sort(s->config, pattern, WHOLE, NULL, &result);
    bool found = set && choose(s, set, c, kind, out);
    if (found) {
        out->path = arena_copy(mem, out->path);
    }
    if (set) {
        s->set_destroy(set);
    }
    s->pattern_destroy(pattern);
    s->chars_destroy(chars);
    return found;
}
