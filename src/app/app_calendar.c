// SPDX-License-Identifier: MIT
// What the Calendar asks for, and the day that begins while the program is
// open.
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

static void mark(struct app *a, const struct request *r, struct buf *words)
{
    struct calendar_file_options wish = wish_of(a);
    struct day day = {(int32_t)r->ms};
    struct mark marks[MARKING_MOST] = {
        {.what = MARK_SKIPPED, .day = {r->value}},
        {.what = MARK_TAKEN, .day = day},
    };
    if (r->kind == REQUEST_UNMARK) {
        marking_undo(&a->marking, &wish, words);
    } else if (r->kind == REQUEST_MOVE) {
        marking_keep(&a->marking, &wish, marks, 2, words);
    } else {
        marks[0] = (struct mark){.what = (enum mark_what)r->value, .day = day};
        marking_keep(&a->marking, &wish, marks, 1, words);
    }
}

static void keep_plan(struct app *a, struct buf *words)
{
    struct calendar_file_options wish = wish_of(a);
    struct plan plan = program_plan(&a->program);
    marking_finish(&a->marking);
    marking_plan(&wish, &plan, words);
}

bool app_calendar(struct app *a, const struct request *r)
{
    struct buf words = {0};
    struct calendar_file_options wish = wish_of(a);
    if (r->kind == REQUEST_MARK || r->kind == REQUEST_MOVE ||
        r->kind == REQUEST_UNMARK) {
        mark(a, r, &words);
    } else if (r->kind == REQUEST_PLAN) {
        keep_plan(a, &words);
    } else if (r->kind == REQUEST_TICK) {
        struct tick tick = {
            .day = {(int32_t)r->ms}, .done = r->value != 0, .item = r->text};
        marking_tick(&wish, &tick, &words);
    } else if (r->kind == REQUEST_SUPPORT) {
        struct support support = program_support(&a->program);
        marking_support(&wish, &support, &words);
    } else {
        return false;
    }
    app_read_world(a);
    program_marked(&a->program, buf_view(&words), a->marking.undo_count > 0);
    buf_finish(&words);
    return true;
}
