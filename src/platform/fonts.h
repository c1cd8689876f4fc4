// SPDX-License-Identifier: MIT
// The faces, measured and rasterised: texts become masks of coverage,
// kept for the next frame. Not a layout: who breaks lines asks the ruler.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "frame/scene.h"
#include "platform/labels.h"

struct fonts; // on the heap

// Opens the faces of assets_folder/fonts, else of the system's font folders.
// Never NULL: what is missing is named in *why in one line ("" when nothing
// is), and its texts are drawn in another face or left out.
struct fonts *fonts_create(struct str assets_folder, struct arena *mem,
                           struct str *why);
// The same on a thread of their own, with what nearly every page is set in: who
// first needs them waits until it is done.
struct fonts *fonts_begin(struct str assets_folder);
struct str fonts_missing(struct fonts *f); // the line; lives as long as f
void fonts_destroy(struct fonts *f);       // accepts NULL
bool fonts_usable(struct fonts *f);        // at least one face is there

// The ruler measures for a stage of that many pixels (as stage_fit says), so
// that what it says is what will be drawn. Call again when the window changes;
// a page that is shown larger than its stage is measured by as many pixels
// more.
void fonts_fit(struct fonts *f, float stage_px);
struct ruler fonts_ruler(struct fonts *f);
// Whether every letter of text can be shown, by our faces or the system's
// fonts. f NULL: nothing is shown, and nothing is missing.
bool fonts_show(struct fonts *f, struct str text);
// The name of the file that shows a letter; empty when none has it.
struct str fonts_file(struct fonts *f, uint32_t letter);
// The em of a text of size stage heights, in whole pixels; at least 1.
int font_px(float size, float stage_px);

// A text as coverage. Bytes that are not UTF-8 show as replacement characters;
// a line that begins right to left is set so as a whole. Never NULL; valid
// until the second fonts_tick after this call.
const struct label *fonts_label(struct fonts *f, struct label_key key);
// A new frame: labels unused for long may now go.
void fonts_tick(struct fonts *f);
