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

bool module_loaded(const char *library, const char *name, void *function)
{
    void *module = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD);
    bool there = module_function(module, name, function);
    if (module) {
        dlclose(module); // who loaded it has a hold of its own
    }
    return there;
}
