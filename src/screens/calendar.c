// SPDX-License-Identifier: MIT
#include "screens/calendar_inside.h"

#include <assert.h>

enum {
    FIRST_YEAR = 1971, // of months that can be leafed to
    LAST_YEAR = 2199,
    MOVED_DAYS = 3, // how far a dose moves by one key
    ITEM_KEYS = 9
};

static const struct {
    char letter;
    const char *word;
} acts[] = {
    [ACT_TAKEN] = {'t', WORD("Taken")},
    [ACT_SKIPPED] = {'s', WORD("Skipped")},
    [ACT_EXTRA] = {'e', WORD("Extra")},
    [ACT_MOVED] = {'m', WORD("Moved here")},
    [ACT_VOID] = {'v', WORD("Void")},
    [ACT_UNDO] = {'u', WORD("Undo")},
    [ACT_PAUSE] = {'p', WORD("Pause")},
    [ACT_STOP] = {'x', WORD("End plan")},
    [ACT_PLAN] = {'n', WORD("New plan")},
    [ACT_SUPPORT] = {'h', WORD("Support plan")},
};
static_assert(sizeof(acts) / sizeof(acts[0]) == ACT_COUNT, "a key for each");

struct str calendar_act_word(enum calendar_act act, bool paused)
{
    return act == ACT_PAUSE && paused ? STR(WORD("Resume"))
                                      : str_from(acts[act].word);
}

struct person_facts calendar_screen_person(const struct calendar_screen *c,
                                           const struct facts *f)
{
    return c->person < f->person_count
               ? f->people[c->person]
               : (struct person_facts){.calendar = f->calendar};
}

size_t calendar_items(const struct calendar_screen *c, const struct facts *f,
                      const struct str **items)
{
    struct person_facts person = calendar_screen_person(c, f);
    const struct plan *p = calendar_plan(person.calendar, c->day);
    *items = p ? p->items : NULL;
    return p ? p->item_count : 0;
}

static void add_entry(struct day_sum *sum, const struct entry *e)
{
    int mood = e->mood_after > 0 ? e->mood_after : e->mood_before;
    sum->entries++;
    sum->mood = mood > 0 ? mood : sum->mood;
    sum->done_s += e->session.len > 0 && e->done_s > 0 ? e->done_s : 0;
    sum->written |= e->text.len > 0 || e->answer_count > 0;
}

// The month of the chosen day, and what the journal has of it.
static void refresh(struct calendar_screen *c, const struct facts *f)
{
    struct date date = day_date(c->day);
    c->first = day_from_date((struct date){date.year, date.month, 1});
    c->days = month_length(date.year, date.month);
    struct person_facts person = calendar_screen_person(c, f);
    for (int i = 0; i < MONTH_DAYS_MOST; i++) {
        c->sums[i] = (struct day_sum){0};
    }
    for (size_t i = 0; i < f->entry_count; i++) {
        const struct entry *e = &f->entries[i];
        int at = e->day_date.number - c->first.number;
        if (at >= 0 && at < c->days && str_equal(e->who, person.name)) {
            add_entry(&c->sums[at], e);
        }
    }
    bool hide = c->person == 0 && facts_hide(f, c->today);
    c->hidden.number = hide ? c->today.number : INT32_MAX;
    struct buf reason = {0};
    calendar_reason(person.calendar, c->day, f->tongue, &reason);
    c->reason = (struct phrase){0};
    phrase_put(&c->reason, buf_view(&reason));
    buf_finish(&reason);
}

void calendar_screen_finish(struct calendar_screen *c)
{
    buf_finish(&c->words);
}

static struct day today_of(const struct calendar_screen *c,
                           const struct facts *f)
{
    return calendar_day(calendar_screen_person(c, f).calendar, &f->now);
}

void calendar_screen_open(struct calendar_screen *c, const struct facts *f)
{
    c->today = c->day = today_of(c, f);
    c->opened = c->undoable = false;
    buf_clear(&c->words);
    refresh(c, f);
}

void calendar_screen_facts(struct calendar_screen *c, const struct facts *f)
{
    c->person = c->person < f->person_count ? c->person : 0;
    struct day today = today_of(c, f);
    bool follows = c->days == 0 || c->day.number == c->today.number;
    c->day = follows ? today : c->day;
    c->today = today;
    refresh(c, f);
}

void calendar_screen_marked(struct calendar_screen *c, struct str words,
                            bool undoable)
{
    buf_clear(&c->words);
    buf_put(&c->words, words);
    c->undoable = undoable;
}

