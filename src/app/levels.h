// SPDX-License-Identifier: MIT
// What a person's settings come to for the sound of a session, in the player
// and in an export alike.
#pragma once

#include "core/session.h"
#include "core/settings.h"
#include "frame/score.h"

// Cue, the volumes of each part, and whether lines are spoken; session may be
// NULL. Without the volume of the whole and mute, which are the player's.
struct levels levels_of(const struct settings *s,
                        const struct session *session);
// The same times the volume of the whole.
struct levels levels_turned(struct levels levels, int volume_db);
// Of a session's score: its levels, seed, and what its head says.
struct score_options score_options_of(const struct session *session,
                                      struct levels levels, uint64_t seed);
