// SPDX-License-Identifier: MIT
// Functions of a library that is loaded when it is needed.
#pragma once

#include <stdbool.h>

// Sets *function, a pointer to a function, to that of the module (of dlopen;
// NULL is none). False, and *function NULL, when there is none of that name.
bool module_function(void *module, const char *name, void *function);
// The same of a library that another has loaded, and keeps.
bool module_loaded(const char *library, const char *name, void *function);
