// SPDX-License-Identifier: MIT
// All entries of some texts at once, for tests of what is done with them; the
// program reads their places first.
#pragma once

#include "core/journal.h"

static inline struct entries journal_whole(const struct str *texts,
                                           size_t count, struct arena *mem,
                                           struct diags *notes)
{
    struct arena own = {0};
    struct places places = journal_scan(texts, count, &own, notes);
    struct entries entries = entries_read(&places, mem);
    arena_finish(&own);
    return entries;
}
