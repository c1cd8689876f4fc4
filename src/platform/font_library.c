// SPDX-License-Identifier: MIT
#include "platform/font_library.h"

#include <dlfcn.h>

#include "platform/module.h"

bool font_library_load(struct font_library *l)
{
    void *m = dlopen("libSDL2_ttf-2.0.so.0", RTLD_LAZY | RTLD_LOCAL);
    return module_function(m, "TTF_Init", &l->begin) &&
           module_function(m, "TTF_Quit", &l->end) &&
           module_function(m, "TTF_OpenFontIndexRW", &l->open) &&
           module_function(m, "TTF_CloseFont", &l->close) &&
           module_function(m, "TTF_SetFontHinting", &l->set_hinting) &&
           module_function(m, "TTF_SetFontSize", &l->set_size) &&
           module_function(m, "TTF_SetFontDirection", &l->set_direction) &&
           module_function(m, "TTF_SetFontScriptName", &l->set_script) &&
           module_function(m, "TTF_GlyphIsProvided32", &l->has_letter) &&
           module_function(m, "TTF_GlyphMetrics32", &l->letter_size) &&
           module_function(m, "TTF_SizeUTF8", &l->text_size) &&
           module_function(m, "TTF_RenderUTF8_Blended", &l->draw) &&
           module_function(m, "TTF_FontHeight", &l->height) &&
           module_function(m, "TTF_FontAscent", &l->ascent);
}
