// SPDX-License-Identifier: MIT
#include "screens/facts.h"

struct str facts_title(const struct facts *f, struct str name)
{
    for (size_t i = 0; i < f->practice_count; i++) {
        if (str_equal(f->practices[i].name, name)) {
            return f->practices[i].title;
        }
    }
    return name;
}
