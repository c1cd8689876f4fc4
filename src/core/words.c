// SPDX-License-Identifier: MIT
#include "core/words.h"

#include <assert.h>

#include "base/buf.h"
#include "core/timeline.h"

static const struct word keys[] = {
    {"title", KEY_TITLE},
    {"kind", KEY_KIND},
    {"class", KEY_CLASS},
    {"effect", KEY_EFFECT},
    {"about", KEY_ABOUT},
    {"source", KEY_SOURCE},
    {"author", KEY_AUTHOR},
    {"license", KEY_LICENSE},
    {"evidence", KEY_EVIDENCE},
    {"caution", KEY_CAUTION},
    {"days", KEY_DAYS},
    {"posture", KEY_POSTURE},
    {"bed", KEY_BED},
    {"pacer", KEY_PACER},
    {"voice", KEY_VOICE},
    {"lang", KEY_LANG},
    {0},
};

static const struct word statements[] = {
    {"let", STATEMENT_LET},         {"settle", STATEMENT_SETTLE},
    {"breathe", STATEMENT_BREATHE}, {"retain", STATEMENT_RETAIN},
    {"sit", STATEMENT_SIT},         {"move", STATEMENT_MOVE},
    {"squeeze", STATEMENT_SQUEEZE}, {"release", STATEMENT_RELEASE},
    {"scan", STATEMENT_SCAN},       {"turn", STATEMENT_TURN},
    {"rest", STATEMENT_REST},       {"write", STATEMENT_WRITE},
    {"wait", STATEMENT_WAIT},       {"repeat", STATEMENT_REPEAT},
    {"end", STATEMENT_END},         {"say", STATEMENT_SAY},
    {"bell", STATEMENT_BELL},       {"bed", STATEMENT_BED},
    {"pacer", STATEMENT_PACER},     {"ask", STATEMENT_ASK},
    {"rate", STATEMENT_RATE},       {"at", STATEMENT_AT},
    {"every", STATEMENT_EVERY},     {"last", STATEMENT_LAST},
    {"scatter", STATEMENT_SCATTER}, {0},
};

static const struct word kinds[] = {
    {"breathwork", KIND_BREATHWORK}, {"meditation", KIND_MEDITATION},
    {"somatic", KIND_SOMATIC},       {"partner", KIND_PARTNER},
    {"reflection", KIND_REFLECTION}, {0},
};

static const struct word effects[] = {
    {"calm", EFFECT_CALM},
    {"focus", EFFECT_FOCUS},
    {"energy", EFFECT_ENERGY},
    {"sleep", EFFECT_SLEEP},
    {"ground", EFFECT_GROUND},
    {"release", EFFECT_RELEASE},
    {"connect", EFFECT_CONNECT},
    {"insight", EFFECT_INSIGHT},
    {0},
};

static const struct word postures[] = {
    {"sitting", POSTURE_SITTING},   {"lying", POSTURE_LYING},
    {"standing", POSTURE_STANDING}, {"walking", POSTURE_WALKING},
    {"any", POSTURE_ANY},           {0},
};

static const struct word pacers[] = {
    {"orb", PACER_ORB},       {"wave", PACER_WAVE}, {"box", PACER_BOX},
    {"petals", PACER_PETALS}, {"bar", PACER_BAR},   {"ring", PACER_RING},
    {"body", PACER_BODY},     {"none", PACER_NONE}, {0},
};

static const struct word classes[] = {
    {"gentle", CLASS_GENTLE},
    {"holds", CLASS_HOLDS},
    {"fast", CLASS_FAST},
    {"activating", CLASS_ACTIVATING},
    {0},
};

static const struct word days[] = {
    {"any", SUITS_ANY},
    {"dose", SUITS_DOSE},
    {"transition", SUITS_TRANSITION},
    {"normal", SUITS_NORMAL},
    {"break", SUITS_BREAK},
    {0},
};

static const struct word switches[] = {{"on", 1}, {"off", 0}, {0}};

// "top" is a phase of its own; a hold becomes full or empty by its place.
static const struct word phases[] = {
    {"in", PHASE_IN},   {"top", PHASE_TOP},   {"hold", PHASE_HOLD_EMPTY},
    {"out", PHASE_OUT}, {"rest", PHASE_REST}, {0},
};