static void choose(struct calendar_screen *c, const struct facts *f, int number)
{
    struct day d = {number};
    int year = day_date(d).year;
    if (year >= FIRST_YEAR && year <= LAST_YEAR && number != c->day.number) {
        c->day = d;
        buf_clear(&c->words);
        refresh(c, f);
    }
}

static void leaf(struct calendar_screen *c, const struct facts *f, int by)
{
    struct date d = day_date(c->day);
    int month = d.year * 12 + d.month - 1 + by;
    struct date start = {month / 12, month % 12 + 1, 1};
    struct day first = day_from_date(start);
    int days = month_length(start.year, start.month);
    choose(c, f, first.number + (d.day < days ? d.day : days) - 1);
}

static void mark(struct calendar_screen *c, struct requests *ask,
                 enum mark_what what)
{
    request_add(ask, (struct request){.kind = REQUEST_MARK,
                                      .value = (int)what,
                                      .day = c->day});
}

static bool is_free_dose(const struct calendar *calendar, struct day d)
{
    return calendar_planned(calendar, d) == DAY_DOSE &&
           !calendar_fact(calendar, d);
}

// The planned dose that was taken on the chosen day instead: the nearest one
// with nothing logged, one that was missed before one to come.
static void move_here(struct calendar_screen *c, const struct facts *f,
                      struct requests *ask)
{
    const struct calendar *calendar = calendar_screen_person(c, f).calendar;
    buf_clear(&c->words);
    if (calendar_planned(calendar, c->day) == DAY_DOSE) {
        buf_put(&c->words,
                say(f->tongue,
                    STR("The plan has a dose on this day; T notes it.")));
        return;
    }
    for (int way = -1; way <= 1; way += 2) {
        for (int away = 1; away <= MOVED_DAYS; away++) {
            struct day d = {c->day.number + way * away};
            if (is_free_dose(calendar, d)) {
                request_add(ask, (struct request){.kind = REQUEST_MOVE,
                                                  .day = c->day,
                                                  .planned = d});
                return;
            }
        }
    }
    buf_put(&c->words,
            say(f->tongue, STR("No planned dose within three days that is not "
                               "logged yet; nothing is noted.")));
}

static enum wish act(struct calendar_screen *c, const struct facts *f,
                     enum calendar_act which, struct requests *ask)
{
    static const enum mark_what marks[ACT_COUNT] = {
        [ACT_TAKEN] = MARK_TAKEN,
        [ACT_SKIPPED] = MARK_SKIPPED,
        [ACT_EXTRA] = MARK_EXTRA,
        [ACT_VOID] = MARK_VOID,
    };
    const struct calendar *calendar = calendar_screen_person(c, f).calendar;
    struct day since = {0};
    if (marks[which] != MARK_NONE) {
        bool nothing = which == ACT_VOID && !calendar_fact(calendar, c->day);
        if (!nothing) {
            mark(c, ask, marks[which]);
        }
    } else if (which == ACT_MOVED) {
        move_here(c, f, ask);
    } else if (which == ACT_UNDO && c->undoable) {
        request_add(ask, (struct request){.kind = REQUEST_UNMARK});
    } else if (which == ACT_PAUSE && calendar_plan(calendar, c->day)) {
        mark(c, ask,
             calendar_paused(calendar, c->day, &since) ? MARK_RESUME
                                                       : MARK_PAUSE);
    } else if (which == ACT_STOP && calendar_plan(calendar, c->day)) {
        mark(c, ask, MARK_STOP);
    } else if (which == ACT_PLAN) {
        return WISH_PLAN;
    } else if (which == ACT_SUPPORT) {
        return WISH_SUPPORT;
    }
    return WISH_NOTHING;
}

static void tick(struct calendar_screen *c, const struct facts *f, size_t item,
                 struct requests *ask)
{
    const struct str *items = NULL;
    struct person_facts person = calendar_screen_person(c, f);
    if (item < calendar_items(c, f, &items)) {
        bool done = ticks_done(&person.ticks, c->day, items[item]);
        c->opened = true; // where the list stands
        request_add(ask, (struct request){.kind = REQUEST_TICK,
                                          .value = !done,
                                          .day = c->day,
                                          .text = items[item]});
    }
}

// Tab goes through what can be noted on an opened day, then its list.
static void next_act(struct calendar_screen *c, const struct facts *f,
                     bool back)
{
    const struct str *items = NULL;
    int count = (int)calendar_items(c, f, &items);
    int all = ACT_COUNT + (count < ITEM_KEYS ? count : ITEM_KEYS);
    int to = c->act + (back ? -1 : 1);
    c->act = to < 0 ? all : to > all ? 0 : to;
}

