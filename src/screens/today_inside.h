// SPDX-License-Identifier: MIT
// What Today's own files share.
#pragma once

#include "screens/today.h"

struct area today_card(size_t i);
struct area today_orb(void); // middle x and y, radius in w
struct area today_setup(void);
