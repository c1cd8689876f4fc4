// SPDX-License-Identifier: MIT
#include "core/care.h"

#include <stdbool.h>

#include "base/tongue.h"

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

// A line of bars alone calls nobody.
static bool is_any(const struct care_contact *c)
{
    return c->name.len + c->number.len + c->when.len > 0;
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
        contacts[out->count] = c;
        out->count += is_any(&c);
    }
    out->contacts = contacts;
}

struct str care_stop(int line)
{
    static const char *const lines[CARE_STOPS] = {
        WORD("you feel dizzy or faint"),
        WORD("your hands or face tingle"),
        WORD("your heart races or stumbles"),
        WORD("your chest hurts"),
        WORD("things feel unreal, or too much"),
    };
    return str_from(lines[line]);
}

struct str care_stopped(void)
{
    return STR(WORD("Stop, breathe as you like, open your eyes, feet on the "
                    "floor. Nothing has to be finished."));
}

// "Trusted_person" as "Trusted person"; empty when the line begins no field.
static struct str field_name(struct str line, struct arena *mem)
{
    size_t colon = str_find(line, ':', 0);
    if (colon == line.len || colon == 0 || str_find(line, ' ', 0) < colon) {
        return STR_NONE;
    }
    char *name = ARENA_ARRAY(mem, char, colon + 1);
    for (size_t i = 0; i < colon; i++) {
        name[i] = line.at[i] == '_' ? ' ' : line.at[i];
    }
    return (struct str){name, colon};
}

static struct care_contact plan_contact(struct str line, struct arena *mem)
{
    enum { NUMBER_LENGTH = 32 }; // longer ones are words
    struct str name = field_name(line, mem);
    struct str value = str_sub(line, name.len + 1, line.len);
    if (str_find(line, '|', 0) < line.len || name.len == 0) {
        return contact(line);
    }
    value = str_trim(value);
    return value.len > NUMBER_LENGTH
               ? (struct care_contact){.name = name, .when = value}
               : (struct care_contact){.name = name, .number = value};
}

void care_read_plan(struct care_page *out, struct str text, struct arena *mem)
{
    size_t lines = 1;
    for (size_t at = 0; at < text.len; at++) {
        lines += text.at[at] == '\n';
    }
    struct care_contact *contacts =
        ARENA_ARRAY(mem, struct care_contact, lines);
    *out = (struct care_page){.country = STR(WORD("Your own plan")),
                              .own = true,
                              .contacts = contacts};
    while (text.len > 0) {
        struct str line = str_cut(&text, '\n');
        if (str_ends(line, STR("\r"))) {
            line.len--;
        }
        line = str_trim(line);
        bool more = str_starts(line, STR("+"));
        line = more ? str_trim(str_sub(line, 1, line.len)) : line;
        if (line.len == 0 || line.at[0] == '#') {
            continue;
        }
        struct care_contact c = plan_contact(line, mem);
        bool asks = c.number.len + c.when.len == 0 &&
                    field_name(line, mem).len > 0; // and has no answer yet
        contacts[out->count] = c;
        out->count += is_any(&c) && !asks;
    }
}

struct str care_country(struct str setting, struct str system)
{
    struct str s = str_equal(setting, STR("system")) ? system : setting;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] < 'a' || s.at[i] > 'z') {
            return STR_NONE;
        }
    }
    return s.len == 2 ? s : STR_NONE;
}
