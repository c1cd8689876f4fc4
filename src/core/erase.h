// SPDX-License-Identifier: MIT
// The one way in which an entry leaves a journal: the text without it, for
// platform/append's ledger_rewrite. All else stays byte for byte.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/set.h"
#include "base/str.h"

// Appends journal to *out without the entry id and whatever corrects it, each
// with the blank lines behind it; an Id that stands twice goes twice. False,
// and *out untouched, when there is none of that Id. The Ids that went are
// added to gone (may be NULL), in its memory.
bool journal_erase(struct str journal, struct str id, struct buf *out,
                   struct set *gone);
