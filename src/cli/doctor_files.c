// SPDX-License-Identifier: MIT
#include "app/script.h"
#include "cli/doctor.h"
#include "core/calendar.h"
#include "core/journal.h"
#include "core/settings.h"
#include "platform/disk.h"
#include "platform/file.h"

// Its mode, and whether it is the person's own.
static void look_at_place(struct report *r, const char *about, struct str path)
{
    struct arena *mem = &r->cli->mem;
    const struct disk *disk = disk_system();
    struct disk_stat st = {0};
    if (disk->stat(disk->self, path.at, &st) != 0) {
        report_put(r, FOUND_OK, about,
                   arena_printf(mem, "%.*s: not there yet", STR_ARG(path)),
                   STR_NONE);
    } else if (!file_writable(path)) {
        report_put(
            r, FOUND_BROKEN, about,
            arena_printf(mem, "%.*s: you may not write there", STR_ARG(path)),
            arena_printf(mem,
                         "chmod u+rwX %.*s, or --data with a "
                         "folder of your own",
                         STR_ARG(path)));
    } else if (st.others_read || !st.is_mine) {
        report_put(r, FOUND_LOOK, about,
                   arena_printf(mem, "%.*s: others can read it (mode %03o)",
                                STR_ARG(path), st.mode),
                   arena_printf(mem, "chmod -R go= %.*s", STR_ARG(path)));
    } else {
        report_put(r, FOUND_OK, about,
                   arena_printf(mem, "%.*s: yours alone (mode %03o)",
                                STR_ARG(path), st.mode),
                   STR_NONE);
    }
}

// A file of records and what its check says.
static void look_at_records(struct report *r, const char *about,
                            struct str name,
                            void (*check)(struct str text, struct arena *mem,
                                          struct diags *out))
{
    struct arena *mem = &r->cli->mem;
    struct str path = path_join(mem, r->cli->paths.data, name);
    struct str text = STR_NONE;
    struct diags notes = {.mem = mem};
    int error = disk_read_file(disk_system(), path.at, mem, &text);
    if (error != 0) {
        struct str why = disk_reason(error, mem);
        report_put(r, FOUND_BROKEN, about,
                   arena_printf(mem, "%.*s: %.*s", STR_ARG(path), STR_ARG(why)),
                   STR("your words are not touched until it can be read"));
        return;
    }
    if (!file_exists(path)) {
        report_put(r, FOUND_OK, about, STR("there is none yet"), STR_NONE);
        return;
    }
    look_at_place(r, about, path);
    check(text, mem, &notes);
    struct str cure =
        arena_printf(mem, "breathmark %s check names each line", about);
    enum finding how = notes.errors > 0  ? FOUND_BROKEN
                       : notes.count > 0 ? FOUND_LOOK
                                         : FOUND_OK;
    report_put(r, how, about,
               arena_printf(mem, "%zu bytes, %zu mistakes, %zu notes", text.len,
                            notes.errors, notes.count - notes.errors),
               how == FOUND_OK ? STR_NONE : cure);
}

static size_t files_in(struct report *r, struct str folder)
{
    struct names names = {0};
    size_t count = 0;
    if (folder_list(folder, &r->cli->mem, &names)) {
        for (size_t i = 0; i < names.count; i++) {
            count += !str_ends(names.items[i], STR("/"));
        }
    }
    return count;
}

static void look_at_drafts(struct report *r)
{
    struct arena *mem = &r->cli->mem;
    const struct paths *p = &r->cli->paths;
    struct str drafts = path_join(mem, p->state, STR("drafts"));
    struct str torn = path_join(mem, p->state, STR("torn"));
    size_t waiting = files_in(r, drafts) + files_in(r, p->spare);
    if (waiting > 0) {
        report_put(r, FOUND_LOOK, "drafts",
                   arena_printf(mem, "%zu not kept yet, in %.*s or %.*s",
                                waiting, STR_ARG(drafts), STR_ARG(p->spare)),
                   STR("breathmark journal list takes in what is whole and "
                       "names the rest"));
    } else {
        report_put(r, FOUND_OK, "drafts", STR("none is waiting"), STR_NONE);
    }
    if (files_in(r, torn) > 0) {
        report_put(r, FOUND_LOOK, "torn",
                   arena_printf(mem, "what crashes left of writes lies in %.*s",
                                STR_ARG(torn)),
                   STR("look whether words in it are missing elsewhere"));
    }
}

