// SPDX-License-Identifier: MIT
// power_writer keep FOLDER NAME: keeps entries of 3 KB in FOLDER/journal.rec
// and prints the Id of each that was acknowledged, until one is not or nobody
// reads. power_writer recover FOLDER: what the next start does. For
// journal_power.py.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "platform/append.h"

static void put_record(struct buf *out, struct str id)
{
    enum { SIZE = 3000 };
    struct buf text = {0};
    while (text.len < SIZE) {
        buf_printf(&text, "%zu words of %.*s\n", text.len, STR_ARG(id));
    }
    rec_put(out, STR("Id"), id);
    rec_put(out, STR("Text"), buf_view(&text));
    rec_put_end(out, 0);
    buf_finish(&text);
}

static bool keep(const struct ledger *l, const char *name, int number)
{
    struct arena mem = {0};
    struct buf record = {0};
    struct draft d = {.id = arena_printf(&mem, "%s-%04d", name, number)};
    struct str id = d.id;
    put_record(&record, id);
    bool done = ledger_keep(l, &d, buf_view(&record), &mem).done;
    if (done) {
        printf("%.*s\n", STR_ARG(id));
        done = fflush(stdout) == 0;
    }
    buf_finish(&record);
    arena_finish(&mem);
    return done;
}

int main(int argc, char **argv)
{
    struct arena mem = {0};
    if (argc < 3) {
        fputs("usage: power_writer keep|recover FOLDER [NAME]\n", stderr);
        return 2;
    }
    struct paths p = {.data = str_from(argv[2])};
    p.state = p.data;
    p.spare = path_join(&mem, p.data, STR("spare"));
    struct ledger l =
        ledger_at(&p, STR("journal.rec"), STR("# A head.\n%rec: Entry\n\n"),
                  STR("Text"), &mem);
    disk_begin();
    ledger_recover(&l, &mem, NULL);
    for (int i = 0; argc > 3 && keep(&l, argv[3], i); i++) {
    }
    arena_finish(&mem);
    return 0;
}
