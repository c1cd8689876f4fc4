// SPDX-License-Identifier: MIT
// How the desktop wishes programs to look, as it tells on the session bus: the
// settings portal (org.freedesktop.portal.Settings). Asked on a thread, through
// libsystemd where that is there, and over a socket of this machine alone.
// Where nothing answers in time nothing is known, and nothing is said.
#pragma once

#include <stdbool.h>

enum { DESKTOP_LIMIT_MS = 300 }; // longer than that nobody is to wait

enum desktop_scheme { DESKTOP_ANY = 0, DESKTOP_DARK, DESKTOP_LIGHT };

struct desktop_wishes {
    bool reduced_motion; // or no animations
    bool high_contrast;
    enum desktop_scheme scheme;
};

struct desktop; // on the heap

// Begins to ask; what comes later than limit_ms counts as not known. NULL where
// there is no session bus.
struct desktop *desktop_ask(int limit_ms);
// Whether the answer is there; then it is in *out. It may never come.
bool desktop_answer(struct desktop *d, struct desktop_wishes *out);
// Waits for nothing. Accepts NULL.
void desktop_drop(struct desktop *d);
// Whether all that a bus's address names are sockets in the file system of this
// machine, or abstract ones: no other is called.
bool desktop_is_local(const char *address);
