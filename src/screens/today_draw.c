// SPDX-License-Identifier: MIT
#include "screens/today_inside.h"

static const float left = 0.1111f, wide = 0.705f;

// "Saturday 21 November · day 3 of 3, normal, week 2 of 6"
static void draw_date(const struct today *t, const struct page *pg)
{
    const struct tongue *tongue = pg->ruler->tongue;
    struct phrase p = {0}, number = {0};
    struct date date = day_date(t->day);
    phrase_number(&number, date.day);
    const struct str args[] = {say(tongue, weekday_name(day_weekday(t->day))),
                               phrase_view(&number),
                               say(tongue, month_name(date.month))};
    phrase_fill(&p, say(tongue, STR("{1} {2} {3}")), args, 3);
    phrase_capital(&p);
    if (t->key_words.len > 0) {
        phrase_put(&p, STR("  \u00b7  "));
        phrase_put(&p, phrase_view(&t->key_words));
    }
    words_whole(
        pg,
        (struct words){.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.024f},
        (struct area){left, 0.1615f, 0.86f, 0}, phrase_view(&p));
}

static struct str greeting(const struct wall *now, const struct tongue *tongue)
{
    int hour = now->second / 3600;
    return say(tongue, hour >= 5 && hour < 12    ? STR("Good morning.")
                       : hour >= 12 && hour < 18 ? STR("Good afternoon.")
                                                 : STR("Good evening."));
}

// "Earlier today", "On Thursday", "On 5 March"
static void put_when(struct phrase *p, const struct today *t,
                     const struct tongue *tongue)
{
    struct day then = t->last->day_date;
    struct date date = day_date(then);
    struct phrase number = {0};
    phrase_number(&number, date.day);
    const struct str names[] = {phrase_view(&number),
                                say(tongue, month_name(date.month)),
                                say(tongue, weekday_name(day_weekday(then)))};
    int back = t->day.number - then.number;
    phrase_fill(p,
                say(tongue, back == 0   ? STR("Earlier today")
                            : back == 1 ? STR("Yesterday")
                            : back > 0 && back < WEEK_DAYS ? STR("On {3}")
                                                           : STR("On {1} {2}")),
                names, 3);
}

// "Yesterday: Box breathing, 5 min, light."
static void put_last(struct phrase *p, const struct today *t,
                     const struct facts *f, const struct tongue *tongue)
{
    static const char *const moods[] = {
        "",           WORD("heavy"), WORD("low"),
        WORD("even"), WORD("light"), WORD("bright")};
    if (!t->last) {
        phrase_put(p, say(tongue, STR("Begin with one that speaks to you.")));
        return;
    }
    const struct entry *e = t->last;
    struct phrase when = {0}, length = {0};
    put_when(&when, t, tongue);
    struct str title = facts_title(f, e->session);
    struct str args[4] = {phrase_view(&when),
                          title.len < 96 ? title : e->session};
    size_t count = 2;
    if (e->done_s >= 0) {
        length_put(&length, tongue, e->done_s);
        args[count++] = phrase_view(&length);
    }
    if (e->mood_after > 0) {
        args[count++] = say(tongue, str_from(moods[e->mood_after]));
    }
    phrase_fill(p,
                say(tongue, count == 4   ? STR("{1}: {2}, {3}, {4}.")
                            : count == 3 ? STR("{1}: {2}, {3}.")
                                         : STR("{1}: {2}.")),
                args, count);
}

static void draw_words(const struct today *t, const struct facts *f,
                       const struct page *pg)
{
    static const char *const kinds[] = {
        [DAY_NONE] = "",
        [DAY_DOSE] = WORD("A dose day."),
        [DAY_TRANSITION] = WORD("A transition day."),
        [DAY_NORMAL] = WORD("A normal day."),
        [DAY_BREAK] = WORD("A day of the break."),
    };
    const struct tongue *tongue = pg->ruler->tongue;
    draw_date(t, pg);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.072f},
        left, 0.2531f, greeting(&f->now, tongue));
    struct phrase p = {0};
    struct words w = {.face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.03f};
    struct area at = {left, 0.3275f, wide, 0};
    // Where something is offered, the date alone tells the kind of day.
    if (t->key.kind != DAY_NONE && !t->hidden && !t->left) {
        words_draw(pg->sc, w, at.x, at.y,
                   say(tongue, str_from(kinds[t->key.kind])));
        at.y += 0.0465f;
    }
    if (f->partly) {
        return; // sessions have no titles yet
    }
    if (t->left) {
        today_put_offer(t, f, &p);
        w.size = 0.024f;
        at.w = 0.86f;
    } else {
        put_last(&p, t, f, tongue);
    }
    words_fitted(pg, w, at, phrase_view(&p));
    for (size_t i = 0; t->left && i < ANSWER_COUNT; i++) {
        button_draw(pg->sc, today_answer(i),
                    say(tongue, today_answer_word(t, i)), BUTTON_QUIET,
                    t->focus == today_answer_focus(t, i));
    }
    if (t->kept && !t->left) {
        w.size = 0.0195f;
        w.role = ROLE_INK3;
        words_draw(pg->sc, w, left, 0.418f,
                   say(tongue, STR("Kept in your journal.")));
    }
}

