// SPDX-License-Identifier: MIT
#include "app/world.h"

#include <string.h>

#include "app/journal_files.h"
#include "app/marking.h"
#include "app/protocols.h"
#include "app/script.h"
#include "core/caution.h"
#include "core/journal.h"
#include "platform/disk.h"
#include "platform/file.h"

enum {
    RECENT_BYTES = 256 * 1024, // of the journal: some weeks and more
    CARE_BYTES = 64 * 1024
};

// Reads one script into p, in the language of the screens where it stands in it
// too. False when its file cannot be read.
static bool read_practice(struct world *w, const struct script_place *place,
                          struct str language, struct practice *p)
{
    struct script s;
    struct str why = STR_NONE;
    struct str path = script_in_language(place->path, language, &w->mem);
    enum script_status status = script_read(&s, path, &w->mem, &why);
    if (status == SCRIPT_UNREADABLE) {
        return false;
    }
    if (status == SCRIPT_WELL) {
        status = script_compile(&s, NULL, &w->mem);
    }
    struct session *session = ARENA_NEW(&w->mem, struct session);
    *session = s.session;
    practice_of(p, session, status == SCRIPT_WELL ? &s.timeline : NULL,
                w->facts.tongue, &w->mem);
    p->name = place->name;
    p->path = path;
    p->own = place->own;
    p->left_out = arena_copy(
        &w->mem, caution_against(p, w->facts.settings->text[SETTING_CAUTIONS]));
    p->mistakes = s.diags.items;
    p->mistake_count = status == SCRIPT_WELL ? 0 : s.diags.count;
    return true;
}

// Cautions are told by English words: what the script itself says of them
// counts, whatever its translation says.
static void read_cautions(struct world *w, const struct script_place *place,
                          struct practice *p)
{
    struct practice written;
    if (p->left_out.len == 0 && !str_equal(p->path, place->path) &&
        read_practice(w, place, STR_NONE, &written)) {
        p->left_out = written.left_out;
    }
}

static void read_practices(struct world *w, const struct paths *paths)
{
    struct script_places all = script_places(paths, &w->mem);
    struct practice *items = ARENA_ARRAY(&w->mem, struct practice, all.count);
    struct str language = w->facts.tongue ? w->facts.tongue->name : STR_NONE;
    bool careful = w->facts.settings->text[SETTING_CAUTIONS].len > 0;
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        if (!read_practice(w, &all.items[i], language, &items[count])) {
            continue;
        }
        if (careful) {
            read_cautions(w, &all.items[i], &items[count]);
        }
        count++;
    }
    w->facts.practices = items;
    w->facts.practice_count = count;
}

// The last entries of the journal, corrections left out.
static void read_entries(struct world *w, const struct paths *paths)
{
    struct str text = STR_NONE, why = STR_NONE;
    struct str path = path_join(&w->mem, paths->data, STR("journal.rec"));
    if (!file_read_tail(path, RECENT_BYTES, &w->mem, &text, &why)) {
        return;
    }
    if (text.len == RECENT_BYTES) { // cut, as it may be inside an entry
        while (text.len > 0 && !str_starts(text, STR("\n\nId:"))) {
            text = str_sub(text, str_find(text, '\n', 1), text.len);
        }
    }
    // By their moments: a copy that was taken in stands at the end.
    struct places places = journal_scan(&text, 1, &w->mem, NULL);
    struct entry *items = ARENA_ARRAY(&w->mem, struct entry, places.count + 1);
    struct rec_reader reader = {.mem = &w->mem};
    size_t count = 0;
    for (size_t i = 0; i < places.count; i++) {
        const struct entry_place *p = &places.items[i];
        count += p->amends.len == 0 &&
                 place_read(&places, p, &reader, &items[count]);
    }
    w->facts.entries = items;
    w->facts.entry_count = count;
}

static struct str read_text(struct world *w, const struct paths *paths,
                            struct str name)
{
    struct str text = STR_NONE;
    struct str path = path_join(&w->mem, paths->data, name);
    int error = disk_read_file(disk_system(), path.at, &w->mem, &text);
    return error == 0 ? text : STR_NONE;
}

static bool is_known(const struct person_facts *people, size_t count,
                     struct str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(people[i].name, name)) {
            return true;
        }
    }
    return false;
}

// Whoever has a plan or mark, or wrote an entry; the one without a name first.
static size_t name_people(struct world *w, struct str calendar,
                          struct person_facts **out)
{
    struct persons named = calendar_persons(calendar, &w->mem);
    const struct facts *f = &w->facts;
    struct person_facts *people = ARENA_ARRAY(&w->mem, struct person_facts,
                                              1 + named.count + f->entry_count);
    size_t count = 1;
    for (size_t i = 0; i < named.count; i++) {
        people[count++].name = named.names[i];
    }
    for (size_t i = 0; i < f->entry_count; i++) {
        struct str who = f->entries[i].who;
        if (!is_known(people, count, who)) {
            people[count++].name = who;
        }
    }
    *out = people;
    return count;
}

