// SPDX-License-Identifier: MIT
#include "platform/module.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

// POSIX lets a symbol be a function; C11 has no cast for it.
bool module_function(void *module, const char *name, void *function)
{
    void *symbol = module ? dlsym(module, name) : NULL;
    memcpy(function, &symbol, sizeof(symbol));
    return symbol != NULL;
}
