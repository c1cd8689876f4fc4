// SPDX-License-Identifier: MIT
#include "core/care.h"

#include <stdbool.h>

static bool head_line(struct care_page *out, struct str line)
{
    static const struct str country = {"country:", 8};
    static const struct str checked = {"checked:", 8};
    if (str_starts(line, country)) {
        out->country = str_trim(str_sub(line, country.len, line.len));
        return true;
    }
    if (str_starts(line, checked)) {
        out->checked = str_trim(str_sub(line, checked.len, line.len));
        return true;
    }
    return false;
}

static void note(struct diags *notes, int line, struct str source)
{
    if (notes) {
        diags_add(notes,
                  (struct diag){.severity = SEVERITY_WARNING,
                                .line = line,
                                .column = 1,
                                .width = 1,
                                .message = STR("this line has no number"),
                                .hint = STR("write NAME | NUMBER | when or "
                                            "how"),
                                .source = source});
    }
}

static struct care_contact contact(struct str line)
{
    struct care_contact c = {0};
    c.name = str_trim(str_cut(&line, '|'));
    c.number = str_trim(str_cut(&line, '|'));
    c.when = str_trim(line);
    return c;
}

void care_read(struct care_page *out, struct str text, struct arena *mem,
               struct diags *notes)
{
    *out = (struct care_page){0};
    size_t lines = 1;
    for (size_t at = 0; at < text.len; at++) {
        lines += text.at[at] == '\n';
    }
    struct care_contact *contacts =
        ARENA_ARRAY(mem, struct care_contact, lines);
    if (str_starts(text, STR("\xef\xbb\xbf"))) {
        text = str_sub(text, 3, text.len);
    }
    for (int number = 1; text.len > 0; number++) {
        struct str line = str_cut(&text, '\n');
        if (str_ends(line, STR("\r"))) {
            line.len--;
        }
        line = str_trim(line);
        if (line.len == 0 || line.at[0] == '#' || head_line(out, line)) {
            continue;
        }
        struct care_contact c = contact(line);
        if (c.number.len == 0) {
            note(notes, number, line);
        }
        contacts[out->count++] = c;
    }
    out->contacts = contacts;
}
