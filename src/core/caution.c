// SPDX-License-Identifier: MIT
#include "core/caution.h"

#include <assert.h>

#include "base/tongue.h"

enum { KEYS_MOST = 4 };

static const struct {
    const char *word;
    bool breath; // not with fast breathing and long holds either
    const char *keys[KEYS_MOST]; // in small letters; any of them names it
} table[] = {
    [CAUTION_PREGNANCY] = {WORD("pregnancy"), true, {"pregnan"}},
    [CAUTION_HEART] = {WORD("heart disease"), true, {"heart"}},
    [CAUTION_STROKE] = {WORD("stroke or aneurysm"),
                        true,
                        {"stroke", "aneurysm"}},
    [CAUTION_BLOOD_PRESSURE] = {WORD("blood pressure"),
                                true,
                                {"blood pressure", "blood-pressure",
                                 "hypertens"}},
    [CAUTION_FAINTING] = {WORD("fainting"), true, {"faint"}},
    [CAUTION_EPILEPSY] = {WORD("epilepsy or seizures"),
                          true,
                          {"epilep", "seizure"}},
    [CAUTION_EYES] = {WORD("glaucoma or a detached retina"),
                      true,
                      {"glaucoma", "retina"}},
    [CAUTION_SURGERY] = {WORD("recent surgery"), true, {"surgery"}},
    [CAUTION_ASTHMA] = {WORD("asthma"), true, {"asthma"}},
    [CAUTION_BONES] = {WORD("fragile bones"),
                       true,
                       {"osteopor", "bones", "fragile spine"}},
    [CAUTION_ANTICOAGULANTS] = {WORD("blood thinners"),
                                true,
                                {"anticoag", "blood thinner"}},
    [CAUTION_BIPOLAR] = {WORD("bipolar disorder"), true, {"bipolar"}},
    [CAUTION_PSYCHOSIS] = {WORD("psychosis"), true, {"psycho", "schizo"}},
    [CAUTION_CRISIS] = {WORD("a recent crisis"),
                        true,
                        {"psychiatric", "crisis"}},
    [CAUTION_UNDER_18] = {WORD("under 18"), true, {"under 18", "under-18"}},
    [CAUTION_VERTIGO] = {WORD("vertigo"), false, {"vertigo"}},
    [CAUTION_JOINTS] = {WORD("painful joints"), false, {"joint"}},
};
static_assert(sizeof(table) / sizeof(table[0]) == CAUTION_COUNT,
              "a row for each");

struct str caution_word(enum caution c)
{
    return str_from(table[c].word);
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static bool names(struct str text, struct str key)
{
    for (size_t at = 0; at + key.len <= text.len; at++) {
        size_t i = 0;
        while (i < key.len && small(text.at[at + i]) == small(key.at[i])) {
            i++;
        }
        if (i == key.len) {
            return true;
        }
    }
    return false;
}

unsigned cautions_named(struct str text)
{
    unsigned named = 0;
    for (int c = 0; c < CAUTION_COUNT; c++) {
        for (int k = 0; k < KEYS_MOST && table[c].keys[k]; k++) {
            if (names(text, str_from(table[c].keys[k]))) {
                named |= 1u << c;
            }
        }
    }
    return named;
}

// Which cautions the practice speaks of, or must be kept from by what it is.
static unsigned cautions_of(const struct practice *p)
{
    unsigned named = 0;
    bool strong =
        (p->classes & CLASS_FAST) || p->longest_hold_ms > PRACTICE_DOSE_HOLD_MS;
    for (size_t i = 0; i < p->caution_count; i++) {
        named |= cautions_named(p->cautions[i]);
    }
    for (int c = 0; strong && c < CAUTION_COUNT; c++) {
        named |= table[c].breath ? 1u << c : 0;
    }
    return named;
}

// Words of the person's own that the table does not know.
static struct str own_word(const struct practice *p, struct str own)
{
    while (own.len > 0) {
        struct str word = str_trim(str_cut(&own, ','));
        for (size_t i = 0; i < p->caution_count; i++) {
            if (word.len > 0 && cautions_named(word) == 0 &&
                names(p->cautions[i], word)) {
                return word;
            }
        }
    }
    return STR_NONE;
}

struct str caution_against(const struct practice *p, struct str own)
{
    unsigned mine = cautions_named(own);
    // Most have none: then no script is searched for them.
    unsigned against = mine != 0 ? mine & cautions_of(p) : 0;
    for (int c = 0; c < CAUTION_COUNT; c++) {
        if (against & 1u << c) {
            return caution_word((enum caution)c);
        }
    }
    return own_word(p, own);
}

static void put_word(struct buf *out, size_t begin, struct str word)
{
    if (word.len > 0) {
        buf_put(out, out->len > begin ? STR(", ") : STR_NONE);
        buf_put(out, word);
    }
}

void cautions_toggle(struct str own, enum caution c, struct buf *out)
{
    size_t begin = out->len;
    unsigned wanted = cautions_named(own) ^ 1u << c;
    unsigned there = 0;
    while (own.len > 0) {
        struct str word = str_trim(str_cut(&own, ','));
        unsigned named = cautions_named(word);
        if ((named & ~wanted) == 0) {
            put_word(out, begin, word);
            there |= named;
        }
    }
    for (int i = 0; i < CAUTION_COUNT; i++) {
        if (wanted & ~there & 1u << i) {
            put_word(out, begin, caution_word((enum caution)i));
        }
    }
}

struct str cautions_other(struct str *own)
{
    while (own->len > 0) {
        struct str word = str_trim(str_cut(own, ','));
        if (word.len > 0 && cautions_named(word) == 0) {
            return word;
        }
    }
    return STR_NONE;
}