static void draw_cards(const struct today *t, const struct facts *f,
                       const struct page *pg)
{
    for (size_t i = 0; i < t->count; i++) {
        struct area a = today_card(i);
        const struct practice *p = &f->practices[t->offered[i]];
        card_draw(pg->sc, a, t->focus == i);
        struct words w = {.face = t->focus == i ? FACE_MEDIUM : FACE_REGULAR,
                          .role = ROLE_INK,
                          .size = 0.031f};
        struct area at = {a.x + 0.033f, a.y + 0.0525f, a.w - 0.066f, 0};
        words_fitted(pg, w, at, p->title);
        struct phrase line = {0};
        practice_line(p, pg->ruler->tongue, &line);
        w = (struct words){
            .face = FACE_REGULAR, .role = ROLE_INK2, .size = 0.022f};
        at.y = a.y + 0.0886f;
        words_whole(pg, w, at, phrase_view(&line));
    }
}

void today_light(const struct page *pg)
{
    struct area orb = today_orb();
    page_light(pg->sc, 1.296f, 0.458f, 1.2f);
    page_orb(pg->sc, orb.x, orb.y, orb.w, 1);
    scene_add(pg->sc, (struct shape){.kind = SHAPE_DOTS,
                                     .role = ROLE_RING,
                                     .alpha = 1,
                                     .x = orb.x,
                                     .y = orb.y,
                                     .r = 0.27f,
                                     .width = 0.0013f,
                                     .count = 60});
}

static void draw_begin(const struct today *t, const struct page *pg)
{
    struct area orb = today_orb();
    if (t->count == 0) {
        return;
    }
    struct words w = {.face = FACE_LIGHT,
                      .role = ROLE_INK,
                      .align = ALIGN_CENTRE,
                      .size = 0.051f};
    words_draw(pg->sc, w, orb.x, 0.4435f, say(pg->ruler->tongue, STR("Begin")));
    w.face = FACE_REGULAR;
    w.role = ROLE_INK2;
    w.size = 0.024f;
    words_draw(pg->sc, w, orb.x, 0.486f, say(pg->ruler->tongue, STR("Enter")));
    struct area more = today_setup();
    w.role = ROLE_INK3;
    w.size = 0.0195f;
    words_draw(pg->sc, w, orb.x, more.y + 0.032f,
               say(pg->ruler->tongue, STR("\u2192 sets it up")));
}

static void draw_checkin(const struct today *t, const struct page *pg)
{
    struct area a = today_checkin();
    bool focused = t->focus == today_checkin_focus(t);
    struct words w = {.face = FACE_REGULAR,
                      .role = focused ? ROLE_INK : ROLE_INK2,
                      .align = ALIGN_CENTRE,
                      .size = 0.0225f};
    words_draw(pg->sc, w, a.x + a.w / 2, a.y + 0.032f,
               say(pg->ruler->tongue, STR("Check in \u00b7 C")));
    if (focused) {
        box_line(pg->sc, a, a.h / 2, ROLE_BREATH, 0.0028f);
    }
}

static void draw_week(const struct today *t, const struct page *pg)
{
    static const char *const letters[] = {
        WORD("M|monday"),   WORD("T|tuesday"), WORD("W|wednesday"),
        WORD("T|thursday"), WORD("F|friday"),  WORD("S|saturday"),
        WORD("S|sunday")};
    for (int i = 0; i < WEEK_DAYS; i++) {
        bool now = i == WEEK_DAYS - 1;
        float x = 1.0427f + 0.0814f * (float)i;
        struct day d = {t->day.number - (WEEK_DAYS - 1) + i};
        if (now) {
            box_line(pg->sc,
                     (struct area){x - 0.0339f, 0.788f, 0.0685f, 0.1482f},
                     0.022f, ROLE_RING, 0.0018f);
        }
        struct words w = {.face = FACE_REGULAR,
                          .role = now ? ROLE_INK : ROLE_INK3,
                          .align = ALIGN_CENTRE,
                          .size = 0.0195f};
        words_draw(pg->sc, w, x, 0.8205f,
                   say(pg->ruler->tongue, str_from(letters[day_weekday(d)])));
        if (t->moods[i] > 0) {
            mood_draw(pg->sc, x, 0.8615f, 0.52f, t->moods[i],
                      now ? ROLE_INK : ROLE_INK2);
        } else {
            scene_add(pg->sc, (struct shape){.kind = SHAPE_DISC,
                                             .role = ROLE_INK3,
                                             .alpha = 1,
                                             .x = x,
                                             .y = 0.861f,
                                             .r = 0.003f});
        }
        const struct day_key *k = &t->week[i];
        if (!now || !t->hidden) {
            day_kind_draw(pg->sc, x, 0.911f, k->kind,
                          k->basis == BASIS_PLANNED);
        }
    }
}

void today_draw(const struct today *t, const struct facts *f,
                const struct page *pg)
{
    today_light(pg);
    draw_begin(t, pg);
    draw_words(t, f, pg);
    if (f->partly) {
        return; // sessions have no titles yet
    }
    draw_cards(t, f, pg);
    draw_checkin(t, pg);
    draw_week(t, pg);
    bool menu = t->focus >= t->count && t->focus < today_checkin_focus(t);
    menu_draw(pg, MENU_TODAY, menu ? (int)(t->focus - t->count) : MENU_NONE);
}
