// SPDX-License-Identifier: MIT
// What the Calendar and the plan ask for.
#include "app/app_inside.h"

static struct calendar_file_options wish_of(struct app *a)
{
    return (struct calendar_file_options){.paths = a->options.paths,
                                          .now = a->options.now,
                                          .person = program_person(&a->program),
                                          .tongue = &a->tongue,
                                          .say = a->options.say,
                                          .self = a->options.self};
}

// What came of it, on the screens; words are finished.
static void answer(struct app *a, struct buf *words)
{
    app_read_world(a);
    program_marked(&a->program, buf_view(words), a->marking.undo_count > 0);
    buf_finish(words);
}

void app_mark(struct app *a, const struct request *r)
{
    struct buf words = {0};
    struct calendar_file_options wish = wish_of(a);
    struct mark moved[MARKING_MOST] = {
        {.what = MARK_SKIPPED, .day = r->planned},
        {.what = MARK_TAKEN, .day = r->day},
    };
    struct mark mark = {.what = (enum mark_what)r->value, .day = r->day};
    if (r->kind == REQUEST_UNMARK) {
        marking_undo(&a->marking, &wish, &words);
    } else if (r->kind == REQUEST_MOVE) {
        marking_keep(&a->marking, &wish, moved, 2, &words);
    } else {
        marking_keep(&a->marking, &wish, &mark, 1, &words);
    }
    answer(a, &words);
}

void app_keep_plan(struct app *a, const struct request *r)
{
    (void)r;
    struct buf words = {0};
    struct calendar_file_options wish = wish_of(a);
    struct plan plan = program_plan(&a->program);
    marking_finish(&a->marking);
    marking_plan(&wish, &plan, &words);
    answer(a, &words);
}

void app_tick(struct app *a, const struct request *r)
{
    struct buf words = {0};
    struct calendar_file_options wish = wish_of(a);
    struct tick tick = {.day = r->day, .done = r->value != 0, .item = r->text};
    marking_tick(&wish, &tick, &words);
    answer(a, &words);
}

void app_keep_support(struct app *a, const struct request *r)
{
    (void)r;
    struct buf words = {0};
    struct calendar_file_options wish = wish_of(a);
    struct support support = program_support(&a->program);
    bool well = marking_support(&wish, &support, &words);
    program_support_kept(&a->program, well);
    answer(a, &words);
}
