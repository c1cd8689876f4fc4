// SPDX-License-Identifier: MIT
// Favourites are names in the settings, with commas between them.
#include "screens/sessions_inside.h"

static struct str next_name(struct str *rest)
{
    return str_trim(str_cut(rest, ','));
}

bool sessions_favourite(const struct facts *f, struct str name)
{
    struct str rest = f->settings->text[SETTING_FAVOURITES];
    while (rest.len > 0) {
        if (str_equal(next_name(&rest), name)) {
            return true;
        }
    }
    return false;
}

static void put_name(struct buf *out, struct str name)
{
    if (name.len > 0) {
        buf_put(out, out->len > 0 ? STR(", ") : STR_NONE);
        buf_put(out, name);
    }
}

void sessions_favour(struct sessions *s, const struct facts *f,
                     struct requests *ask)
{
    if (s->count == 0) {
        return;
    }
    struct str name = f->practices[sessions_chosen(s)].name;
    struct str rest = f->settings->text[SETTING_FAVOURITES];
    bool was = sessions_favourite(f, name);
    buf_clear(&s->wanted);
    while (rest.len > 0) {
        struct str other = next_name(&rest);
        put_name(&s->wanted, str_equal(other, name) ? STR_NONE : other);
    }
    put_name(&s->wanted, was ? STR_NONE : name);
    request_add(ask, (struct request){.kind = REQUEST_SETTING,
                                      .value = SETTING_FAVOURITES,
                                      .text = buf_view(&s->wanted)});
}

void sessions_settle(struct sessions *s, const struct facts *f)
{
    size_t chosen = s->count > 0 ? sessions_chosen(s) : 0;
    sessions_facts(s, f, s->kind);
    for (size_t i = 0; i < s->count; i++) {
        if (s->listed[i] == chosen) {
            sessions_focus(s, i);
        }
    }
}
