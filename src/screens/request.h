// SPDX-License-Identifier: MIT
// What a screen asks of the program. A screen changes only its own model; what
// reaches beyond it (sound, files, the window) is handed back as requests, in
// order, and performed by app. Recorded inputs therefore replay without a
// window.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "core/day.h"

struct choices;

enum request_kind {
    REQUEST_NONE = 0,
    REQUEST_OPEN,       // load session number value of the list and play it,
                        // with choices (NULL: as written), over the bed text
                        // (empty: the script's)
    REQUEST_PLAY,       // session time runs from ms on
    REQUEST_PAUSE,      // time stands still, sound fades in 400 ms
    REQUEST_RESUME,     // time runs on, sound returns in 1200 ms; passes an
                        // open wait that it stands at
    REQUEST_HOLD,       // time stands at ms for a tap: bed and bells go on,
                        // also after a pause
    REQUEST_SEEK,       // time is ms from now on, running or not as before;
                        // value: the row that is next (see score_seek's order)
    REQUEST_TAP,        // the same, where a tap ended a hold: bells ring on
    REQUEST_FINISH,     // the practice is over: fade what sounds in 8 s
    REQUEST_SILENCE,    // fade at once (leaving, 400 ms)
    REQUEST_VOLUME,     // value: steps of 1 dB up or down, for all of the sound
    REQUEST_CUE,        // value: enum cue_mode
    REQUEST_DIM,        // value: per cent of the light, 35 to 100
    REQUEST_CURSOR,     // value 1: shown, 0: hidden
    REQUEST_FULLSCREEN, // toggle
    REQUEST_SETTING,    // value: enum setting; text: what it becomes
    REQUEST_SETTINGS_FILE, // make the file of settings, if there is none
    REQUEST_INSIGHT,       // read the whole journal: facts->insight, at once
    REQUEST_LISTEN,  // value 1: the breath is heard, 6 dB softer; 0: no longer
    REQUEST_SPEAK,   // say text in place of what is being said; empty: hush
    REQUEST_CARE,    // open Care over this screen; Esc there comes back
    REQUEST_GROUND,  // open the 90-second grounding over this screen
    REQUEST_TYPING,  // value 1: text input on, box x y w h; 0: off
    REQUEST_COPY,    // text to the clipboard
    REQUEST_PASTE,   // answered by INPUT_PASTE
    REQUEST_REFLECT, // a reflection begins: choose the Id of its entry
    REQUEST_DRAFT,   // save what is written so far (see program_entry)
    REQUEST_RUNNING, // value 1: a session plays; save what would be kept if all
                     // ended now (see program_entry); 0: it is over
    REQUEST_GO_ON,   // take up facts->left number value: program_resume
    REQUEST_LET_GO,  // facts->left number value is not wanted: it goes
    REQUEST_KEEP,    // append the entry; answered by program_kept
    REQUEST_DISCARD, // nothing is to be kept: remove draft and running.rec
    REQUEST_MARK,    // value: enum mark_what, for day, in program_person's
                     // calendar; like the next three it is answered by
                     // program_facts and program_marked
    REQUEST_MOVE,    // the dose of the day planned was taken on day
    REQUEST_UNMARK,  // take the last of these back
    REQUEST_PLAN,    // keep program_plan's plan
    REQUEST_TICK,    // text: an item, done (value 1) or not on day;
                     // answered by program_facts
    REQUEST_JOURNAL, // read the whole journal beside the loop; answered by
                     // program_facts with facts->journal
    REQUEST_EXPORT,  // write program_chosen into a file, value: enum
                     // journal_form; answered by program_journal_said
    REQUEST_ERASE,   // text: the Id of an entry that is to leave the journal;
                     // answered by program_facts and program_journal_said
    REQUEST_SUPPORT, // keep program_plan's support plan
    REQUEST_QUIT,
    REQUEST_KIND_COUNT
};

struct request {
    enum request_kind kind;
    int value;
    int64_t ms;
    struct day day, planned;
    struct str text; // valid until the next input
    float x, y, w, h;
    const struct choices *choices; // valid until the next input
};

enum { REQUESTS_MOST = 16 };
struct requests {
    struct request items[REQUESTS_MOST];
    size_t count;
};

// Asserts that there is room: a screen never asks for more at one input.
void request_add(struct requests *list, struct request r);

// The times that a screen is told at each input, tick and drawing.
struct instant {
    int64_t now_ms;     // monotonic, for fades and idle times
    int64_t session_ms; // session time; stands still while paused
};
