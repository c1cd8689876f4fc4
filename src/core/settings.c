// SPDX-License-Identifier: MIT
// The person's text is read line by line and never written anew as a whole:
// a change touches one line, so that hand-made comments and order stay.
#include "core/settings.h"

#include "base/number.h"
#include "base/utf8.h"
#include "core/words.h"

int setting_words(enum setting s)
{
    const char *const *words = setting_rule(s)->words;
    int count = 0;
    while (words && words[count]) {
        count++;
    }
    return count;
}

enum setting setting_named(struct str name)
{
    for (int s = 0; s < SETTING_COUNT; s++) {
        if (str_equal(name, str_from(setting_rule((enum setting)s)->name))) {
            return (enum setting)s;
        }
    }
    return SETTING_COUNT;
}

static int word_number(const struct setting_rule *rule, struct str value)
{
    for (int i = 0; rule->words && rule->words[i]; i++) {
        if (str_equal(value, str_from(rule->words[i]))) {
            return i;
        }
    }
    return -1;
}

// "04:00": two digits each, so that it stands as it is read.
static bool read_time(struct str value, int *number)
{
    int64_t hour = 0, minute = 0;
    if (value.len != 5 || value.at[2] != ':' ||
        !number_whole(str_sub(value, 0, 2), 0, 23, &hour) ||
        !number_whole(str_sub(value, 3, 5), 0, 59, &minute)) {
        return false;
    }
    *number = (int)(hour * 60 + minute);
    return true;
}

static bool is_line(struct str value)
{
    for (size_t i = 0; i < value.len; i++) {
        unsigned char c = (unsigned char)value.at[i];
        if (c < 0x20 || c == 0x7f) {
            return false;
        }
    }
    return true;
}

bool setting_takes(enum setting s, struct str value, int *number)
{
    const struct setting_rule *rule = setting_rule(s);
    int found = 0;
    bool well = false;
    int64_t whole = 0;
    switch (rule->kind) {
    case SETTING_WORD:
        found = word_number(rule, value);
        well = found >= 0;
        break;
    case SETTING_NAME:
        found = word_number(rule, value);
        well = found >= 0 || word_is_name(value, true);
        break;
    case SETTING_WHOLE:
        well = number_whole(value, rule->least, rule->most, &whole);
        found = (int)whole;
        break;
    case SETTING_TIME:
        well = read_time(value, &found);
        break;
    case SETTING_TEXT:
        well = is_line(value);
        break;
    case SETTING_KIND_COUNT:
        break;
    }
    if (well && number) {
        *number = found;
    }
    return well;
}

struct str setting_expects(enum setting s, struct arena *mem)
{
    const struct setting_rule *rule = setting_rule(s);
    if (rule->kind == SETTING_WHOLE) {
        return arena_printf(mem, "a whole number from %d to %d", rule->least,
                            rule->most);
    }
    if (rule->kind == SETTING_TIME) {
        return STR("a time like 04:00");
    }
    if (rule->kind == SETTING_TEXT) {
        return STR("a line of text");
    }
    struct buf list = {0};
    bool own = rule->kind == SETTING_NAME;
    int count = setting_words(s);
    for (int i = 0; i < count; i++) {
        bool last = i == count - 1 && !own;
        buf_put(&list, i == 0 ? STR_NONE : last ? STR(" or ") : STR(", "));
        buf_put(&list, str_from(rule->words[i]));
    }
    if (own) {
        buf_put(&list, STR(" or a name of your own"));
    }
    struct str words = arena_copy(mem, buf_view(&list));
    buf_finish(&list);
    return words;
}

void settings_init(struct settings *s)
{
    for (int i = 0; i < SETTING_COUNT; i++) {
        enum setting it = (enum setting)i;
        s->text[i] = str_from(setting_rule(it)->initial);
        s->number[i] = 0;
        setting_takes(it, s->text[i], &s->number[i]);
    }
}

float settings_text_scale(int number)
{
    static const float scales[] = {1, 1.35f, 1.7f};
    return scales[number];
}

static void mistake(struct diags *notes, struct diag d)
{
    if (notes) {
        d.width = d.width > 0 ? d.width : 1;
        diags_add(notes, d);
    }
}

static struct str nearest(struct str name)
{
    struct str best = STR_NONE;
    size_t most = word_slack(name);
    for (int s = 0; s < SETTING_COUNT; s++) {
        struct str it = str_from(setting_rule((enum setting)s)->name);
        size_t far = str_distance(name, it, most);
        if (far <= most) {
            most = far > 0 ? far - 1 : 0;
            best = it;
        }
    }
    return best;
}

static void unknown(struct diags *notes, int number, struct str line,
                    struct str name)
{
    if (!notes) {
        return;
    }
    struct str meant = nearest(name);
    struct str hint =
        meant.len > 0
            ? arena_printf(notes->mem, "did you mean \"%.*s\"?", STR_ARG(meant))
            : STR("write it like light: 80; the settings there are "
                  "stand in a new file");
    mistake(notes, (struct diag){.line = number,
                                 .column = (int)(name.at - line.at) + 1,
                                 .width = (int)utf8_length(name),
                                 .message = arena_printf(
                                     notes->mem, "\"%.*s\" is not a setting",
                                     STR_ARG(name)),
                                 .hint = hint,
                                 .source = line});
}

