// SPDX-License-Identifier: MIT
// A program run by the bench, and what it costs.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct child {
    const char *const *words; // the program and what it is told, then NULL
    int told;                 // a descriptor that becomes its 3; -1: none
    bool quiet;               // its standard output and error go nowhere
};

pid_t child_start(struct child c);
void child_stop(pid_t child);       // asks it to end, then waits
bool child_ended_well(pid_t child); // waits
double child_cpu_s(pid_t child);    // that it has used so far; 0: not known
double child_pss_mib(pid_t child);  // its share of memory; 0: not known