static const struct word ways[] = {
    {"nose", WAY_NOSE},
    {"mouth", WAY_MOUTH},
    {"left", WAY_LEFT},
    {"right", WAY_RIGHT},
    {"lips", WAY_LIPS},
    {"hum", WAY_HUM},
    {"voo", WAY_VOO},
    {"sigh", WAY_SIGH},
    {"throat", WAY_THROAT},
    {"belly", WAY_BELLY},
    {"ribs", WAY_RIBS},
    {"chest", WAY_CHEST},
    {0},
};

static const struct word places[] = {
    {"face", 0},   {"jaw", 0},   {"neck", 0},  {"shoulders", 0},
    {"arms", 0},   {"hands", 0}, {"chest", 0}, {"back", 0},
    {"belly", 0},  {"hips", 0},  {"knees", 0}, {"thighs", 0},
    {"calves", 0}, {"feet", 0},  {"whole", 0}, {0},
};

static const struct word parts[] = {
    {"shoulder", 0}, {"arm", 0},  {"hand", 0}, {"hip", 0}, {"thigh", 0},
    {"knee", 0},     {"calf", 0}, {"foot", 0}, {0},
};

static const struct word grammar[] = {
    {"for", 0},   {"x", 0},      {"to", 0},     {"full", 0},
    {"empty", 0}, {"until", 0},  {"tap", 0},    {"at", 0},
    {"most", 0},  {"rising", 0}, {"fading", 0}, {"over", 0},
    {"both", 0},  {"off", 0},    {"tick", 0},   {0},
};

static const struct word bells[] = {
    {"bowl", 0},
    {"rubbed", 0},
    {"chime", 0},
    {0},
};

static const struct word beds[] = {
    {"ocean", 0}, {"rain", 0}, {"wind", 0}, {"brown", 0}, {"drone", 0}, {0},
};

static const struct word *const tables[] = {
    [WORDS_KEYS] = keys,         [WORDS_STATEMENTS] = statements,
    [WORDS_KINDS] = kinds,       [WORDS_CLASSES] = classes,
    [WORDS_EFFECTS] = effects,   [WORDS_DAYS] = days,
    [WORDS_POSTURES] = postures, [WORDS_PACERS] = pacers,
    [WORDS_SWITCH] = switches,   [WORDS_PHASES] = phases,
    [WORDS_WAYS] = ways,         [WORDS_PLACES] = places,
    [WORDS_PARTS] = parts,       [WORDS_GRAMMAR] = grammar,
    [WORDS_BELLS] = bells,       [WORDS_BEDS] = beds,
};
static_assert(sizeof(tables) / sizeof(tables[0]) == WORDS_COUNT,
              "a table for every name");

const struct word *word_find(enum word_table table, struct str s)
{
    for (const struct word *w = tables[table]; w->text; w++) {
        if (str_equal(s, str_from(w->text))) {
            return w;
        }
    }
    return NULL;
}

struct str word_of(enum word_table table, int value)
{
    for (const struct word *w = tables[table]; w->text; w++) {
        if (w->value == value) {
            return str_from(w->text);
        }
    }
    return STR_NONE;
}

size_t word_slack(struct str s)
{
    return s.len <= 3 ? 1 : s.len <= 7 ? 2 : 3;
}

struct str word_nearest(enum word_table table, struct str s)
{
    struct str nearest = STR_NONE;
    size_t least = word_slack(s) + 1;
    for (const struct word *w = tables[table]; w->text; w++) {
        size_t distance = str_distance(s, str_from(w->text), least);
        if (distance < least && distance < s.len) {
            least = distance;
            nearest = str_from(w->text);
        }
    }
    return nearest;
}

struct str word_list(enum word_table table, struct arena *mem)
{
    struct buf out = {0};
    for (const struct word *w = tables[table]; w->text; w++) {
        if (w != tables[table]) {
            buf_put(&out, w[1].text ? STR(", ") : STR(" or "));
        }
        buf_put(&out, str_from(w->text));
    }
    struct str list = arena_copy(mem, buf_view(&out));
    buf_finish(&out);
    return list;
}

bool word_is_name(struct str s, bool dashes)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool letter = c >= 'a' && c <= 'z';
        bool later = (c >= '0' && c <= '9') || c == '_' || (dashes && c == '-');
        if (!letter && (i == 0 || !later)) {
            return false;
        }
    }
    return s.len > 0;
}