static void refused(struct diags *notes, int number, struct str line,
                    enum setting s, struct str value)
{
    if (!notes) {
        return;
    }
    struct str expects = setting_expects(s, notes->mem);
    mistake(notes, (struct diag){.line = number,
                                 .column = (int)(value.at - line.at) + 1,
                                 .width = (int)utf8_length(value),
                                 .message = arena_printf(
                                     notes->mem, "\"%.*s\" does not fit %s",
                                     STR_ARG(value), setting_rule(s)->name),
                                 .hint = arena_printf(notes->mem, "write %.*s",
                                                      STR_ARG(expects)),
                                 .source = line});
}

static struct str without_mark(struct str text)
{
    bool marked = str_starts(text, STR("\xef\xbb\xbf"));
    return marked ? str_sub(text, 3, text.len) : text;
}

void settings_read(struct settings *out, struct str text, struct diags *notes)
{
    text = without_mark(text);
    for (int number = 1; text.len > 0; number++) {
        struct str line = str_cut(&text, '\n');
        line.len -= str_ends(line, STR("\r"));
        struct str value = str_trim(line);
        if (value.len == 0 || value.at[0] == '#') {
            continue;
        }
        struct str name = str_trim(str_cut(&value, ':'));
        value = str_trim(value);
        enum setting s = setting_named(name);
        int found = 0;
        if (s == SETTING_COUNT) {
            unknown(notes, number, line, name);
        } else if (!setting_takes(s, value, &found)) {
            refused(notes, number, line, s, value);
        } else {
            out->text[s] = value;
            out->number[s] = found;
        }
    }
}

void settings_print(struct buf *out)
{
    buf_put(out, STR("# Breathmark settings. A line \"#name: value\" stands at "
                     "its default: take the # away\n"
                     "# and change the value. The program takes changes over "
                     "while it runs.\n"));
    for (int s = 0; s < SETTING_COUNT; s++) {
        const struct setting_rule *rule = setting_rule((enum setting)s);
        buf_printf(out, "\n# %s\n", rule->about);
        if (rule->words && rule->kind == SETTING_WORD) {
            buf_put(out, STR("# One of:"));
            for (int i = 0; rule->words[i]; i++) {
                buf_printf(out, " %s", rule->words[i]);
            }
            buf_put_char(out, '\n');
        } else if (rule->kind == SETTING_WHOLE) {
            buf_printf(out, "# From %d to %d.\n", rule->least, rule->most);
        }
        buf_printf(out, "#%s:%s%s\n", rule->name, rule->initial[0] ? " " : "",
                   rule->initial);
    }
}

// How a line has a setting: not, as a commented default, or as a value.
enum has { HAS_NOT = 0, HAS_COMMENT, HAS_VALUE };

static enum has line_has(struct str line, struct str name)
{
    bool comment = line.len > 0 && line.at[0] == '#';
    struct str rest = comment ? str_sub(line, 1, line.len) : line;
    if (str_find(rest, ':', 0) == rest.len) {
        return HAS_NOT;
    }
    struct str word = str_cut(&rest, ':');
    if (!str_equal(comment ? word : str_trim(word), name)) {
        return HAS_NOT;
    }
    return comment ? HAS_COMMENT : HAS_VALUE;
}

// The line that a change is made in: the last with a value, else the last
// commented one; an empty view at the end of text when there is none.
static struct str line_of(struct str text, struct str name)
{
    struct str found = str_sub(text, text.len, text.len), rest = text;
    enum has best = HAS_NOT;
    while (rest.len > 0) {
        struct str line = str_cut(&rest, '\n');
        line.len -= str_ends(line, STR("\r"));
        enum has has = line_has(line, name);
        if (has != HAS_NOT && has >= best) {
            best = has;
            found = line;
        }
    }
    return found;
}

void settings_change(struct str text, enum setting s, struct str value,
                     struct buf *out)
{
    struct str body = without_mark(text);
    buf_put(out, str_sub(text, 0, text.len - body.len));
    struct str name = str_from(setting_rule(s)->name);
    struct str line = line_of(body, name);
    size_t at = body.len > 0 ? (size_t)(line.at - body.at) : 0;
    buf_put(out, str_sub(body, 0, at));
    bool fresh = line.len == 0;
    if (fresh && body.len > 0 && !str_ends(body, STR("\n"))) {
        buf_put_char(out, '\n');
    }
    buf_printf(out, "%.*s:%s%.*s", STR_ARG(name), value.len > 0 ? " " : "",
               STR_ARG(value));
    if (fresh) {
        buf_put_char(out, '\n');
    }
    buf_put(out, str_sub(body, at + line.len, body.len));
}
