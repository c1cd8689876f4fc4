// SPDX-License-Identifier: MIT
// What commands print: results on standard output, one line each on standard
// error.
#include "cli/cli.h"

#include "app/keeper.h"
#include "base/buf.h"
#include "base/rec.h"

void cli_print(struct cli *cli, struct buf *text)
{
    fwrite(text->at ? text->at : "", 1, text->len, cli->out);
    buf_finish(text);
}

bool cli_print_piece(struct cli *cli, struct buf *text)
{
    enum { PIECE = 1 << 16 };
    if (text->len > PIECE) {
        fwrite(text->at, 1, text->len, cli->out);
        buf_clear(text);
    }
    return !ferror(cli->out);
}

void cli_end_line(struct buf *out)
{
    while (out->len > 0 && out->at[out->len - 1] == ' ') {
        out->len--;
    }
    buf_put_char(out, '\n');
}

int cli_fail(struct cli *cli, int status, const char *format, ...)
{
    struct buf said = {0}, line = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&said, format, args);
    va_end(args);
    // A name may hold anything; what is said stays one line.
    rec_clean_line(&line, buf_view(&said));
    fprintf(cli->err, "breathmark: %s\n", buf_cstr(&line));
    buf_finish(&said);
    buf_finish(&line);
    return status;
}

void cli_say(void *cli, struct str line)
{
    cli_fail(cli, EXIT_DONE, "%.*s", STR_ARG(line));
}

void cli_say_lines(struct cli *cli, struct buf *lines)
{
    struct str rest = buf_view(lines);
    while (rest.len > 0) {
        cli_say(cli, str_cut(&rest, '\n'));
    }
    buf_finish(lines);
}

struct str cli_near(struct cli *cli, struct str command, struct str word)
{
    struct str near = usage_nearest(cli_usage(cli), command, word);
    return near.len == 0
               ? STR_NONE
               : arena_printf(&cli->mem, "did you mean %.*s? ", STR_ARG(near));
}

int cli_unknown(struct arguments *args, const char *command, struct str word)
{
    struct str of = str_from(command);
    struct str near = cli_near(args->cli, of, word);
    return cli_fail(args->cli, EXIT_USAGE,
                    "%.*s%s\"%.*s\" is not understood here; %.*ssee "
                    "breathmark --help",
                    STR_ARG(of), command ? ": " : "", STR_ARG(word),
                    STR_ARG(near));
}

int cli_kept(struct cli *cli, const char *what, const struct kept *kept)
{
    if (kept->done) {
        return EXIT_DONE;
    }
    struct str words = kept_words(kept, what, &cli->mem);
    return cli_fail(cli, EXIT_FAULT, "%.*s", STR_ARG(words));
}
