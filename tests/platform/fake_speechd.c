// SPDX-License-Identifier: MIT
// In place of libspeechd.so.2 in a test: writes what it is asked into the file
// of $FAKE_SPEECHD, and hangs where its name says so.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *spd_open2(const char *client, const char *connection, const char *user,
                int mode, const void *address, int autospawn, char **error);
void spd_close(void *connection);
int spd_say(void *connection, int priority, const char *text);
int spd_cancel(void *connection);
int spd_set_voice_rate(void *connection, signed int rate);
int spd_set_language(void *connection, const char *language);

static int note(const char *what, const char *text)
{
    const char *path = getenv("FAKE_SPEECHD");
    FILE *file = path ? fopen(path, "a") : NULL;
    if (file) {
        fprintf(file, "%s %s\n", what, text);
        fclose(file);
    }
    return file ? 1 : -1;
}

void *spd_open2(const char *client, const char *connection, const char *user,
                int mode, const void *address, int autospawn, char **error)
{
    const char *path = getenv("FAKE_SPEECHD");
    static int there;
    (void)connection;
    (void)user;
    (void)mode;
    (void)address;
    (void)autospawn;
    *error = NULL;
    if (path && strstr(path, "hangs")) {
        sleep(3600);
    }
    return note("open", client) > 0 ? &there : NULL;
}

void spd_close(void *connection)
{
    (void)connection;
    note("close", "");
}

int spd_say(void *connection, int priority, const char *text)
{
    (void)connection;
    (void)priority;
    return note("say", text);
}

int spd_cancel(void *connection)
{
    (void)connection;
    return note("cancel", "");
}

int spd_set_voice_rate(void *connection, signed int rate)
{
    (void)connection;
    return note("rate", rate == -35 ? "-35" : "other");
}

int spd_set_language(void *connection, const char *language)
{
    (void)connection;
    return note("language", language);
}
