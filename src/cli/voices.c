// SPDX-License-Identifier: MIT
// Spoken lines: what there is to speak with, and the sheet of what to record.
#include "app/script.h"
#include "base/set.h"
#include "cli/choose.h"
#include "frame/spoken.h"
#include "platform/file.h"
#include "platform/narrator.h"

static void list_voices(struct cli *cli, struct str packs)
{
    struct names names = {0};
    struct str why = STR_NONE;
    if (narrator_built_in(cli->paths.modules, &why, &cli->mem)) {
        fputs("built in: English, a computer's voice\n", cli->out);
    } else {
        fputs("built in: none (it needs the library libflite1)\n", cli->out);
    }
    folder_list(packs, &cli->mem, &names);
    for (size_t i = 0; i < names.count; i++) {
        struct str name = names.items[i];
        if (str_ends(name, STR("/"))) {
            name.len--;
            fprintf(cli->out, "pack: %.*s\n", STR_ARG(name));
        }
    }
    fprintf(cli->out,
            "\nThe settings \"voice\" and \"voice_pack\" choose; packs are "
            "folders in\n%.*s\n",
            STR_ARG(packs));
}

// Each line once, in the order in which it is said first.
static void print_sheet(struct cli *cli, const struct script *script,
                        struct str packs)
{
    struct spoken_list list;
    spoken_build(&list, &script->timeline, script->session.lang, &cli->mem);
    fprintf(cli->out,
            "# %.*s: the lines to record, each as Ogg Vorbis of this name\n"
            "# in a folder of %.*s\n"
            "# Leave no silence before a line. Words of the breath take %d ms "
            "at most.\n",
            STR_ARG(script->session.title), STR_ARG(packs), SPOKEN_WORD_MS);
    struct set told = {.mem = &cli->mem};
    for (size_t i = 0; i < list.count; i++) {
        struct str text = list.items[i].text;
        if (set_add(&told, text)) {
            struct str file = narrator_file(text, &cli->mem);
            fprintf(cli->out, "%.*s\t%.*s\n", STR_ARG(file), STR_ARG(text));
        }
    }
}

int cli_voices(struct arguments *args)
{
    struct cli *cli = args->cli;
    struct chooser chooser = {0};
    struct str word, wanted = STR_NONE;
    bool is_option, sheet = false;
    while (arguments_next(args, &word, &is_option)) {
        if (is_option && str_equal(word, STR("--sheet"))) {
            sheet = true;
            if (!arguments_value(args, word, &wanted)) {
                return EXIT_USAGE;
            }
            continue;
        }
        enum taken taken =
            is_option ? choose_option(args, word, &chooser) : TAKEN_NOT;
        if (taken != TAKEN_WELL) {
            return taken == TAKEN_NOT ? cli_unknown(args, "voices", word)
                                      : EXIT_USAGE;
        }
    }
    struct str packs = path_join(&cli->mem, cli->paths.data, STR("voices"));
    if (!sheet) {
        list_voices(cli, packs);
        return EXIT_DONE;
    }
    struct script script;
    int status = choose_script(cli, wanted, &chooser, &script);
    if (status == EXIT_DONE) {
        print_sheet(cli, &script, packs);
    }
    return status;
}
