// SPDX-License-Identifier: MIT
// What the program's own files share. Not for app.
#pragma once

#include "screens/program.h"
#include "screens/reflow.h"

// How the screen fills a window that is higher than the stage.
struct reflow program_reflow(const struct program *p, enum screen screen);
// Where the room of a page whose letters grow begins in this window.
float program_top(const struct program *p);
// What is shown there, where the screen was laid out.
struct point program_laid_out(const struct program *p, struct point at);
// Where letters grow: puts what was drawn from the first shape on where the
// window shows it now, and leaves out what it does not.
void program_view_draw(struct program *p, enum screen screen,
                       const struct page *pg, size_t first,
                       struct reflow *reflow);
// The page is moved by a wheel, or by Ctrl and an arrow. Whether the input was
// for this; what moves the focus may move it, too, when it is drawn.
bool program_view_input(struct program *p, const struct input *in);

// Whether the screen is laid out from right to left: the pacer is the same for
// all. A field to write in turns each line by itself, see editor_way.c.
bool program_mirrors(const struct program *p, enum screen screen);
void program_go(struct program *p, enum screen screen, struct instant at);
// To Care or the grounding, and back from what lies over a screen.
void program_go_care(struct program *p, struct instant at,
                     struct requests *ask);
void program_go_ground(struct program *p, struct instant at,
                       struct requests *ask);
void program_go_back(struct program *p, struct instant at,
                     struct requests *ask);
// The screen that is left for Care or the grounding falls silent.
void program_aside(struct program *p, struct instant at, struct requests *ask);
bool program_wants_care(const struct program *p, const struct input *in);
bool program_wants_ground(const struct program *p, const struct input *in);
// The input as keys, where the screen has no field to write in.
struct input program_untyped(const struct program *p, const struct input *in);
// The word at the top that leads back, for a pointer.
bool program_back_at(const struct program *p, const struct input *in);
void program_back_draw(const struct program *p, const struct page *pg);
// To the Calendar, or what is opened from it.
void program_go_calendar(struct program *p, enum wish wish, struct instant at,
                         struct requests *ask);
// To the Journal, or to change the entry that has the focus there.
void program_go_journal(struct program *p, enum wish wish, struct instant at,
                        struct requests *ask);
void program_grant(struct program *p, enum wish wish, struct instant at,
                   struct requests *ask);
// The player is done: to the Reflection, or home.
void program_reflect(struct program *p, struct instant at,
                     struct requests *ask);
// The kind of day is hidden, and there is one.
bool program_asks_guess(const struct program *p);
// The page of the Reflection that is up.
struct reflection *program_page(struct program *p);
const struct reflection *program_page_seen(const struct program *p);
// Where two practise: opens the partner's page beside one's own.
void program_open_partner(struct program *p, const struct session *session);
// Each page gets its place: side by side where there is room for two.
bool program_side_by_side(const struct program *p);
void program_set_pages(struct program *p);
void program_draw_pages(const struct program *p, const struct page *pg);
void program_draw_writing(const struct program *p, const struct page *pg);
// In a writing step: the input is the page's that has the keys, or turns to the
// other. Whether it was used.
bool program_write(struct program *p, const struct input *in, struct instant at,
                   struct requests *ask);
// What a pointer presses on the page that has not the keys gives it these.
void program_page_at(struct program *p, const struct input *in,
                     struct requests *ask);
void program_tick_pages(struct program *p, struct instant at,
                        struct requests *ask);
int64_t program_pages_due(const struct program *p, struct instant at);
// After a session, or when there is nothing to go back to.
void program_go_home(struct program *p, struct instant at,
                     struct requests *ask);
// To the other page, when that was asked for.
void program_turn_page(struct program *p, struct requests *ask);
// Text is awaited where the page's caret is.
void program_type(const struct program *p, struct requests *ask);
// Home, or back where an entry was amended, when the reflection was kept or
// skipped.
void program_reflection_over(struct program *p, struct instant at,
                             struct requests *ask);
// Takes the player's wishes out of what it asked for from first on.
void program_take_wishes(struct program *p, size_t first, struct instant at,
                         struct requests *ask);
// Every PLAYED_SNAPSHOT_MS, and at each step: what would be kept if all ended
// now.
void program_snapshot(struct program *p, struct instant at,
                      struct requests *ask);
// The window goes: a session that plays, and words, stay.
void program_leave(struct program *p, struct requests *ask);
// What is written without a session before it: a check-in, or words that were
// left behind.
void program_grant_writing(struct program *p, enum wish wish, struct instant at,
                           struct requests *ask);
// A writing step opens and closes its page.
void program_follow_writing(struct program *p, struct requests *ask);
// Ctrl+Shift+H: hides everything behind a plain breathing circle, which pauses
// a session, or brings it back. Whether the input was for this: while all is
// hidden, whatever a person does is.
bool program_hide(struct program *p, const struct input *in, struct instant at,
                  struct requests *ask);
void program_hidden_draw(const struct program *p, struct scene *sc,
                         int64_t now_ms);
// One switch: whether acts are being lit just now, the next one when it is
// time, what a press comes to, and how they look.
bool program_scans(const struct program *p);
void program_scan_tick(struct program *p, struct instant at,
                       struct requests *ask);
int64_t program_scan_due(const struct program *p, int64_t now_ms);
// Takes the input when it is a press of the switch. *in becomes the act.
bool program_scan_input(struct program *p, struct input *in, struct instant at,
                        struct requests *ask);
void program_scan_draw(const struct program *p, const struct page *pg);
float program_scan_high(const struct program *p); // a row of them
// Gives an input to the screen, as if it came from a key.
void program_act(struct program *p, const struct input *given,
                 struct instant at, struct requests *ask);
// Normal, large, largest: the type scale of the drawings.
float program_text_scale(const struct program *p);
// Whether nothing is to grow or travel.
bool program_still(const struct program *p);
// Asks that what the screen now shows is spoken, where that is wished and new.
void program_speak(struct program *p, struct requests *ask);
// F2: menus are spoken from now on, or no longer.
void program_speech(struct program *p, struct requests *ask);
