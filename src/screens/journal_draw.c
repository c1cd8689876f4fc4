// SPDX-License-Identifier: MIT
// The list on the left, the entry on the right, the words to search for above.
// Kinds of days and moods are told by shapes; what is chosen by a tick.
#include "base/grapheme.h"
#include "screens/journal_inside.h"

static const struct words quiet = {
    .face = FACE_REGULAR, .role = ROLE_INK3, .size = 0.0195f};
static const struct words calm = {
    .face = FACE_SERIF, .role = ROLE_INK2, .size = 0.036f};

struct area journal_row(size_t place)
{
    const float step = journal_left.h / JOURNAL_SHOWN;
    return (struct area){journal_left.x, journal_left.y + step * (float)place,
                         journal_left.w, step - 0.006f};
}

struct area journal_field(void)
{
    return (struct area){journal_left.x, 0.1645f, journal_left.w, 0.048f};
}

struct area journal_words(void)
{
    struct area a = journal_field();
    return (struct area){a.x + 0.05f, a.y + 0.007f, a.w - 0.07f, 0.036f};
}

struct area journal_places(void)
{
    return (struct area){journal_right.x, 0.032f, journal_right.w, 0.05f};
}

struct str journal_act_word(const struct journal_screen *j, int act)
{
    const struct journal_item *item = journal_screen_focused(j);
    switch ((enum journal_act)act) {
    case JOURNAL_BACK:
        return j->zone == JOURNAL_ENTRY ? STR(WORD("To the list"))
                                        : STR(WORD("Read"));
    case JOURNAL_CHANGE:
        return STR(WORD("Change"));
    case JOURNAL_CHOOSE:
        return item && journal_is_chosen(j, item) ? STR(WORD("Chosen"))
                                                  : STR(WORD("Choose"));
    case JOURNAL_EXPORT:
        return STR(WORD("Write to a file"));
    case JOURNAL_DELETE:
        return STR(WORD("Delete"));
    case JOURNAL_ACTS:
        break;
    }
    return STR_NONE;
}

struct area journal_button(int act)
{
    static const float wide[JOURNAL_ACTS] = {0.17f, 0.15f, 0.15f, 0.22f, 0.14f};
    struct area a = {journal_right.x, 0.8f, 0, 0.05f};
    for (int i = 0; i < act; i++) {
        a.x += wide[i] + 0.0205f;
    }
    a.w = wide[act];
    return a;
}

static void draw_search(const struct journal_screen *j, const struct page *pg)
{
    struct area box = journal_field();
    bool writes = j->zone == JOURNAL_SEARCH;
    box_line(pg->sc, box, 0.024f, writes ? ROLE_BREATH : ROLE_LINE,
             writes ? 0.0028f : 0.0015f);
    float x = box.x + 0.026f, y = box.y + 0.0205f;
    scene_add(pg->sc, (struct shape){.kind = SHAPE_RING,
                                     .role = ROLE_INK2,
                                     .alpha = 1,
                                     .x = x,
                                     .y = y,
                                     .r = 0.0085f,
                                     .width = 0.0022f});
    line_draw(pg->sc, ROLE_INK2, 0.0022f,
              (float[]){x + 0.0065f, y + 0.0065f, x + 0.0135f, y + 0.0135f});
    if (editor_text(&j->words).len > 0 || writes) {
        editor_draw(&j->words, pg->sc, writes);
    } else {
        words_draw(pg->sc, quiet, box.x + 0.05f, box.y + 0.031f,
                   say(pg->ruler->tongue, STR("Search with /")));
    }
}

// "3 of 120", or how many of all were found so far.
static void draw_count(const struct journal_screen *j, const struct page *pg)
{
    struct words w = quiet;
    struct phrase place = {0}, found = {0}, all = {0}, line = {0};
    phrase_number(&place, (int64_t)(j->search.count > 0 ? j->focus + 1 : 0));
    phrase_number(&found, (int64_t)j->search.count);
    phrase_number(&all, (int64_t)j->of->index.count);
    const struct str args[] = {phrase_view(&place), phrase_view(&found),
                               phrase_view(&all)};
    struct str pattern = !search_done(&j->search)
                             ? STR(WORD("{2} found so far"))
                         : j->search.count < j->of->index.count
                             ? STR(WORD("{1} of {2} found in {3}"))
                             : STR(WORD("{1} of {2}"));
    phrase_fill(&line, say(pg->ruler->tongue, pattern), args, 3);
    w.align = ALIGN_RIGHT;
    words_draw(pg->sc, w, journal_left.x + journal_left.w, 0.135f,
               phrase_view(&line));
}