static void look_at_settings(struct report *r)
{
    struct arena *mem = &r->cli->mem;
    struct str path = r->cli->paths.settings, text = STR_NONE, why = STR_NONE;
    if (!file_exists(path)) {
        report_put(r, FOUND_OK, "settings", STR("as at first"), STR_NONE);
        return;
    }
    if (!file_read(path, 0, mem, &text, &why)) {
        report_put(r, FOUND_LOOK, "settings",
                   arena_printf(mem, "%.*s: %.*s", STR_ARG(path), STR_ARG(why)),
                   STR("everything is as at first until it can be read"));
        return;
    }
    struct diags notes = {.mem = mem};
    struct settings *s = ARENA_NEW(mem, struct settings);
    settings_init(s);
    settings_read(s, text, &notes);
    for (size_t i = 0; i < notes.count; i++) {
        const struct diag *d = &notes.items[i];
        report_put(r, FOUND_LOOK, "settings",
                   arena_printf(mem, "%.*s:%d:%d: %.*s", STR_ARG(path), d->line,
                                d->column, STR_ARG(d->message)),
                   d->hint);
    }
    if (notes.count == 0) {
        report_put(r, FOUND_OK, "settings", path, STR_NONE);
    }
}

// The first of its mistakes, each with its place.
static void list_mistakes(struct report *r, const struct script *s)
{
    enum { SHOWN = 3 };
    struct arena *mem = &r->cli->mem;
    struct str check = arena_printf(mem, "breathmark check %.*s shows the line",
                                    STR_ARG(s->path));
    size_t shown = 0;
    for (size_t i = 0; i < s->diags.count && shown < SHOWN; i++) {
        const struct diag *d = &s->diags.items[i];
        if (d->severity != SEVERITY_ERROR) {
            continue;
        }
        shown++;
        report_put(r, FOUND_BROKEN, "session",
                   arena_printf(mem, "%.*s:%d:%d: %.*s", STR_ARG(s->path),
                                d->line, d->column, STR_ARG(d->message)),
                   d->hint.len > 0
                       ? arena_printf(mem, "%.*s; %.*s", STR_ARG(d->hint),
                                      STR_ARG(check))
                       : check);
    }
    if (s->diags.errors > shown) {
        report_put(r, FOUND_BROKEN, "session",
                   arena_printf(mem, "%.*s has %zu more", STR_ARG(s->path),
                                s->diags.errors - shown),
                   check);
    }
}

// Whether it can be played.
static bool look_at_script(struct report *r, struct str path)
{
    struct arena *mem = &r->cli->mem;
    struct script s;
    struct str why = STR_NONE;
    enum script_status read = script_read(&s, path, mem, &why);
    if (read == SCRIPT_WELL) {
        read = script_compile(&s, NULL, mem);
    }
    if (read == SCRIPT_UNREADABLE) {
        report_put(r, FOUND_BROKEN, "session",
                   arena_printf(mem, "%.*s: %.*s", STR_ARG(path), STR_ARG(why)),
                   STR("make it readable, or move it away"));
    } else if (read == SCRIPT_FAULTY) {
        list_mistakes(r, &s);
    }
    return read == SCRIPT_WELL;
}

// A script of the person's own in the languages of the screens: what stands
// beside it is played in its place.
static void look_at_languages(struct report *r, struct str path)
{
    const char *const *words = setting_rule(SETTING_LANGUAGE)->words;
    for (size_t i = 1; words[i]; i++) { // 0 is the system's
        struct str other =
            script_in_language(path, str_from(words[i]), &r->cli->mem);
        if (!str_equal(other, path)) {
            look_at_script(r, other);
        }
    }
}

static void look_at_scripts(struct report *r)
{
    struct arena *mem = &r->cli->mem;
    struct script_places all = script_places(&r->cli->paths, mem);
    size_t own = 0, shipped = 0;
    for (size_t i = 0; i < all.count; i++) {
        const struct script_place *place = &all.items[i];
        if (look_at_script(r, place->path)) {
            own += place->own;
            shipped += !place->own;
        }
        if (place->own) {
            look_at_languages(r, place->path);
        }
    }
    bool any = own + shipped > 0;
    report_put(
        r, any ? FOUND_OK : FOUND_BROKEN, "sessions",
        arena_printf(mem, "%zu came along, %zu are your own", shipped, own),
        any ? STR_NONE : STR("install breathmark again"));
}

void doctor_files(struct report *r)
{
    const struct paths *p = &r->cli->paths;
    look_at_place(r, "data", p->data);
    if (!str_equal(p->state, p->data)) {
        look_at_place(r, "state", p->state);
    }
    look_at_records(r, "journal", STR("journal.rec"), journal_check);
    look_at_records(r, "calendar", STR("calendar.rec"), calendar_check);
    look_at_drafts(r);
    look_at_settings(r);
    look_at_scripts(r);
}
