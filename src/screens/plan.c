// SPDX-License-Identifier: MIT
// One page after the other: Enter goes on, Esc goes back one, and out of the
// first. A page of words takes Enter as a new line; Ctrl+Enter or Tab goes on.
#include "screens/plan_inside.h"

enum {
    FIELD_BYTES = 4000,
    WEEKS_MOST = 52,
    EVERY_MOST = 14,
    START_DAYS_MOST = 366, // before and after today
    DAY_STEP_MIN = 30,
    DAY_START_MOST = 12 * 60
};

// Behind these the person's own, where the plan before has one.
static const char *const phases[] = {"", WORD("baseline"), WORD("maintenance"),
                                     WORD("integration")};
enum { PHASES = sizeof(phases) / sizeof(phases[0]) };

struct str plan_phase(const struct plan_screen *s)
{
    return s->phase < PHASES ? str_from(phases[s->phase]) : buf_view(&s->own);
}

void plan_screen_init(struct plan_screen *s, const struct ruler *ruler)
{
    *s = (struct plan_screen){0};
    for (int i = 0; i < PLAN_FIELDS; i++) {
        editor_init(&s->fields[i], ruler, FIELD_BYTES);
    }
}

void plan_screen_finish(struct plan_screen *s)
{
    for (int i = 0; i < PLAN_FIELDS; i++) {
        editor_finish(&s->fields[i]);
    }
    buf_finish(&s->before);
    buf_finish(&s->own);
    buf_finish(&s->items);
}

static struct editor *field_of(struct plan_screen *s)
{
    bool writes = s->page >= PAGE_LIST && s->page <= PAGE_STOP;
    return writes ? &s->fields[s->page - PAGE_LIST] : NULL;
}

const struct editor *plan_field(const struct plan_screen *s)
{
    bool writes = s->page >= PAGE_LIST && s->page <= PAGE_STOP;
    return writes ? &s->fields[s->page - PAGE_LIST] : NULL;
}

static void place(struct editor *e, float scale)
{
    float by = scale > 1 ? scale : 1;
    editor_place(e, (struct area){0.111f, 0.36f, 1.05f, 0.4f},
                 (struct editor_type){FACE_SERIF, by * 0.034f, by * 0.048f});
}

static void fill(struct editor *e, float scale, struct str text)
{
    place(e, scale);
    editor_fill(e, text); // even one that is longer, by hand
}

void plan_screen_remeasure(struct plan_screen *s, float scale)
{
    s->scale = scale;
    for (int i = 0; i < PLAN_FIELDS; i++) {
        place(&s->fields[i], scale);
    }
}

static void go(struct plan_screen *s, enum plan_page page, struct requests *ask)
{
    bool wrote = plan_field(s) != NULL;
    s->page = page;
    s->row = 0;
    bool writes = plan_field(s) != NULL;
    if (writes) {
        struct area a = editor_caret(plan_field(s));
        request_add(ask, (struct request){.kind = REQUEST_TYPING,
                                          .value = 1,
                                          .x = a.x,
                                          .y = a.y,
                                          .w = a.w,
                                          .h = a.h});
    } else if (wrote) {
        request_add(ask, (struct request){.kind = REQUEST_TYPING});
    }
}

static void take_rhythm(struct plan_screen *s, const struct facts *f)
{
    s->weeks_on = s->weeks_off = 0;
    if (s->rhythm < f->protocol_count) {
        const struct plan *p = &f->protocols[s->rhythm].plan;
        s->weeks_on = (p->cycle_days + 6) / 7;
        s->weeks_off = (p->break_days + 6) / 7;
        for (int i = 0; i < 7; i++) {
            s->weekdays[i] = p->weekdays[i];
        }
    } else if (s->rhythm == f->protocol_count + OWN_EVERY) {
        s->weeks_on = 6;
        s->weeks_off = 2;
    }
}

void plan_rhythm_set(struct plan_screen *s, const struct facts *f, size_t i)
{
    s->rhythm = i;
    take_rhythm(s, f);
}

// The list and the words of the plan before stay the person's.
static void take_over(struct plan_screen *s, const struct person_facts *person)
{
    const struct plan *last = calendar_plan(person->calendar, s->today);
    struct buf list = {0};
    s->phase = 0;
    buf_clear(&s->before);
    buf_clear(&s->own);
    for (size_t i = 0; last && i < last->item_count; i++) {
        buf_put(&list, last->items[i]);
        buf_put_char(&list, '\n');
    }
    if (last) {
        buf_put(&s->before, last->discreet);
        s->plan.day_start_min = last->day_start_min;
    }
    while (last && s->phase < PHASES &&
           !str_equal(last->phase, plan_phase(s))) {
        s->phase++;
    }
    if (s->phase == PHASES) {
        buf_put(&s->own, last->phase);
    }
    fill(&s->fields[0], s->scale, buf_view(&list));
    buf_finish(&list);
}

