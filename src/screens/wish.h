// SPDX-License-Identifier: MIT
// What a screen wants after an input; granted by program_grant.
#pragma once

enum wish {
    WISH_NOTHING = 0,
    WISH_BACK,
    WISH_GROUND,
    WISH_TODAY,
    WISH_SESSIONS,
    WISH_CARE,
    WISH_CAUTIONS, // the person's own, to tick
    WISH_CALENDAR,
    WISH_JOURNAL,
    WISH_AMEND,   // the focused entry of it
    WISH_PLAN,    // a new one
    WISH_SUPPORT, // the support plan
    WISH_SETTINGS,
    WISH_SETUP, // of the focused session
    WISH_INSIGHT,
    WISH_NOTICE, // of the focused session's mistakes
    WISH_CHECKIN,
    WISH_RESUME, // what an earlier run left behind
    WISH_LATER,  // not now
    WISH_BEGIN   // the focused session
};
