// SPDX-License-Identifier: MIT
// What a person is told who does not see the screen: its title, what has the
// focus, and where that is among the others. Whole sentences in the person's
// language; the speaking is app's, see REQUEST_SPEAK. A screen without words of
// its own here is told by its title alone.
#pragma once

#include "base/tongue.h"
#include "frame/phrase.h"
#include "screens/sessions.h"
#include "screens/today.h"

void today_aloud(const struct today *t, const struct facts *f,
                 const struct tongue *tongue, struct phrase *out);
void sessions_aloud(const struct sessions *s, const struct facts *f,
                    const struct tongue *tongue, struct phrase *out);
