// SPDX-License-Identifier: MIT
// What the parts of app share; nobody else includes it.
#pragma once

#include "app/app.h"
#include "app/colours.h"
#include "app/conductor.h"
#include "app/journal_loader.h"
#include "app/keeper.h"
#include "app/leftovers.h"
#include "app/marking.h"
#include "app/pace.h"
#include "app/preferences.h"
#include "app/running.h"
#include "app/world.h"
#include "platform/desktop.h"
#include "platform/fonts.h"
#include "platform/paint.h"
#include "platform/speech.h"
#include "platform/window.h"
#include "screens/program.h"

// A session that was open, until its sound has faded; lives in its own memory.
struct retired {
    struct arena mem;
    const struct score *score;
    struct retired *before;
    bool open; // an earlier state of the session that is open: the screens
               // may still read it
};

struct app {
    struct app_options options;
    struct arena mem;      // as long as the program runs
    struct arena open_mem; // of the open session and its score
    struct retired *retired;
    struct window *window;
    struct fonts *fonts;
    struct painter *painter;
    struct ruler ruler;
    struct tongue tongue; // the screens' language
    struct str spoken;    // the setting that it was chosen by
    struct conductor conductor;
    struct desktop *desktop; // is being asked; NULL: no longer
    struct speech *speech;   // of menus; NULL: nothing was to be said yet
    struct preferences preferences;
    struct world world;
    struct leftovers left; // by an earlier run
    struct program program;
    struct requests asked; // by the program, and not performed yet
    struct keeper keeper;
    struct keeper partner;  // of the second page; zeroed until there is one
    struct running running; // the open session, on disk
    struct marking marking; // of the Calendar
    struct journal_loader journal_loader; // of the Journal
    const struct script *script;   // the open one; NULL: none was opened yet
    struct file_mark script_mark;  // of its file, as last looked at
    struct file_mark journal_mark; // of journal.rec, before facts were read
    struct file_mark own_mark;     // of the person's own scripts, once
    bool own_marked;               // they were looked at
    struct str bed;                // chosen for the open one; empty: as written
    const struct session *session; // the open one; NULL: none was opened yet
    struct levels levels;          // without the volume of the whole,
    int volume_db;                 // which is this
    bool listening;                // the breath is heard in the first run
    bool volume_changed;           // and is not written down yet
    struct phrase unsaved;         // why the last change of a setting is not
    struct colours colours;
    int dim_percent;
    int day_start; // that the files were read with
    bool quit, not_kept, draft_fault_told;
    bool keeping;      // an entry, beside the loop
    bool awake;        // the screen is kept on
    int64_t hummed_ms; // when a gamepad was last told to hum
    bool hums;
    bool titled;          // the window is called after a session
    struct phrase title;  // what it is called
    int64_t looked_ns;    // when files were last looked at for changes
    int64_t turn_boot_ns; // when the last turn of the loop began
    struct pace pace;
    struct scene scene;
};

// Performs what was asked, and what the answers to it ask, until nothing is
// left.
void app_perform(struct app *a);
struct instant app_instant(struct app *a);
void app_say(struct app *a, struct str line);
// Makes a compiled script the open session. The script itself too must live in
// open_mem or longer: the sound reads its timeline. bed: in place of its own;
// empty: as written; lives as long.
void app_open(struct app *a, const struct script *script, struct str bed);
// Makes session the one that is heard: what its score is to be made of.
struct score_options app_score_options(struct app *a,
                                       const struct session *session);
// Takes the settings over, as they are now, into everything that runs.
void app_apply_settings(struct app *a);
// Of these the language, which what is read goes by; whether it is another.
bool app_apply_language(struct app *a);
void app_apply_sound(struct app *a); // of these what concerns the sound
void app_remember_volume(struct app *a);
// The palette alone, which may be a file that has changed or go by the hour, at
// the light of now.
void app_apply_colours(struct app *a);
// Writes one setting down and takes it over.
void app_change_setting(struct app *a, enum setting s, struct str value);
// Makes the file with every setting at its default, if there is none.
void app_make_settings(struct app *a);
// Takes over what the desktop has answered meanwhile.
void app_hear_desktop(struct app *a);
// Says what is wrong in the settings file.
void app_tell_preferences(struct app *a);
// Once a second, whatever happens: takes over what was changed from outside.
void app_look(struct app *a);
// What answers a request (see screens/request.h), for app_perform alone.
void app_open_listed(struct app *a, const struct request *r);
void app_begin_entry(struct app *a, const struct request *r);
void app_draft(struct app *a, const struct request *r);
void app_snapshot(struct app *a, const struct request *r);
void app_keep(struct app *a, const struct request *r);
void app_discard(struct app *a, const struct request *r);
void app_take_left(struct app *a, const struct request *r);
void app_mark(struct app *a, const struct request *r);
void app_keep_plan(struct app *a, const struct request *r);
void app_tick(struct app *a, const struct request *r);
void app_keep_support(struct app *a, const struct request *r);
void app_read_journal(struct app *a, const struct request *r);
void app_export_chosen(struct app *a, const struct request *r);
void app_erase_entry(struct app *a, const struct request *r);

// Reads the journal anew where the Journal has it: an entry was added.
void app_freshen_journal(struct app *a);
// Lets go of it: what a long journal needs is not needed in a session.
void app_drop_journal(struct app *a);
// Reads it anew when it was changed from outside while it is looked at.
void app_look_at_journal(struct app *a);
// Tells the screens how the entry was kept that was to be, when that is known;
// not while they show something else than what was written.
void app_take_kept(struct app *a);
// Waits for it, at the end.
void app_settle_kept(struct app *a);
// Says so, once, when a draft could not be saved, and on the page until it can.
void app_tell_drafts(struct app *a);
// Gives the screens the journal that was read meanwhile.
void app_take_journal(struct app *a);
// Reads the person's files anew for the screens.
void app_read_world(struct app *a);
// The same in two steps: what Today's first picture shows, then the rest.
void app_begin_world(struct app *a);
void app_complete_world(struct app *a);
// The open session makes room for the next, whose memory this gives up; same:
// for a later state of the same one. Its own stays: the screens read it until
// the next is opened, and its sound fades.
void app_retire(struct app *a, struct arena next, bool same);
// Reads the lists anew when the person's own scripts have changed.
void app_look_at_scripts(struct app *a);
// Takes over what was changed in the file of the open session.
void app_look_at_script(struct app *a);
// Frees all sessions, at the end, when nothing sounds any more.
void app_close_sessions(struct app *a);
// Frees the retired sessions that no sound reads any more.
void app_free_retired(struct app *a);
// Lets the breath be heard, without a session, softer than it is set; or no
// longer.
void app_listen(struct app *a, bool on);
