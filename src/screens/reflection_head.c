// SPDX-License-Identifier: MIT
// What stands above a page of the Reflection: what is asked, of whom, and what
// was done.
#include "base/grapheme.h"
#include "frame/phrase.h"
#include "screens/reflection_look.h"

struct str reflection_called(const struct reflection *r)
{
    const struct tongue *t = r->ruler->tongue;
    return r->about.called.len > 0 ? r->about.called
           : r->about.page == 0    ? say(t, STR("The first page"))
                                   : say(t, STR("The other page"));
}

// In the middle of the page, smaller where it would be wider.
static void put_in_column(const struct reflection_look *l, struct words w,
                          float y, struct str text)
{
    struct area column = reflection_area(l->r->side);
    bool whole = l->r->side == SIDE_WHOLE;
    words_whole(&l->pg, w,
                (struct area){whole ? STAGE_WIDTH / 2 : column.x + column.w / 2,
                              y, whole ? STAGE_WIDTH - 0.1f : column.w, 0},
                text);
}

// "12 minutes", below a minute "40 seconds".
static void put_length(struct phrase *p, const struct tongue *t, int64_t ms)
{
    int64_t seconds = (ms + 500) / 1000;
    bool minutes = seconds >= 60;
    int64_t n = minutes ? (seconds + 30) / 60 : seconds;
    struct phrase number = {0};
    phrase_number(&number, n);
    const struct str args[] = {phrase_view(&number)};
    phrase_fill(p,
                say(t, minutes
                           ? (n == 1 ? STR("{1} minute") : STR("{1} minutes"))
                       : n == 1 ? STR("{1} second")
                                : STR("{1} seconds")),
                args, 1);
}

// "Thursday, day 2 of 3 (transition)"
static void put_day(struct phrase *p, const struct tongue *t,
                    const struct reflected *about)
{
    const struct day_key *k = &about->key;
    struct phrase day = {0}, days = {0};
    phrase_number(&day, k->round);
    phrase_number(&days, k->round_days);
    const struct str args[] = {say(t, weekday_name(day_weekday(about->day))),
                               phrase_view(&day), phrase_view(&days),
                               say(t, day_kind_word(k->kind))};
    bool rounds = k->round_days > 1 && !k->paused && !about->hidden;
    bool kind = k->kind != DAY_NONE && !about->hidden;
    phrase_fill(p,
                rounds && kind ? say(t, STR("{1}, day {2} of {3} ({4})"))
                : rounds       ? say(t, STR("{1}, day {2} of {3}"))
                : kind         ? say(t, STR("{1} ({4})"))
                               : STR("{1}"),
                args, 4);
}

// "5 minutes", "5 minutes of 12"
static void put_done(struct phrase *p, const struct tongue *t,
                     const struct player_report *done)
{
    struct phrase did = {0}, planned = {0};
    put_length(&did, t, done->done_ms);
    put_length(&planned, t, done->planned_ms);
    const struct str args[] = {phrase_view(&did), phrase_view(&planned)};
    bool early = done->ended_early && done->done_ms < done->planned_ms;
    phrase_fill(p, early ? say(t, STR("{1} of {2}")) : STR("{1}"), args, 2);
}

static void draw_sub(const struct reflection_look *l)
{
    const struct reflection *r = l->r;
    const struct tongue *t = r->ruler->tongue;
    struct phrase done = {0}, day = {0}, sub = {0};
    put_done(&done, t, &r->done);
    put_day(&day, t, &r->about);
    size_t others = day.len + done.len + 8;
    size_t room = others < PHRASE_BYTES ? PHRASE_BYTES - others : 0;
    const struct str args[] = {grapheme_head(say(t, r->about.title), room),
                               phrase_view(&done), phrase_view(&day)};
    phrase_fill(&sub,
                reflection_is_checkin(r) ? STR("{3}")
                : r->done.done_ms < 0    ? STR("{1} \u00b7 {3}")
                                         : STR("{1} \u00b7 {2} \u00b7 {3}"),
                args, 3);
    struct words w = {.face = FACE_REGULAR,
                      .role = ROLE_INK2,
                      .align = ALIGN_CENTRE,
                      .size = 0.024f};
    put_in_column(l, w, l->places.sub_y, phrase_view(&sub));
}

// Who writes is asked; of the other one the name alone stands there.
static void put_title(const struct reflection_look *l, struct phrase *title)
{
    const struct reflection *r = l->r;
    const struct tongue *t = r->ruler->tongue;
    const struct reflected *about = &r->about;
    const struct str args[] = {grapheme_head(reflection_called(r), 40)};
    if (l->resting) {
        phrase_put(title, args[0]);
        return;
    }
    phrase_fill(title,
                say(t, reflection_is_checkin(r) ? STR("How are you, today?")
                       : about->called.len > 0  ? STR("{1}, how is it, now?")
                       : about->page == 0       ? STR("How is it, now?")
                                          : STR("And how is it for you?")),
                args, 1);
}

// In place of the page, while the other one still writes.
static void draw_over(const struct reflection_look *l)
{
    struct words w = {.face = FACE_REGULAR,
                      .role = ROLE_INK2,
                      .align = ALIGN_CENTRE,
                      .size = 0.024f};
    put_in_column(
        l, w, l->places.sub_y,
        say(l->r->ruler->tongue, l->r->state == REFLECTION_KEPT
                                     ? STR("This page is kept.")
                                     : STR("This page is not kept.")));
}

void reflection_draw_head(const struct reflection_look *l)
{
    struct phrase words = {0};
    struct words title = {.face = FACE_SERIF,
                          .role = ROLE_INK,
                          .align = ALIGN_CENTRE,
                          .size = l->places.compact ? 0.046f : 0.054f};
    put_title(l, &words);
    put_in_column(l, title, l->places.title_y, phrase_view(&words));
    if (l->r->state >= REFLECTION_KEPT) {
        draw_over(l);
        return;
    }
    draw_sub(l);
    if (l->r->about.shared && l->r->side == SIDE_WHOLE) {
        button_draw(l->pg.sc, l->places.other,
                    say(l->r->ruler->tongue, STR("The other page")),
                    BUTTON_QUIET, look_focused(l, FOCUS_OTHER, 0));
    }
}
