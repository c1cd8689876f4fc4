// SPDX-License-Identifier: MIT
#include "app/preferences.h"

#include "platform/paths.h"

enum { SETTINGS_BYTES = 256 * 1024 };

static void read_file(struct preferences *p)
{
    arena_finish(&p->mem);
    p->notes = (struct diags){.mem = &p->mem};
    p->fault = STR_NONE;
    p->mark = file_mark_of(p->path); // before reading: a later change is seen
    p->there = file_exists(p->path);
    settings_init(&p->settings);
    struct str text = STR_NONE;
    if (!p->there) {
        return;
    }
    if (file_read(p->path, SETTINGS_BYTES, &p->mem, &text, &p->fault)) {
        settings_read(&p->settings, text, &p->notes);
    }
}

void preferences_init(struct preferences *p, struct str path)
{
    *p = (struct preferences){0};
    p->path = arena_copy(&p->whole, path);
    read_file(p);
}

void preferences_finish(struct preferences *p)
{
    arena_finish(&p->mem);
    arena_finish(&p->whole);
    *p = (struct preferences){0};
}

bool preferences_look(struct preferences *p)
{
    if (file_mark_same(p->mark, file_mark_of(p->path))) {
        return false;
    }
    read_file(p);
    return true;
}

// The text that a change is made in: the file's, or that of a new one.
static bool current_text(struct preferences *p, struct arena *mem,
                         struct str *text, struct str *why)
{
    if (file_exists(p->path)) {
        return file_read(p->path, SETTINGS_BYTES, mem, text, why);
    }
    struct buf fresh = {0};
    settings_print(&fresh);
    *text = arena_copy(mem, buf_view(&fresh));
    buf_finish(&fresh);
    return true;
}

static bool write_text(struct preferences *p, struct str text,
                       struct arena *mem, struct str *why)
{
    return folder_make(path_folder(p->path, mem), mem, why) &&
           file_replace(p->path, text, mem, why);
}

bool preferences_change(struct preferences *p, enum setting s, struct str value,
                        struct arena *mem, struct str *why)
{
    int number = 0;
    if (!setting_takes(s, value, &number)) {
        struct str expects = setting_expects(s, mem);
        *why = arena_printf(mem, "%s takes %.*s", setting_rule(s)->name,
                            STR_ARG(expects));
        return false;
    }
    struct str text = STR_NONE;
    bool well = current_text(p, mem, &text, why);
    if (well) {
        struct buf changed = {0};
        settings_change(text, s, value, &changed);
        well = write_text(p, buf_view(&changed), mem, why);
        buf_finish(&changed);
    }
    if (well) {
        read_file(p);
    } else {
        p->settings.text[s] = arena_copy(&p->mem, value);
        p->settings.number[s] = number;
    }
    return well;
}

bool preferences_make(struct preferences *p, struct arena *mem, struct str *why)
{
    if (file_exists(p->path)) {
        return true;
    }
    struct str text = STR_NONE;
    bool well =
        current_text(p, mem, &text, why) && write_text(p, text, mem, why);
    if (well) {
        read_file(p);
    }
    return well;
}

void preferences_print(const struct preferences *p, struct buf *out)
{
    if (p->fault.len > 0) {
        buf_printf(out, "the settings at %.*s cannot be read: %.*s\n",
                   STR_ARG(p->path), STR_ARG(p->fault));
    }
    diags_print(&p->notes, p->path, true, out);
}
