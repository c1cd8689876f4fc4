// SPDX-License-Identifier: MIT
// What the text screens are made of: words, cards, buttons, mood suns, marks
// of day kinds, signs. They only draw; areas tell where a pointer hits.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "core/calendar.h"
#include "core/practice.h"
#include "frame/input.h"
#include "frame/phrase.h"
#include "frame/scene.h"
#include "screens/area.h"
#include "screens/wish.h"

// Where a page is drawn, and by what it is measured.
struct page {
    struct scene *sc;
    const struct ruler *ruler;
};

// Whether the window is so small that letters which can be read need more room
// than the stage was laid out for: then less is shown, or in more lines.
bool page_is_small(const struct page *pg);

// How words are set. Sizes are in stage heights; alpha 0 counts as 1.
struct words {
    enum face face;
    enum role role;
    enum align align;
    float size, alpha;
    bool sized; // by the person's wish already: see grow.h
    bool flows; // it goes on the line before it
};

void words_draw(struct scene *sc, struct words w, float x, float y,
                struct str text);
// Cuts text to what fits in room, with "…" when something is left out.
void words_fitted(const struct page *pg, struct words w, struct area at,
                  struct str text);
// Whether a line of the person's own begins at the other edge than the page.
bool words_against(const struct ruler *ruler, struct str line);
// The same for such a line, at its edge of the room.
void words_own(const struct page *pg, struct words w, struct area at,
               struct str text);
// Draws text smaller where it would be wider than its room: all of it.
void words_whole(const struct page *pg, struct words w, struct area at,
                 struct str text);
// The first line of *rest that fits in room, broken where a line may end, or
// within a word that is longer than room; *rest goes on behind it.
struct str words_line(const struct ruler *ruler, struct words w, float room,
                      struct str *rest);
// How a line is set that is being written: it grows by itself, and the cursor
// stays behind it.
struct words words_written(const struct ruler *ruler, struct words w);
// The end of a line that is being written, as much as fits in room; its width
// to *wide.
struct str words_tail(const struct ruler *ruler, struct words w, float room,
                      struct str text, float *wide);
// Draws text in lines from baseline y on, at most most of them; gives the
// baseline of the line after.
float words_paragraph(const struct page *pg, struct words w, struct area at,
                      float leading, size_t most, struct str text);
// The same in quotation marks, which close also where it is cut.
float words_quoted(const struct page *pg, struct words w, struct area at,
                   float leading, size_t most, struct str text);

void page_ground(struct scene *sc);
// The same, lightest at (x, y) and reaching r times as far.
void page_light(struct scene *sc, float x, float y, float r);
// A soft light behind what matters: the still orb of the mock-ups.
void page_orb(struct scene *sc, float x, float y, float r, float alpha);
// Over all of the window, so that what is asked stands before it.
void page_veil(struct scene *sc, float alpha);
void box_fill(struct scene *sc, struct area a, float r, enum role role,
              float alpha);
void box_line(struct scene *sc, struct area a, float r, enum role role,
              float width);
void line_draw(struct scene *sc, enum role role, float width,
               const float ends[4]);
// A card: filled and ringed when it has the focus.
void card_draw(struct scene *sc, struct area a, bool focused);

enum button_look { BUTTON_QUIET = 0, BUTTON_MAIN };
void button_draw(struct scene *sc, struct area a, struct str word,
                 enum button_look look, bool focused);

// Moods 1 to 5: a sun over a horizon, about 0.066 wide at scale 1.
enum { MOOD_LEAST = 1, MOOD_MOST = 5 };
struct str mood_word(int mood); // "Light", for say
void mood_draw(struct scene *sc, float x, float y, float scale, int mood,
               enum role role);
// A filled disc (dose), half disc (transition), dot (normal) or bar (break);
// outlined when it is only planned.
void day_kind_draw(struct scene *sc, float x, float y, enum day_kind kind,
                   bool planned);
void day_kind_sized(struct scene *sc, struct point at, float r,
                    enum day_kind kind, bool planned);
// A circled mark: stands wherever the care colour does.
void care_sign(struct scene *sc, float x, float y, float r);

// "Thursday 5 March 2026"
void date_put(struct phrase *out, const struct tongue *t, struct day d);
// "12 min", below a minute "40 s".
void length_put(struct phrase *out, const struct tongue *t, int64_t seconds);
void practice_minutes(const struct practice *p, const struct tongue *t,
                      struct phrase *out);
// "12 min · slow breath, 4 in and 6 out"
void practice_line(const struct practice *p, const struct tongue *t,
                   struct phrase *out);

// The row of words at the foot of the screens, in this order; each has its word
// and its wish in one line of widgets.c.
enum menu {
    MENU_TODAY = 0,
    MENU_SESSIONS,
    MENU_CALENDAR,
    MENU_JOURNAL,
    MENU_INSIGHT,
    MENU_CARE,
    MENU_SETTINGS,
    MENU_COUNT
};
enum { MENU_NONE = -1 };
struct str menu_word(enum menu item);
enum wish menu_wish(int item); // WISH_NOTHING for MENU_NONE
void menu_draw(const struct page *pg, enum menu up, int focused);
// The word under the pointer; MENU_NONE elsewhere.
int menu_at(const struct ruler *ruler, enum menu up, const struct input *in);

// Where the focus of a list of count goes by a key: up, down, home, end, or a
// page of the shown ones less one; focus for any other.
size_t list_move(size_t focus, size_t count, size_t shown, enum key key);

// At the foot: centred, or where the words of a page begin.
void hint_draw(struct scene *sc, struct str text);
void hint_draw_left(struct scene *sc, struct str text);
