// SPDX-License-Identifier: MIT
// The screens together: which one is up, where input goes, what follows what.
// Pure: knows no clock, no file, no window. app calls, in this order:
//
//   program_init     once, then program_facts; Today is up. "play": the
//                    session is opened at once by program_opened
//   in each turn of the loop:
//     program_input  for each input, in order of arrival
//     program_tick   once, and program_draw when something may have changed
//     program_due    how long the loop may sleep when nothing arrives
//
// Each call that takes requests appends to them; app performs them in order
// before the next call, and answers:
//   REQUEST_OPEN     program_opened, or program_open_failed
//   REQUEST_REFLECT  a new entry: forget the Id before, choose one when the
//                    first draft or the entry needs it; a correction of
//                    program_amended, where that is one
//   REQUEST_DRAFT    program_entry, stamp, save as a draft under that Id
//   REQUEST_RUNNING the same of a session that still plays, beside the drafts
//   REQUEST_KEEP     program_entry, stamp, append; then program_facts with the
//                    new entry and program_kept, or program_keep_failed
//   REQUEST_DISCARD  nothing is to be kept: remove the draft, if there is one
//   REQUEST_QUIT     leave the loop
// The others are in request.h. REQUEST_CARE and REQUEST_GROUND are dealt with
// here and never reach app.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "frame/input.h"
#include "frame/scene.h"
#include "screens/calendar.h"
#include "screens/care.h"
#include "screens/cautions.h"
#include "screens/facts.h"
#include "screens/ground.h"
#include "screens/insight.h"
#include "screens/journal.h"
#include "screens/notice.h"
#include "screens/plan.h"
#include "screens/player.h"
#include "screens/reflection.h"
#include "screens/reflow.h"
#include "screens/request.h"
#include "screens/sessions.h"
#include "screens/settings.h"
#include "screens/setup.h"
#include "screens/today.h"
#include "screens/welcome.h"

enum screen {
    SCREEN_TODAY = 0,
    SCREEN_SESSIONS,
    SCREEN_PLAYER,
    SCREEN_REFLECTION,
    SCREEN_CARE,
    SCREEN_GROUND,
    SCREEN_NOTICE,
    SCREEN_SETTINGS,
    SCREEN_CALENDAR,
    SCREEN_PLAN,
    SCREEN_SETUP,
    SCREEN_WELCOME,
    SCREEN_INSIGHT,
    SCREEN_JOURNAL,
    SCREEN_CAUTIONS,
    SCREEN_COUNT
};

struct program_options {
    const struct ruler *ruler; // outlives the program
    bool play;           // one session: quits after its reflection, no Today
    bool no_journal;     // no reflection: what was done is not written down
    bool reduced_motion; // the desktop asks for it
};

// A session to play; all of it lives until the next program_opened.
struct opened {
    const struct session *session;
    const struct timeline *timeline;
    struct str name; // of its file, for the entry
    struct player_options player;
};

// A strip of acts, of which one is lit for a while after the other; a press
// does it. For a person who has one switch; see program_switch.c.
struct scan {
    size_t lit;
    int64_t lit_ms;  // since when
    int64_t down_ms; // when the switch went down
    bool down;
};

// Of a page whose letters grow, and which is then larger than the window: the
// part of it that was last drawn.
struct seen_part {
    enum screen screen;
    int page; // of the screen
    struct reflow reflow;
    struct area held;     // what has the focus, as it was laid out
    float scrolled, more; // so much is past; at most
    int step;             // a key went up or down, and nothing may come of it
};

// Read screen and hidden; the rest is the program's own.
struct program {
    struct program_options options;
    const struct facts *facts;
    enum screen screen;
    enum screen before; // what the last change came from, for the cross-fade
    int64_t changed_ms;
    int64_t aside_ms; // when Care or the grounding came over a screen
    enum screen under[SCREEN_COUNT]; // where Esc leads back to, for each
    struct arena mem;                // of the open session's player
    bool hidden;                     // behind a plain circle
    bool reflecting;                 // the reflection has begun and is not over
    bool writing;                    // a writing step has the keys
    int64_t snapped_ms;              // when the session was last saved,
    int64_t snapped_done_ms;         // what was done then,
    size_t snapped_step;             // and in which step it was
    struct scan scan;                // of a person with one switch
    struct seen_part view;
    struct phrase said; // was last asked to be spoken
    struct today today;
    struct sessions sessions;
    struct care care;
    struct cautions_page cautions;
    struct ground ground;
    struct notice notice;
    struct settings_screen settings;
    struct setup setup;
    struct welcome welcome;
    struct insight_screen insight;
    struct player player;
    struct reflection reflection;
    struct reflection partner; // the second page, where two practised
    int page;                  // the one that has the keys
    struct phrase called[2];   // those who practise, A and B; may be empty
    bool kept;                 // one of them was
    struct calendar_screen calendar;
    struct plan_screen plan;
    struct journal_screen journal;
};

void program_init(struct program *p, const struct program_options *options);
void program_finish(struct program *p); // accepts a zeroed program
// f, and the journal in it, must stay until another is given, through that
// call; call again when files or the day changed.
void program_facts(struct program *p, const struct facts *f);

