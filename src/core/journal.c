// SPDX-License-Identifier: MIT
#include "core/journal.h"

#include "core/journal_field.h"

#define AT(member) offsetof(struct entry, member)
#define NAME(text)                                                             \
    {                                                                          \
        text, sizeof(text) - 1                                                 \
    }
static const struct entry_field fields[] = {
    {NAME("Id"), FORM_TEXT, AT(id), 0, 0, 0},
    {NAME("At"), FORM_TEXT, AT(at), 0, 0, 0},
    {NAME("Zone"), FORM_TEXT, AT(zone), 0, 0, 0},
    {NAME("Day_date"), FORM_DATE, AT(day_date), 0, 0, 0},
    {NAME("Day_kind"), FORM_KIND, AT(kind), 0, 0, 0},
    {NAME("Day_basis"), FORM_BASIS, AT(basis), 0, 0, 0},
    {NAME("Plan"), FORM_TEXT, AT(plan), 0, 0, 0},
    {NAME("Cycle"), FORM_COUNT, AT(cycle), 0, 1, INT32_MAX},
    {NAME("Week"), FORM_COUNT, AT(week), 0, 1, INT32_MAX},
    {NAME("Day"), FORM_COUNT, AT(day), 0, 1, INT32_MAX},
    {NAME("Amends"), FORM_TEXT, AT(amends), 0, 0, 0},
    {NAME("Who"), FORM_TEXT, AT(who), 0, 0, 0},
    {NAME("Device"), FORM_TEXT, AT(device), 0, 0, 0},
    {NAME("Session"), FORM_TEXT, AT(session), 0, 0, 0},
    {NAME("Planned_s"), FORM_SECONDS, AT(planned_s), 0, 0, 0},
    {NAME("Done_s"), FORM_SECONDS, AT(done_s), 0, 0, 0},
    {NAME("Ended"), FORM_EARLY, AT(ended_early), 0, 0, 0},
    {NAME("Breaths"), FORM_NUMBER, AT(breaths), 0, 0, INT32_MAX},
    {NAME("Hold_s"), FORM_HOLDS, AT(hold_s), AT(hold_count), 0, INT32_MAX},
    {NAME("Intention"), FORM_TEXT, AT(intention), 0, 0, 0},
    {NAME("Mood_before"), FORM_NUMBER, AT(mood_before), 0, 1, ENTRY_MOOD_MOST},
    {NAME("Mood_after"), FORM_NUMBER, AT(mood_after), 0, 1, ENTRY_MOOD_MOST},
    {NAME("Sleep_h"), FORM_TENTHS, AT(sleep_tenths), 0, 0, ENTRY_SLEEP_MOST},
    {NAME("Sleep_quality"), FORM_NUMBER, AT(sleep_quality), 0, 1,
     ENTRY_MOOD_MOST},
    {NAME("Rate"), FORM_RATINGS, AT(ratings), AT(rating_count), 0,
     ENTRY_RATING_MOST},
    {NAME("Effect"), FORM_TEXTS, AT(effects), AT(effect_count), 0, 0},
    {NAME("Answer"), FORM_ANSWERS, AT(answers), AT(answer_count), 0, 0},
    {NAME("Tag"), FORM_TEXTS, AT(tags), AT(tag_count), 0, 0},
    {NAME("Text"), FORM_TEXT, AT(text), 0, 0, 0},
    // Last: the first field of a name is the one that counts.
    {NAME(""), FORM_OTHERS, AT(others), AT(other_count), 0, 0},
};
#undef AT
#undef NAME

const struct entry_field *entry_fields(size_t *count)
{
    *count = sizeof(fields) / sizeof(fields[0]);
    return fields;
}

void entry_init(struct entry *e)
{
    *e = (struct entry){.planned_s = -1,
                        .done_s = -1,
                        .breaths = -1,
                        .mood_before = -1,
                        .mood_after = -1,
                        .sleep_tenths = -1,
                        .sleep_quality = -1};
}

void entry_stamp(struct entry *e, const struct wall *now, uint32_t random,
                 struct day day, const struct day_key *key, struct arena *mem)
{
    e->id = wall_id(now, random, mem);
    e->at = wall_text(now, mem);
    e->zone = arena_copy(mem, now->zone);
    e->day_date = day;
    e->kind = key->kind;
    e->basis = key->basis;
    e->plan = arena_copy(mem, key->plan);
    e->cycle = key->cycle;
    e->week = key->week;
    e->day = key->day;
}

// The moment of an Id as a wall clock in UTC. False when it has none.
static bool id_wall(struct str id, struct arena *mem, struct wall *out)
{
    bool has_offset = false;
    return wall_parse(
        arena_printf(mem, "%.*s-%.*s-%.*s%.*s:%.*s:%.*s",
                     STR_ARG(str_sub(id, 0, 4)), STR_ARG(str_sub(id, 4, 6)),
                     STR_ARG(str_sub(id, 6, 8)), STR_ARG(str_sub(id, 8, 11)),
                     STR_ARG(str_sub(id, 11, 13)),
                     STR_ARG(str_sub(id, 13, 16))),
        out, &has_offset);
}

// By their moments readers tell which of two corrections counts; so a second
// later than what it corrects, where a clock was set back or stood still.
static struct str id_after(struct str id, const struct wall *now,
                           uint32_t random, struct arena *mem)
{
    struct wall moment = {0};
    if (!id_wall(id, mem, &moment) || wall_utc(&moment) < wall_utc(now)) {
        return wall_id(now, random, mem);
    }
    moment.second++;
    return wall_id(&moment, random, mem);
}

void entry_amend(struct entry *e, const struct wall *now, uint32_t random,
                 struct arena *mem)
{
    e->amends = e->amends.len > 0 ? e->amends : e->id;
    e->id = id_after(e->id, now, random, mem);
    e->at = wall_text(now, mem);
    e->zone = arena_copy(mem, now->zone);
}

struct str journal_header(void)
{
    return STR(
        "# Breathmark journal. Plain text, UTF-8. Format: GNU recutils "
        "\"rec\": one record per entry, a blank line between.\n"
        "# Read it with any editor; query it with recsel; check it with "
        "recfix --check. Every line of a text after its\n"
        "# first starts with \"+ \". End closes an entry: CRC-32 of its bytes "
        "from \"Id:\" to before \"End:\".\n"
        "%rec: Entry\n"
        "%doc: One reflection. Entries are only ever added; a correction is a "
        "new entry with Amends: <Id>.\n"
        "%typedef: Kind_t enum dose transition normal break none\n"
        "%typedef: Basis_t enum logged planned none\n"
        "%typedef: Rate_t range 0 10\n"
        "%type: Id regexp /^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$/\n"
        "%type: At,Day_date date\n"
        "%type: Day_kind Kind_t\n"
        "%type: Day_basis Basis_t\n"
        "%type: Cycle,Week,Day,Planned_s,Done_s,Breaths int\n"
        "%type: Mood_before,Mood_after,Sleep_quality range 1 5\n"
        "%type: Sleep_h real\n"
        "%type: End regexp /^[0-9a-f]{8}$/\n"
        "%mandatory: Id At Day_date Day_kind End\n"
        "\n");
}
