// SPDX-License-Identifier: MIT
// What Today's own files share.
#pragma once

#include "screens/today.h"

struct area today_card(size_t i);
struct area today_orb(void); // middle x and y, radius in w
struct area today_setup(void);
struct area today_checkin(void);
struct area today_answer(size_t i); // to the offer: to go on, later
enum { ANSWER_GO_ON = 0, ANSWER_LATER, ANSWER_COUNT };
// Where in the focus they stand.
size_t today_checkin_focus(const struct today *t);
size_t today_answer_focus(const struct today *t, size_t i);
struct str today_answer_word(const struct today *t, size_t i);
// "You began to write on Thursday, 21:40. Go on writing?"
void today_put_offer(const struct today *t, const struct facts *f,
                     struct phrase *p);