static enum wish enter(struct calendar_screen *c, const struct facts *f,
                       struct requests *ask)
{
    int which = c->act - 1;
    if (!c->opened || which < 0) {
        c->opened = !c->opened;
        c->act = 0;
        return WISH_NOTHING;
    }
    if (which < ACT_COUNT) {
        return act(c, f, (enum calendar_act)which, ask);
    }
    tick(c, f, (size_t)(which - ACT_COUNT), ask);
    return WISH_NOTHING;
}

static void next_person(struct calendar_screen *c, const struct facts *f,
                        bool back)
{
    if (f->person_count > 1) {
        size_t by = back ? f->person_count - 1 : 1;
        c->person = (c->person + by) % f->person_count;
        c->undoable = false;
        buf_clear(&c->words);
        c->today = today_of(c, f);
        refresh(c, f);
    }
}

static enum wish letter(struct calendar_screen *c, const struct facts *f,
                        const struct input *in, struct requests *ask)
{
    if (in->repeat || (in->mods & (MOD_CTRL | MOD_ALT))) {
        return WISH_NOTHING;
    }
    if (in->letter >= '1' && in->letter < '1' + ITEM_KEYS) {
        tick(c, f, in->letter - '1', ask);
    }
    for (int i = 0; i < ACT_COUNT; i++) {
        if (in->letter == (uint32_t)acts[i].letter) {
            return act(c, f, (enum calendar_act)i, ask);
        }
    }
    return WISH_NOTHING;
}

static enum wish escape(struct calendar_screen *c)
{
    bool was = c->opened;
    c->opened = false;
    c->act = 0;
    return was ? WISH_NOTHING : WISH_BACK;
}

static enum wish key(struct calendar_screen *c, const struct facts *f,
                     const struct input *in, struct requests *ask)
{
    switch ((int)in->key) {
    case KEY_ESCAPE:
        return escape(c);
    case KEY_LEFT:
    case KEY_RIGHT:
        choose(c, f, c->day.number + (in->key == KEY_LEFT ? -1 : 1));
        break;
    case KEY_UP:
    case KEY_DOWN:
        choose(c, f, c->day.number + (in->key == KEY_UP ? -7 : 7));
        break;
    case KEY_PAGE_UP:
    case KEY_PAGE_DOWN:
        leaf(c, f, in->key == KEY_PAGE_UP ? -1 : 1);
        break;
    case KEY_HOME:
        choose(c, f, c->today.number);
        break;
    case KEY_ENTER:
    case KEY_SPACE:
        return enter(c, f, ask);
    case KEY_TAB:
        if (c->opened) {
            next_act(c, f, in->mods & MOD_SHIFT);
        } else {
            next_person(c, f, in->mods & MOD_SHIFT);
        }
        break;
    case KEY_CHAR:
        return letter(c, f, in, ask);
    }
    return WISH_NOTHING;
}

static enum wish pointer(struct calendar_screen *c, const struct facts *f,
                         const struct page *pg, const struct input *in,
                         struct requests *ask)
{
    for (int i = 0; i < c->days; i++) {
        struct day d = {c->first.number + i};
        if (area_has(calendar_cell(c, d), in->x, in->y)) {
            bool again = d.number == c->day.number;
            choose(c, f, d.number);
            c->opened = again ? !c->opened : c->opened;
            return WISH_NOTHING;
        }
    }
    if (area_has(calendar_leaf_area(pg->ruler, false), in->x, in->y)) {
        leaf(c, f, -1);
    } else if (area_has(calendar_leaf_area(pg->ruler, true), in->x, in->y)) {
        leaf(c, f, 1);
    } else if (area_has(calendar_person_area(pg->ruler), in->x, in->y)) {
        next_person(c, f, false);
    }
    for (size_t i = 0; c->opened && i < ITEM_KEYS; i++) {
        if (area_has(calendar_item_area(c, f, pg->ruler, i), in->x, in->y)) {
            tick(c, f, i, ask);
        }
    }
    for (int i = 0; c->opened && i < ACT_COUNT; i++) {
        struct area a = calendar_act_area(pg->ruler, (enum calendar_act)i);
        if (area_has(a, in->x, in->y)) {
            return act(c, f, (enum calendar_act)i, ask);
        }
    }
    return WISH_NOTHING;
}

enum wish calendar_screen_input(struct calendar_screen *c,
                                const struct facts *f, const struct page *pg,
                                const struct input *in, struct requests *ask)
{
    if (in->kind == INPUT_KEY) {
        return key(c, f, in, ask);
    }
    if (in->kind == INPUT_POINTER_DOWN) {
        return pointer(c, f, pg, in, ask);
    }
    if (in->kind == INPUT_WHEEL) {
        leaf(c, f, in->y > 0 ? -1 : 1);
    }
    return WISH_NOTHING;
}
