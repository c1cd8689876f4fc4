// SPDX-License-Identifier: MIT
// SDL has libX11 loaded where it draws by X, and builds need no more than SDL.
#include "platform/x11.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>
#include <SDL_syswm.h>

#include "platform/module.h"

#ifdef SDL_VIDEO_DRIVER_X11

static int pass_over(Display *display, XErrorEvent *error)
{
    (void)display;
    (void)error;
    return 0;
}

void x11_outlive_errors(void)
{
    XErrorHandler (*set)(XErrorHandler handler) = NULL;
    if (module_loaded("libX11.so.6", "XSetErrorHandler", &set)) {
        set(pass_over);
    }
}

#else

void x11_outlive_errors(void)
{
}

#endif