// What stands first of what was written.
static struct str first_words(const struct entry *e)
{
    struct str text = e->text;
    for (size_t i = 0; text.len == 0 && i < e->answer_count; i++) {
        text = e->answers[i].text;
    }
    for (size_t i = 0; text.len == 0 && i < e->effect_count; i++) {
        text = e->effects[i];
    }
    text = text.len > 0 ? text : e->intention;
    while (text.len > 0 && text.at[0] == '\n') {
        text = str_sub(text, 1, text.len);
    }
    text = str_sub(text, 0, str_find(text, '\n', 0));
    return grapheme_head(text, PHRASE_BYTES);
}

// The line in which what is looked for stands, from a little before it on; as
// far as it is near the beginning.
static struct str found_words(const struct search *search,
                              const struct entry *e)
{
    enum { NEAR = 4096, BEFORE = 24 };
    struct str text = str_sub(e->text, 0, NEAR);
    while (text.len > 0) {
        struct str line = str_cut(&text, '\n');
        size_t from = 0, to = 0;
        if (search_spot(search, line, &from, &to)) {
            size_t at = from > BEFORE ? from - BEFORE : 0;
            at = at > 0 ? str_find(line, ' ', at) : 0;
            at = at >= from ? from : at + (at > 0);
            return grapheme_head(str_sub(line, at, line.len), PHRASE_BYTES);
        }
    }
    return first_words(e);
}

static void draw_tick(struct scene *sc, float x, float y)
{
    line_draw(sc, ROLE_BREATH, 0.003f,
              (float[]){x - 0.008f, y, x - 0.002f, y + 0.007f});
    line_draw(sc, ROLE_BREATH, 0.003f,
              (float[]){x - 0.002f, y + 0.007f, x + 0.01f, y - 0.009f});
}

// Then it alone has the focus.
static bool asks(const struct journal_screen *j)
{
    return j->question != JOURNAL_ASKS_NOTHING;
}

static void draw_row(const struct journal_screen *j, const struct facts *f,
                     const struct page *pg, size_t place)
{
    const struct tongue *t = pg->ruler->tongue;
    const struct journal_item *item = j->rows[place].item;
    const struct entry *e = &j->rows[place].latest;
    struct area a = journal_row(place);
    struct str written = found_words(&j->search, e);
    bool focused = j->first + place == j->focus;
    if (focused) {
        box_fill(pg->sc, a, 0.018f, ROLE_SURFACE, 1);
        if (j->zone == JOURNAL_LIST && !asks(j)) {
            box_line(pg->sc, a, 0.018f, ROLE_BREATH, 0.0028f);
        }
    }
    day_kind_draw(pg->sc, a.x + 0.026f, a.y + a.h / 2, item->kind,
                  item->basis == BASIS_PLANNED);
    struct phrase line = {0}, date = {0};
    journal_put_day(&date, t, item->first->day, f->now.day);
    phrase_capital(&date);
    const struct str args[] = {phrase_view(&date), journal_session(f, t, e)};
    phrase_fill(&line, say(t, STR("{1} \u00b7 {2}")), args, 2);
    struct words w = {.face = focused ? FACE_MEDIUM : FACE_REGULAR,
                      .role = ROLE_INK,
                      .size = 0.021f};
    struct area at = {a.x + 0.055f, a.y + 0.032f, a.w - 0.15f, 0};
    at.y = written.len > 0 ? at.y : a.y + a.h / 2 + 0.0075f;
    words_fitted(pg, w, at, phrase_view(&line));
    w = (struct words){.face = FACE_SERIF, .role = ROLE_INK2, .size = 0.0225f};
    at.y += 0.029f;
    words_own(pg, w, at, written);
    int mood = e->mood_after > 0 ? e->mood_after : e->mood_before;
    if (mood >= MOOD_LEAST && mood <= MOOD_MOST) {
        mood_draw(pg->sc, a.x + a.w - 0.035f, a.y + a.h / 2, 0.55f, mood,
                  ROLE_INK2);
    }
    if (journal_is_chosen(j, item)) {
        draw_tick(pg->sc, a.x + a.w - 0.079f, a.y + a.h / 2);
    }
}

