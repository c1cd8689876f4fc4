// SPDX-License-Identifier: MIT
#include "platform/ical_module.h"

#include <dlfcn.h>

#include "platform/module.h"
#include "platform/paths.h"

bool ical_read(const struct ical_file *file, struct arena *mem,
               struct ical_days *out, struct str *why)
{
    *out = (struct ical_days){0};
    struct str path = path_join(mem, file->modules, STR(ICAL_MODULE_FILE));
    void *module = dlopen(path.at, RTLD_NOW | RTLD_LOCAL);
    bool (*read_days)(struct str text, struct ical_date today,
                      struct arena * mem, struct ical_days * out) = NULL;
    if (!module_function(module, "ical_module_read", &read_days)) {
        *why = arena_printf(mem,
                            "cannot be read here: %.*s is missing or "
                            "does not fit",
                            STR_ARG(path));
        return false;
    }
    bool well = read_days(file->text, file->today, mem, out);
    if (!well) {
        *why = STR("is not an iCalendar file");
    }
    return well; // the module stays: libical keeps its own tables
}
