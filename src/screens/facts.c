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

bool facts_hide(const struct facts *f, struct day d)
{
    struct day today = calendar_day(f->calendar, &f->now);
    bool hide = f->settings->number[SETTING_BLINDING] == SETTING_ON &&
                d.number >= today.number;
    for (size_t i = 0; hide && i < f->entry_count; i++) {
        const struct entry *e = &f->entries[i];
        hide = e->who.len > 0 || e->day_date.number != today.number;
    }
    return hide;
}