static void draw_list(const struct journal_screen *j, const struct facts *f,
                      const struct page *pg)
{
    for (size_t i = 0; i < JOURNAL_SHOWN && j->rows[i].item; i++) {
        draw_row(j, f, pg, i);
    }
    if (j->search.count == 0 && search_done(&j->search)) {
        words_paragraph(pg, calm,
                        (struct area){journal_left.x, 0.33f, journal_left.w, 0},
                        0.05f, 3,
                        say(pg->ruler->tongue,
                            STR("No entry has these words. Esc clears them.")));
    }
}

static void draw_acts(const struct journal_screen *j, const struct page *pg)
{
    for (int i = 0; i < JOURNAL_ACTS; i++) {
        button_draw(pg->sc, journal_button(i),
                    say(pg->ruler->tongue, journal_act_word(j, i)),
                    BUTTON_QUIET,
                    j->zone == JOURNAL_ENTRY && i == j->act && !asks(j));
    }
    struct area at = {journal_right.x, 0.88f, journal_right.w, 0};
    if (j->said.len > 0) {
        struct words w = quiet;
        w.role = ROLE_INK;
        words_paragraph(pg, w, at, 0.027f, 1, buf_view(&j->said));
    } else {
        words_draw(
            pg->sc, quiet, at.x, at.y,
            say(pg->ruler->tongue, STR("Enter reads \u00b7 E changes \u00b7 "
                                       "Space chooses \u00b7 X writes "
                                       "to a file \u00b7 D deletes")));
    }
}

// What could not be read is told with the way to it.
static void draw_places(const struct journal_screen *j, const struct page *pg)
{
    const struct tongue *t = pg->ruler->tongue;
    struct area a = journal_places();
    struct words w = quiet;
    struct phrase line = {0}, count = {0};
    w.role = ROLE_INK2;
    care_sign(pg->sc, a.x + 0.011f, a.y + 0.024f, 0.011f);
    phrase_number(&count, (int64_t)j->of->note_count);
    const struct str args[] = {phrase_view(&count), j->of->why};
    phrase_fill(&line,
                say(t, j->of->why.len > 0
                           ? STR("The journal cannot be read: {2}.")
                           : STR("Places that could not be read: {1}. "
                                 "N shows them. All else is here.")),
                args, 2);
    words_fitted(pg, w, (struct area){a.x + 0.034f, a.y + 0.031f, a.w, 0},
                 phrase_view(&line));
}

void journal_screen_draw(const struct journal_screen *j, const struct facts *f,
                         const struct page *pg, int64_t now_ms)
{
    const struct tongue *t = pg->ruler->tongue;
    page_ground(pg->sc);
    words_draw(
        pg->sc,
        (struct words){.face = FACE_SERIF, .role = ROLE_INK, .size = 0.054f},
        journal_left.x, 0.135f, say(t, STR("Journal")));
    menu_draw(pg, MENU_JOURNAL, j->menu);
    if (!j->of) {
        if (journal_screen_due(j, f, now_ms) == INT64_MAX) {
            words_draw(pg->sc, calm, journal_left.x, 0.45f,
                       say(t, STR("Reading your journal\u2026")));
        }
        return;
    }
    if (j->of->note_count > 0 || j->of->why.len > 0) {
        draw_places(j, pg);
    }
    if (j->of->index.count == 0) {
        words_paragraph(
            pg, calm, (struct area){journal_left.x, 0.45f, 1.1f, 0}, 0.052f, 3,
            say(t, STR("Nothing is written yet, and nothing has to be. What "
                       "you keep after a session, or on a day without one, "
                       "will stand here in your own words.")));
        return;
    }
    draw_search(j, pg);
    draw_count(j, pg);
    draw_list(j, f, pg);
    if (j->reading.item) {
        journal_reading_draw(&j->reading, &j->search, pg);
        draw_acts(j, pg);
    }
    if (asks(j)) {
        journal_question_draw(j, pg);
    }
}
