// SPDX-License-Identifier: MIT
// The person's own cautions, to be ticked: what does not suit them is left out
// of the lists, and the page says how much that is. Kept in the settings, on
// this computer; nobody asks for them.
#pragma once

#include <stddef.h>

#include "base/buf.h"
#include "frame/input.h"
#include "frame/phrase.h"
#include "screens/facts.h"
#include "screens/request.h"
#include "screens/widgets.h"

struct cautions_page {
    size_t focus;      // an enum caution
    struct buf wanted; // as it was asked for
};

void cautions_page_finish(struct cautions_page *c); // accepts a zeroed one
enum wish cautions_page_input(struct cautions_page *c, const struct facts *f,
                              const struct input *in, struct requests *ask);
void cautions_page_draw(const struct cautions_page *c, const struct facts *f,
                        const struct page *pg);
// What has the focus, in words; see screens/aloud.h.
void cautions_page_aloud(const struct cautions_page *c, const struct facts *f,
                         const struct tongue *tongue, struct phrase *out);