// Before Today is first seen: the first run where there is no file of settings,
// the care page alone where it has changed since it was read.
void program_welcome(struct program *p, bool first_run);
// What the desktop wishes: reduced motion, where the settings leave it to the
// system, and a palette (may be empty), which the first run proposes.
void program_wishes(struct program *p, bool reduced_motion, struct str palette);
// Takes over the settings of the facts, also into a session that runs.
void program_settings_changed(struct program *p);

// The open session was changed: it goes on at the moment of the last
// tick. What was written stays. Of o.player nothing is read.
void program_reloaded(struct program *p, const struct opened *o,
                      struct requests *ask);
// Its file has a mistake (NULL: none any more), shown while it plays on.
void program_mistaken(struct program *p, struct str path, const struct diag *d);
// A session is open and not yet over.
bool program_plays(const struct program *p);
int64_t program_session_ms(const struct program *p); // as the player has it

void program_opened(struct program *p, const struct opened *o,
                    struct instant at, struct requests *ask);
// Shows what is wrong with the script, with place and cure.
void program_open_failed(struct program *p, struct str path,
                         const struct diag *mistakes, size_t count,
                         struct instant at);
// After REQUEST_GO_ON: e is what was left behind, and keeping it is that entry.
void program_resume(struct program *p, const struct entry *e, struct instant at,
                    struct requests *ask);
// Opens the Reflection on an entry of the journal, to be changed over the
// screen that is up: Keep and Esc lead back there, and what is kept is a
// correction of it (REQUEST_KEEP). e is copied.
void program_amend(struct program *p, const struct entry *e, struct instant at,
                   struct requests *ask);
// The entry that is being amended; NULL when none is.
const struct entry *program_amended(const struct program *p);
// While an entry is kept: another program has the journal and is waited for.
void program_keep_waits(struct program *p);
void program_kept(struct program *p, struct instant at, struct requests *ask);
// path: where the draft lies, empty where there is none; why: one plain line.
// The reflection stays.
void program_keep_failed(struct program *p, struct str path, struct str why);
// At any time: why the draft of a page (as in program_entry) could not be
// saved, which is told and tried again; empty: the last one could be.
void program_undrafted(struct program *p, int page, struct str why);

// Whose calendar the Calendar shows: the name in Person, empty for the one
// without.
struct str program_person(const struct program *p);
// After REQUEST_MARK, _MOVE, _UNMARK, _PLAN: words for the person, often none,
// and whether REQUEST_UNMARK could take it back.
void program_marked(struct program *p, struct str words, bool undoable);
// What REQUEST_PLAN and REQUEST_SUPPORT mean; views into the program.
struct plan program_plan(struct program *p);
struct support program_support(const struct program *p);
// After REQUEST_SUPPORT: whether it was kept.
void program_support_kept(struct program *p, bool well);
// After REQUEST_EXPORT and _ERASE: what came of it, in words.
void program_journal_said(struct program *p, struct str words);
// The facts have no journal any more.
void program_journal_gone(struct program *p);
// What REQUEST_EXPORT means; views into the facts, in mem.
struct journal_chosen program_chosen(const struct program *p,
                                     struct arena *mem);
// Whether the facts may be read anew for no reason but time: nothing that was
// begun is keyed to them.
bool program_rests(const struct program *p);

// The ruler measures differently now: the window's size has changed.
void program_remeasure(struct program *p);
// Fits the program's own ruler to a window that reaches so far above and below
// a stage of so many pixels, and to the screen that is up.
void program_fit(const struct program *p, struct ruler *own, float reach,
                 float stage_px);
// Where a place of the screen that is up is shown.
struct area program_shown(const struct program *p, struct area a);
// The session time that must not be passed before a tap, for the transport's
// gate; INT64_MAX when there is none.
int64_t program_gate_ms(const struct program *p);

void program_input(struct program *p, const struct input *given,
                   struct instant at, struct requests *ask);
void program_tick(struct program *p, struct instant at, struct requests *ask);
// Milliseconds of now_ms until something moves by itself: 0 while it does,
// INT64_MAX when nothing will.
int64_t program_due(const struct program *p, struct instant at);
// How much of the light is left, in per cent, at that time of the session: it
// sinks in one for sleep, and stays low for its reflection.
int program_dim_percent(const struct program *p, int64_t session_ms);
// Into a scene that scene_begin has given the window's bounds.
void program_draw(struct program *p, struct scene *sc, struct instant at);
// The same of Today's light alone, for a first picture that is begun before
// words can be measured.
void program_draw_light(const struct program *p, struct scene *sc);

// What the screens know of an entry: session, times, moods, ratings, answers,
// holds, text; Id, At and the day are entry_stamp's. page: the value of
// REQUEST_REFLECT, _DRAFT, _KEEP and _DISCARD; 1 is the partner's, whose entry
// has its own Id. Texts live in mem or in the program.
struct entry program_entry(const struct program *p, int page,
                           struct arena *mem);
