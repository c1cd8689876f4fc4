// SPDX-License-Identifier: MIT
#include "platform/paper.h"

#include <dlfcn.h>

#include "platform/module.h"
#include "platform/paper_module.h"
#include "platform/paths.h"

bool paper_draw(const struct paper *p, struct arena *mem, struct buf *out,
                struct str *why)
{
    struct str path = path_join(mem, p->modules, STR(PAPER_MODULE_FILE));
    void *module = dlopen(path.at, RTLD_NOW | RTLD_LOCAL);
    bool (*draw)(const struct paper *paper, struct buf *pdf) = NULL;
    if (!module_function(module, "paper_module_draw", &draw)) {
        *why = arena_printf(mem,
                            "%.*s is missing or does not fit; --sheet without "
                            "-o prints the same as text",
                            STR_ARG(path));
        return false;
    }
    bool well = draw(p, out);
    if (!well) {
        *why = STR("the pages could not be drawn");
    }
    return well; // the module stays: glib keeps its own tables
}
