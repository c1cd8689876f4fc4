// SPDX-License-Identifier: MIT
// The support plan, of which nothing that was written is lost: what stands on
// its pages goes into its file whenever someone goes, and stays there while it
// cannot.
#include "screens/plan_inside.h"

unsigned plan_support_changes(const struct plan_screen *s)
{
    unsigned changes = 0;
    for (int i = 1; i < PLAN_FIELDS; i++) {
        changes += s->fields[i].versions;
    }
    return changes;
}

void plan_keep_support(struct plan_screen *s, struct requests *ask)
{
    s->kept = plan_support_changes(s);
    request_add(ask, (struct request){.kind = REQUEST_SUPPORT});
}

void plan_screen_leave(struct plan_screen *s, struct requests *ask)
{
    if (s->unkept || plan_support_changes(s) != s->kept) {
        plan_keep_support(s, ask);
    }
}

void plan_screen_kept(struct plan_screen *s, bool well)
{
    s->unkept = !well;
}

struct support plan_screen_support(const struct plan_screen *s,
                                   const struct facts *f)
{
    struct support out = {.others = f->support.others};
    for (int i = 0; i < SUPPORT_FIELD_COUNT; i++) {
        out.fields[i] = str_trim(editor_text(&s->fields[i + 1]));
    }
    return out;
}
