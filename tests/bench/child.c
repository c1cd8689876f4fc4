// SPDX-License-Identifier: MIT
#include "bench/child.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

pid_t child_start(struct child c)
{
    pid_t child = fork();
    if (child != 0) {
        return child;
    }
    if (c.told >= 0) {
        dup2(c.told, 3);
    }
    int nowhere = c.quiet ? open("/dev/null", O_WRONLY) : -1;
    if (nowhere >= 0) {
        dup2(nowhere, 1);
        dup2(nowhere, 2);
    }
    // execv takes strings that it does not change.
    execv(c.words[0], (char *const *)(uintptr_t)c.words);
    _exit(127);
}

bool child_ended_well(pid_t child)
{
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

void child_stop(pid_t child)
{
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}

double child_cpu_s(pid_t child)
{
    char path[64], text[1024];
    double all = 0;
    snprintf(path, sizeof(path), "/proc/%d/stat", (int)child);
    FILE *f = fopen(path, "r");
    if (!f) {
        return 0;
    }
    size_t len = fread(text, 1, sizeof(text) - 1, f);
    fclose(f);
    text[len] = 0;
    const char *at = strrchr(text, ')'); // behind the name, field 3 begins
    for (int field = 2; at && field < 14; field++) {
        at = strchr(at + 1, ' ');
    }
    if (at) {
        char *end = NULL;
        double user = strtod(at + 1, &end);
        all = (user + strtod(end, NULL)) / (double)sysconf(_SC_CLK_TCK);
    }
    return all;
}

double child_pss_mib(pid_t child)
{
    char path[64], line[256];
    snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", (int)child);
    FILE *f = fopen(path, "r");
    double mib = 0;
    while (f && fgets(line, sizeof(line), f)) {
        if (strncmp(line, "Pss:", 4) == 0) {
            mib = strtod(line + 4, NULL) / 1024;
        }
    }
    if (f) {
        fclose(f);
    }
    return mib;
}
