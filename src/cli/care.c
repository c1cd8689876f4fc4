// SPDX-License-Identifier: MIT
// The page Care for a terminal: when to stop, the person's own plan, whom to
// call. Never fails: what cannot be read is left out.
#include "app/preferences.h"
#include "app/world.h"
#include "cli/cli.h"

static void put_contact(struct buf *out, const struct care_contact *c)
{
    buf_put(out, STR("  "));
    rec_clean_line(out, c->name);
    if (c->number.len > 0) {
        buf_put(out, STR(": "));
        rec_clean_line(out, c->number);
    }
    buf_put_char(out, '\n');
    if (c->when.len > 0) {
        buf_put(out, STR("      "));
        rec_clean_line(out, c->when);
        buf_put_char(out, '\n');
    }
}

static void put_page(struct buf *out, const struct care_page *page)
{
    buf_put_char(out, '\n');
    rec_clean_line(out,
                   page->country.len > 0 ? page->country : STR("Whom to call"));
    if (page->checked.len > 0) {
        buf_put(out, STR(" (checked on "));
        rec_clean_line(out, page->checked);
        buf_put_char(out, ')');
    }
    buf_put_char(out, '\n');
    for (size_t i = 0; i < page->count; i++) {
        put_contact(out, &page->contacts[i]);
    }
}

int cli_care(struct arguments *args)
{
    if (arguments_read(args, "care", NO_OPTIONS, NULL) != EXIT_DONE) {
        return EXIT_USAGE;
    }
    struct cli *cli = args->cli;
    struct buf out = {0};
    struct world world = {0};
    struct preferences preferences = {0};
    preferences_init(&preferences, cli->paths.settings);
    world_care(&world, &cli->paths, &preferences.settings);
    buf_put(&out, STR("Stop if\n"));
    for (int i = 0; i < CARE_STOPS; i++) {
        buf_printf(&out, "  %.*s\n", STR_ARG(care_stop(i)));
    }
    buf_printf(&out, "%.*s\n", STR_ARG(care_stopped()));
    for (size_t i = 0; i < world.facts.care_count; i++) {
        put_page(&out, &world.facts.care[i]);
    }
    if (world.facts.care_count == 0) {
        buf_put(&out, STR("\nCall your local emergency number first.\n"));
    }
    buf_put(&out, STR("\nGround now: breathmark play ground --text\n"));
    cli_print(cli, &out);
    world_finish(&world);
    preferences_finish(&preferences);
    return EXIT_DONE;
}
