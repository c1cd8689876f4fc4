// SPDX-License-Identifier: MIT
// Speaks menus through Speech Dispatcher, the desktop's own service for screen
// readers. Its library is loaded when something is first to be said; without it
// one line says so. Not for the lines of a session: see narrator.h.
#pragma once

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

struct speech;

// Never NULL. lang: a tag like "de"; empty for the service's own choice.
struct speech *speech_create(struct str lang);
// Says text in place of what is being said; empty: hush. Returns at once,
// whatever the service does: it may hang for as long as it likes.
void speech_say(struct speech *s, struct str text);
// Takes the next line for the person; false when there is none.
bool speech_line(struct speech *s, struct buf *line);
// Stops speaking; does not wait for a service that hangs. Accepts NULL.
void speech_destroy(struct speech *s);