static void read_people(struct world *w, const struct paths *paths,
                        int day_start)
{
    struct str calendar = read_text(w, paths, STR("calendar.rec"));
    struct str ticks = read_text(w, paths, STR(TICKS_FILE));
    struct person_facts *people = NULL;
    size_t count = name_people(w, calendar, &people);
    for (size_t i = 0; i < count; i++) {
        struct str name = people[i].name;
        struct calendar *c = calendar_read(calendar, name, &w->mem, NULL);
        calendar_day_start(c, day_start);
        people[i].calendar = c;
        people[i].ticks = ticks_read(ticks, name, &w->mem);
    }
    w->facts.people = people;
    w->facts.person_count = count;
    w->facts.calendar = people[0].calendar;
}

static void read_plans(struct world *w, const struct paths *paths)
{
    struct diags notes = {.mem = &w->mem};
    struct protocols all = protocols_find(paths, &w->mem, &notes);
    w->facts.protocols = all.items;
    w->facts.protocol_count = all.count;
    support_read(&w->facts.support, read_text(w, paths, STR(SUPPORT_FILE)),
                 &w->mem);
}

static void add_page(struct world *w, const struct care_page *page)
{
    struct care_page *pages =
        ARENA_ARRAY(&w->mem, struct care_page, w->facts.care_count + 1);
    if (w->facts.care_count > 0) {
        memcpy(pages, w->facts.care, w->facts.care_count * sizeof(*pages));
    }
    pages[w->facts.care_count++] = *page;
    w->facts.care = pages;
}

static void add_care(struct world *w, struct str path)
{
    struct str text = STR_NONE, why = STR_NONE;
    struct care_page page = {0};
    if (file_read(path, CARE_BYTES, &w->mem, &text, &why)) {
        care_read(&page, text, &w->mem, NULL);
        add_page(w, &page);
    }
}

static void add_plan(struct world *w, const struct paths *paths)
{
    struct str text = STR_NONE, why = STR_NONE;
    struct care_page page = {0};
    struct str path = path_join(&w->mem, paths->data, STR(SUPPORT_FILE));
    if (file_read(path, CARE_BYTES, &w->mem, &text, &why)) {
        care_read_plan(&page, text, &w->mem);
        if (page.count > 0) {
            add_page(w, &page);
        }
    }
}

static void add_care_folder(struct world *w, struct str folder)
{
    struct names names = {0};
    if (!folder_list(folder, &w->mem, &names)) {
        return;
    }
    for (size_t i = 0; i < names.count; i++) {
        if (str_ends(names.items[i], STR(".txt"))) {
            add_care(w, path_join(&w->mem, folder, names.items[i]));
        }
    }
}

// The person's support plan and own pages first, then the country of the
// settings, else of the system's language, then what holds everywhere.
static void read_care(struct world *w, const struct paths *paths)
{
    struct str country =
        care_country(w->facts.settings->text[SETTING_COUNTRY], paths->country);
    struct str shipped = path_join(&w->mem, paths->assets, STR("care"));
    add_plan(w, paths);
    add_care_folder(w, path_join(&w->mem, paths->data, STR("care")));
    if (country.len > 0) {
        struct str name = arena_printf(&w->mem, "%.*s.txt", STR_ARG(country));
        add_care(w, path_join(&w->mem, shipped, name));
    }
    add_care(w, path_join(&w->mem, shipped, STR("international.txt")));
}

void world_care(struct world *w, const struct paths *paths,
                const struct settings *settings)
{
    w->facts = (struct facts){.settings = settings};
    read_care(w, paths);
}

void world_begin(struct world *w, const struct world_view *v)
{
    const struct paths *paths = v->paths;
    arena_finish(&w->mem);
    w->facts = (struct facts){.now = now_wall(v->now, &w->mem),
                              .settings = v->settings,
                              .tongue = v->tongue,
                              .partly = true,
                              .insight = w->facts.insight,
                              .journal = w->facts.journal};
    read_entries(w, paths);
    read_people(w, paths, v->settings->number[SETTING_DAY_START]);
}

void world_complete(struct world *w, const struct world_view *v)
{
    read_plans(w, v->paths);
    read_practices(w, v->paths);
    read_care(w, v->paths);
    w->facts.partly = false;
}

void world_read(struct world *w, const struct world_view *v)
{
    world_begin(w, v);
    world_complete(w, v);
}

void world_insight(struct world *w, const struct paths *paths)
{
    struct str why = STR_NONE;
    struct arena own = {0}; // of the journal itself
    struct journal_files files;
    arena_finish(&w->insight_mem);
    struct insight *made = ARENA_NEW(&w->insight_mem, struct insight);
    journal_files_read(&files, paths, &own, &why);
    insight_make(made, &files.places,
                 calendar_day(w->facts.calendar, &w->facts.now),
                 &w->insight_mem);
    arena_finish(&own);
    w->facts.insight = made;
}

void world_finish(struct world *w)
{
    arena_finish(&w->insight_mem);
    arena_finish(&w->mem);
    *w = (struct world){0};
}