void plan_screen_open(struct plan_screen *s, const struct facts *f,
                      const struct person_facts *person, bool support_only,
                      struct requests *ask)
{
    s->support_only = support_only;
    s->today = calendar_day(person->calendar, &f->now);
    plan_init(&s->plan);
    s->plan.start = s->today;
    s->every = 3;
    s->weekday = 0;
    s->rhythm = 0;
    take_rhythm(s, f);
    take_over(s, person);
    for (int i = 0; i < SUPPORT_FIELD_COUNT && !s->unkept; i++) {
        fill(&s->fields[i + 1], s->scale, f->support.fields[i]);
    }
    s->kept = plan_support_changes(s);
    s->page = PAGE_SCREENING;
    go(s, support_only ? PAGE_INTENTION : PAGE_SCREENING, ask);
}

bool plan_rhythm_has_weekdays(const struct plan_screen *s,
                              const struct facts *f)
{
    return s->rhythm < f->protocol_count &&
           f->protocols[s->rhythm].plan.rule == RULE_WEEKDAYS;
}

static bool has_a_weekday(const struct plan_screen *s)
{
    for (int i = 0; i < 7; i++) {
        if (s->weekdays[i]) {
            return true;
        }
    }
    return false;
}

static int limited(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

static void change_rhythm(struct plan_screen *s, const struct facts *f,
                          const struct input *in)
{
    size_t count = f->protocol_count + OWN_COUNT;
    int way = in->key == KEY_LEFT ? -1 : 1;
    if (in->key == KEY_UP || in->key == KEY_DOWN) {
        size_t by = in->key == KEY_UP ? count - 1 : 1;
        plan_rhythm_set(s, f, (s->rhythm + by) % count);
    } else if (plan_rhythm_has_weekdays(s, f)) {
        if (in->key == KEY_SPACE) {
            s->weekdays[s->weekday] = !s->weekdays[s->weekday];
        } else {
            s->weekday = (size_t)limited((int)s->weekday + way, 0, 6);
        }
    } else if (s->rhythm == f->protocol_count + OWN_EVERY &&
               in->key != KEY_SPACE) {
        s->every = limited(s->every + way, 2, EVERY_MOST);
    }
}

static void change_start(struct plan_screen *s, const struct input *in)
{
    int by = in->key == KEY_LEFT        ? -1
             : in->key == KEY_RIGHT     ? 1
             : in->key == KEY_UP        ? -7
             : in->key == KEY_DOWN      ? 7
             : in->key == KEY_PAGE_UP   ? -28
             : in->key == KEY_PAGE_DOWN ? 28
                                        : 0;
    s->plan.start.number =
        limited(s->plan.start.number + by, s->today.number - START_DAYS_MOST,
                s->today.number + START_DAYS_MOST);
}

static void change_number(struct plan_screen *s, int by)
{
    if (s->page == PAGE_WEEKS && s->row == 0) {
        s->weeks_on = limited(s->weeks_on + by, 0, WEEKS_MOST);
    } else if (s->page == PAGE_WEEKS) {
        s->weeks_off = limited(s->weeks_off + by, 0, WEEKS_MOST);
    } else if (s->row == 0) {
        s->plan.day_start_min = limited(
            s->plan.day_start_min + by * DAY_STEP_MIN, 0, DAY_START_MOST);
    } else {
        int last = s->own.len > 0 ? PHASES : PHASES - 1;
        s->phase = (size_t)limited((int)s->phase + by, 0, last);
    }
}

static void change(struct plan_screen *s, const struct facts *f,
                   const struct input *in)
{
    if (s->page == PAGE_RHYTHM) {
        change_rhythm(s, f, in);
    } else if (s->page == PAGE_START) {
        change_start(s, in);
    } else if (s->page == PAGE_WEEKS || s->page == PAGE_DAY) {
        if (in->key == KEY_UP || in->key == KEY_DOWN) {
            s->row = in->key == KEY_DOWN;
        } else if (in->key == KEY_LEFT || in->key == KEY_RIGHT) {
            change_number(s, in->key == KEY_LEFT ? -1 : 1);
        }
    }
}

static enum wish next(struct plan_screen *s, const struct facts *f,
                      struct requests *ask)
{
    bool empty_week = s->page == PAGE_RHYTHM &&
                      plan_rhythm_has_weekdays(s, f) && !has_a_weekday(s);
    if (empty_week) {
        return WISH_NOTHING;
    }
    if (s->page == PAGE_STOP) {
        plan_keep_support(s, ask);
    }
    if (s->page == PAGE_STOP && s->support_only) {
        request_add(ask, (struct request){.kind = REQUEST_TYPING});
        return WISH_CALENDAR;
    }
    if (s->page == PAGE_KEEP) {
        request_add(ask, (struct request){.kind = REQUEST_PLAN});
        return WISH_CALENDAR;
    }
    bool logs = s->page == PAGE_START &&
                s->rhythm == f->protocol_count + OWN_LOG; // nothing to count
    go(s, (enum plan_page)(s->page + (logs ? 2 : 1)), ask);
    return WISH_NOTHING;
}

static enum wish back(struct plan_screen *s, const struct facts *f,
                      struct requests *ask)
{
    enum plan_page first = s->support_only ? PAGE_INTENTION : PAGE_SCREENING;
    if (plan_field(s) && s->page > PAGE_LIST) {
        plan_keep_support(s, ask);
    }
    if (s->page == first) {
        request_add(ask, (struct request){.kind = REQUEST_TYPING});
        return WISH_CALENDAR;
    }
    bool logs = s->page == PAGE_DAY && s->rhythm == f->protocol_count + OWN_LOG;
    go(s, (enum plan_page)(s->page - (logs ? 2 : 1)), ask);
    return WISH_NOTHING;
}

enum wish plan_screen_input(struct plan_screen *s, const struct facts *f,
                            const struct input *in, struct requests *ask)
{
    struct editor *field = field_of(s);
    struct input pressed = {0};
    if (in->kind == INPUT_POINTER_DOWN) {
        pressed = plan_pressed(s, f, in);
        in = pressed.key == KEY_NONE ? in : &pressed;
    }
    bool key = in->kind == INPUT_KEY;
    if (key && in->key == KEY_ESCAPE) {
        return back(s, f, ask);
    }
    bool enter = key && in->key == KEY_ENTER && !in->repeat;
    bool on =
        field ? (enter && (in->mods & MOD_CTRL)) || (key && in->key == KEY_TAB)
              : enter;
    if (on) {
        return next(s, f, ask);
    }
    if (field) {
        editor_input(field, in, ask);
    } else if (key) {
        change(s, f, in);
    }
    return WISH_NOTHING;
}

static void take_items(struct plan_screen *s, struct plan *p)
{
    struct str left = editor_text(&s->fields[0]);
    buf_clear(&s->items);
    while (left.len > 0) {
        struct str item = str_trim(str_cut(&left, '\n'));
        if (item.len > 0) {
            buf_put(&s->items, (struct str){(const char *)&item, sizeof(item)});
        }
    }
    p->items = (const struct str *)(const void *)s->items.at;
    p->item_count = s->items.len / sizeof(struct str);
}

struct plan plan_screen_plan(struct plan_screen *s, const struct facts *f)
{
    struct plan p = s->plan;
    if (s->rhythm < f->protocol_count) {
        const struct protocol *protocol = &f->protocols[s->rhythm];
        p = protocol->plan;
        p.start = s->plan.start;
        p.day_start_min = s->plan.day_start_min;
        for (int i = 0; i < 7; i++) {
            p.weekdays[i] = p.rule == RULE_WEEKDAYS && s->weekdays[i];
        }
    } else if (s->rhythm == f->protocol_count + OWN_EVERY) {
        p.rule = RULE_PATTERN;
        p.length = s->every;
        for (int i = 0; i < s->every; i++) {
            bool after = i == 1 && s->every > 2;
            s->pattern[i] = i == 0  ? DAY_DOSE
                            : after ? DAY_TRANSITION
                                    : DAY_NORMAL;
        }
        p.pattern = s->pattern;
    }
    bool counts = p.rule != RULE_NONE;
    p.cycle_days = counts ? s->weeks_on * 7 : 0;
    p.break_days = counts && p.cycle_days > 0 ? s->weeks_off * 7 : 0;
    p.phase = plan_phase(s);
    p.discreet = buf_view(&s->before);
    take_items(s, &p);
    return p;
}
