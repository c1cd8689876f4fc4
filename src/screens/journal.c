// SPDX-License-Identifier: MIT
// The Journal's model: what was found, what is chosen, and what is being read.
#include "screens/journal.h"

#include <string.h>

#include "base/set.h"
#include "screens/journal_inside.h"

// What a frame may look through: some milliseconds of work.
enum { STEP_BYTES = 4 << 20, LINES_A_STEP = 40, WAIT_MS = 100 };

void journal_screen_init(struct journal_screen *j, const struct ruler *ruler)
{
    *j = (struct journal_screen){.ruler = ruler, .menu = MENU_NONE};
    editor_init(&j->words, ruler, SEARCH_BYTES);
}

void journal_screen_finish(struct journal_screen *j)
{
    journal_reading_finish(&j->reading);
    arena_finish(&j->row_mem);
    editor_finish(&j->words);
    buf_finish(&j->said);
    buf_finish(&j->asked);
    arena_finish(&j->mem);
    *j = (struct journal_screen){0};
}

const struct journal_item *
journal_screen_focused(const struct journal_screen *j)
{
    return j->of && j->focus < j->search.count
               ? &j->of->index.items[j->search.found[j->focus]]
               : NULL;
}

bool journal_is_chosen(const struct journal_screen *j,
                       const struct journal_item *item)
{
    return j->chosen[item - j->of->index.items];
}

static void show(struct journal_screen *j)
{
    size_t count = j->search.count;
    j->focus = j->focus < count ? j->focus : count > 0 ? count - 1 : 0;
    if (j->focus < j->first) {
        j->first = j->focus;
    } else if (j->focus >= j->first + JOURNAL_SHOWN) {
        j->first = j->focus - JOURNAL_SHOWN + 1;
    }
}

// Reads what the list shows, when that is something else than before.
static void read_rows(struct journal_screen *j)
{
    struct rec_reader r = {.mem = &j->row_mem};
    const struct journal_item *shown[JOURNAL_SHOWN] = {NULL};
    bool same = true;
    for (size_t i = 0; i < JOURNAL_SHOWN; i++) {
        if (j->first + i < j->search.count) {
            shown[i] = &j->of->index.items[j->search.found[j->first + i]];
        }
        same = same && shown[i] == j->rows[i].item;
    }
    if (same) {
        return;
    }
    arena_finish(&j->row_mem);
    for (size_t i = 0; i < JOURNAL_SHOWN; i++) {
        j->rows[i].item = shown[i];
        if (shown[i]) {
            place_read(&j->of->index.places, shown[i]->latest, &r,
                       &j->rows[i].latest);
        }
    }
}

void journal_follow(struct journal_screen *j, const struct facts *f)
{
    show(j);
    read_rows(j);
    const struct journal_item *item = journal_screen_focused(j);
    if (item != j->reading.item) {
        journal_reading_open(&j->reading, item, f, j->ruler);
        j->kept = (struct phrase){0};
        phrase_put(&j->kept, item ? item->first->id : STR_NONE);
    }
}

void journal_look_for(struct journal_screen *j, const struct facts *f)
{
    search_for(&j->search, editor_text(&j->words));
    search_step(&j->search, STEP_BYTES);
    j->focus = j->first = 0;
    j->reading.item = NULL;
    journal_follow(j, f);
}

// Back to the entry that had the focus; false when it is not there any more.
static bool find_kept(struct journal_screen *j)
{
    struct str id = phrase_view(&j->kept);
    for (size_t i = 0; i < j->search.count && id.len > 0; i++) {
        const struct journal_item *item =
            &j->of->index.items[j->search.found[i]];
        if (str_equal(item->first->id, id)) {
            j->focus = i;
            return true;
        }
    }
    return false;
}

// What was chosen before stays so, by its Id.
static void keep_chosen(struct journal_screen *j,
                        const struct journal_index *before, const bool *chosen)
{
    struct arena mem = {0};
    struct set ids = {.mem = &mem};
    for (size_t i = 0; before && i < before->count; i++) {
        if (chosen[i]) {
            set_add(&ids, before->items[i].first->id);
        }
    }
    for (size_t i = 0; ids.count > 0 && i < j->of->index.count; i++) {
        j->chosen[i] = set_find(&ids, j->of->index.items[i].first->id);
        j->chosen_count += j->chosen[i];
    }
    arena_finish(&mem);
}

void journal_screen_facts(struct journal_screen *j, const struct facts *f)
{
    if (f->journal == j->of) {
        return;
    }
    struct arena before = j->mem;
    const struct journal_index *was = j->of ? &j->of->index : NULL;
    const bool *chosen = j->chosen;
    j->mem = (struct arena){0};
    j->of = f->journal;
    j->chosen_count = 0;
    size_t count = j->of ? j->of->index.count : 0;
    search_init(&j->search, j->of ? &j->of->index : NULL, &j->mem);
    j->chosen = ARENA_ARRAY(&j->mem, bool, count + 1);
    j->reading.item = NULL;
    memset(j->rows, 0, sizeof(j->rows));
    search_for(&j->search, editor_text(&j->words));
    while (search_step(&j->search, STEP_BYTES)) {
    }
    if (j->of) {
        keep_chosen(j, was, chosen);
        if (!find_kept(j)) {
            journal_ask(j, f, JOURNAL_ASKS_NOTHING); // it was of that entry
        }
        journal_follow(j, f);
    } else {
        journal_ask(j, f, JOURNAL_ASKS_NOTHING);
    }
    arena_finish(&before);
}

