// SPDX-License-Identifier: MIT
// A ruler for tests: every code point is half an em wide, marks nothing.
#pragma once

#include "base/utf8.h"
#include "frame/scene.h"

static float fixed_width(void *fonts, enum face face, float size,
                         struct str text)
{
    (void)fonts;
    (void)face;
    float width = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        bool mark = (c >= 0x300 && c <= 0x36f) || c == 0x200d;
        width += mark ? 0 : size / 2;
    }
    return width;
}

static const struct ruler fixed_ruler = {.width = fixed_width};
