// SPDX-License-Identifier: MIT
// What SDL leaves to Xlib.
#pragma once

// From now on a request that the X server refuses is passed over. Xlib's own
// answer is to end the program, in the middle of whatever is played or written;
// and SDL wakes its windows by a second connection, whose word may reach the
// server when they are closed already. To be called before the start of SDL's
// video, which at its end brings back what it found, and after it, which has an
// answer of its own. Does nothing where no libX11 is loaded.
void x11_outlive_errors(void);