static void place_words(struct journal_screen *j)
{
    float size = ruler_size(j->ruler, 0.024f);
    editor_place(&j->words, journal_words(),
                 (struct editor_type){FACE_REGULAR, size, 0.034f});
}

void journal_screen_open(struct journal_screen *j, const struct facts *f,
                         int64_t now_ms, struct requests *ask)
{
    j->zone = JOURNAL_LIST;
    j->menu = MENU_NONE;
    journal_ask(j, f, JOURNAL_ASKS_NOTHING);
    j->opened_ms = now_ms;
    buf_clear(&j->said);
    place_words(j);
    journal_screen_facts(j, f);
    request_add(ask, (struct request){.kind = REQUEST_JOURNAL});
}

bool journal_screen_busy(const struct journal_screen *j)
{
    return j->of && (!search_done(&j->search) ||
                     (j->reading.item && !journal_reading_whole(&j->reading)));
}

void journal_screen_tick(struct journal_screen *j, const struct facts *f)
{
    if (!j->of) {
        return;
    }
    search_step(&j->search, STEP_BYTES);
    journal_follow(j, f);
    if (j->reading.item) {
        journal_reading_lay(&j->reading, j->ruler, LINES_A_STEP);
    }
}

int64_t journal_screen_due(const struct journal_screen *j,
                           const struct facts *f, int64_t now_ms)
{
    if (journal_screen_busy(j)) {
        return 0;
    }
    int64_t left_ms = j->opened_ms + WAIT_MS - now_ms;
    return f->journal || left_ms < 0 ? INT64_MAX : left_ms;
}

void journal_screen_remeasure(struct journal_screen *j, const struct facts *f)
{
    place_words(j);
    j->reading.item = NULL;
    if (j->of) {
        journal_follow(j, f);
    }
}

struct journal_chosen journal_screen_chosen(const struct journal_screen *j,
                                            struct arena *mem)
{
    struct journal_chosen out = {
        .places = j->of ? &j->of->index.places : NULL,
        .items =
            ARENA_ARRAY(mem, const struct journal_item *, j->chosen_count + 1)};
    size_t count = j->of ? j->of->index.count : 0;
    for (size_t i = 0; i < count && j->chosen_count > 0; i++) {
        if (j->chosen[i]) {
            out.items[out.count++] = &j->of->index.items[i];
        }
    }
    if (out.count == 0 && journal_screen_focused(j)) {
        out.items[out.count++] = journal_screen_focused(j);
    }
    return out;
}

void journal_screen_say(struct journal_screen *j, struct str words)
{
    buf_clear(&j->said);
    buf_put(&j->said, words);
}

void journal_put_day(struct phrase *out, const struct tongue *t, struct day d,
                     struct day now)
{
    struct date date = day_date(d);
    struct phrase day = {0}, year = {0};
    bool other = date.year != day_date(now).year;
    phrase_number(&day, date.day);
    phrase_number(&year, date.year);
    const struct str args[] = {
        say(t, weekday_short(day_weekday(d))), phrase_view(&day),
        say(t, month_name(date.month)), phrase_view(&year)};
    phrase_fill(out,
                say(t, other ? STR("{1} {2} {3} {4}") : STR("{1} {2} {3}")),
                args, 4);
}

struct str journal_session(const struct facts *f, const struct tongue *t,
                           const struct entry *e)
{
    struct str title = facts_title(f, e->session);
    return e->session.len == 0 ? say(t, STR("A check-in"))
           : title.len > 0     ? title
                               : e->session;
}

void journal_screen_aloud(const struct journal_screen *j, const struct facts *f,
                          struct phrase *out)
{
    const struct tongue *t = j->ruler->tongue;
    const struct journal_item *item = journal_screen_focused(j);
    struct phrase place = {0}, count = {0}, date = {0};
    phrase_number(&place, (int64_t)j->focus + 1);
    phrase_number(&count, (int64_t)j->search.count);
    if (!item) {
        phrase_put(out, say(t, STR("Journal. No entry.")));
        return;
    }
    if (j->question != JOURNAL_ASKS_NOTHING) {
        journal_question_aloud(j, out);
        return;
    }
    date_put(&date, t, item->first->day);
    const struct str args[] = {
        phrase_view(&place), phrase_view(&count), phrase_view(&date),
        journal_session(f, t, &j->reading.latest),
        j->zone == JOURNAL_MENU     ? say(t, menu_word((enum menu)j->menu))
        : j->zone == JOURNAL_ENTRY  ? say(t, journal_act_word(j, j->act))
        : j->zone == JOURNAL_SEARCH ? editor_text(&j->words)
                                    : STR_NONE};
    phrase_fill(out, say(t, STR("Journal, {1} of {2}. {3}, {4}. {5}")), args,
                5);
}
