// SPDX-License-Identifier: MIT
// What this computer offers and what is wrong with a person's files, each line
// with its cure. Reads only; prints no word of a journal.
#include "cli/doctor.h"

#include <assert.h>

static const char *const words[] = {"ok", "look", "broken"};
static_assert(sizeof(words) / sizeof(words[0]) == FOUND_COUNT,
              "a word for each finding");

// Paths and what files say may hold anything; a line stays one of four columns.
static struct str on_one_line(struct str text, struct arena *mem)
{
    char *at = ARENA_ARRAY(mem, char, text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        at[i] = (unsigned char)text.at[i] < ' ' ? ' ' : text.at[i];
    }
    return (struct str){at, text.len};
}

static void put_cure(struct report *r)
{
    if (r->cure.len > 0) {
        fprintf(r->cli->out, "%18s%.*s\n", "", STR_ARG(r->cure));
    }
    r->cure = STR_NONE;
}

void report_put(struct report *r, enum finding how, const char *about,
                struct str found, struct str cure)
{
    struct arena *mem = &r->cli->mem;
    r->counts[how]++;
    found = on_one_line(found, mem);
    cure = on_one_line(cure, mem);
    if (r->tsv) {
        fprintf(r->cli->out, "%s\t%s\t%.*s\t%.*s\n", words[how], about,
                STR_ARG(found), STR_ARG(cure));
        return;
    }
    if (!str_equal(cure, r->cure)) {
        put_cure(r);
    }
    fprintf(r->cli->out, "%-7s %-9s %.*s\n", words[how], about, STR_ARG(found));
    r->cure = cure;
}

static void report_end(struct report *r)
{
    put_cure(r);
    if (!r->tsv) {
        fprintf(r->cli->out, "\n%d ok, %d to look at, %d broken\n",
                r->counts[FOUND_OK], r->counts[FOUND_LOOK],
                r->counts[FOUND_BROKEN]);
    }
}

int cli_doctor(struct arguments *args)
{
    struct report r = {.cli = args->cli};
    const struct option known[] = {{"--tsv", .flag = &r.tsv}};
    if (arguments_read(args, "doctor", OPTIONS(known), NULL) != EXIT_DONE) {
        return EXIT_USAGE;
    }
    if (r.tsv) {
        fputs("state\tabout\tfound\tcure\n", r.cli->out);
    }
    doctor_machine(&r);
    doctor_files(&r);
    report_end(&r);
    return r.counts[FOUND_BROKEN] > 0 ? EXIT_FAULT : EXIT_DONE;
}
