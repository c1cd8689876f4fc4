// SPDX-License-Identifier: MIT
#include "platform/ical_module.h"

#include <dlfcn.h>
#include <string.h>

#include "platform/paths.h"

bool ical_read(const struct ical_file *file, struct arena *mem,
               struct ical_days *out, struct str *why)
{
    *out = (struct ical_days){0};
    struct str path = path_join(mem, file->modules, STR(ICAL_MODULE_FILE));
    void *module = dlopen(path.at, RTLD_NOW | RTLD_LOCAL);
    void *symbol = module ? dlsym(module, "ical_module_read") : NULL;
    if (!symbol) {
        *why = arena_printf(mem,
                            "cannot be read here: %.*s is missing or "
                            "does not fit",
                            STR_ARG(path));
        return false;
    }
    // POSIX lets a symbol be a function; C11 has no cast for it.
    bool (*read_days)(struct str text, struct ical_date today,
                      struct arena * mem, struct ical_days * out) = NULL;
    memcpy(&read_days, &symbol, sizeof(read_days));
    bool well = read_days(file->text, file->today, mem, out);
    if (!well) {
        *why = STR("is not an iCalendar file");
    }
    return well; // the module stays: libical keeps its own tables
}
