// SPDX-License-Identifier: MIT
// Bare SDL: starts, opens a fullscreen window, shows a frame of one colour,
// says so on descriptor 3, and ends.
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#define SDL_MAIN_HANDLED
#include <SDL.h>

int main(void)
{
    enum { PAINTED_FD = 3 };
    SDL_SetMainReady();
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return 1;
    }
    SDL_Window *window =
        SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         1280, 720, SDL_WINDOW_FULLSCREEN_DESKTOP);
    SDL_Surface *surface = window ? SDL_GetWindowSurface(window) : NULL;
    if (!surface) {
        return 1;
    }
    memset(surface->pixels, 7, (size_t)surface->pitch * (size_t)surface->h);
    SDL_UpdateWindowSurface(window);
    bool told = write(PAINTED_FD, "p", 1) == 1;
    SDL_Quit();
    return told ? 0 : 1;
}
