// SPDX-License-Identifier: MIT
// What the files of the session list share.
#pragma once

#include "screens/sessions.h"

enum { SESSIONS_SHOWN = 5 };

struct area sessions_card(size_t place); // of those that show
struct area sessions_begin(void);
