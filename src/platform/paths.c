// SPDX-License-Identifier: MIT
#include "platform/paths.h"

#include <limits.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/file.h"
#include "platform/ical_module.h"

#include "base/crc32.h"

struct str path_join(struct arena *mem, struct str folder, struct str name)
{
    while (folder.len > 1 && folder.at[folder.len - 1] == '/') {
        folder.len--;
    }
    const char *slash = str_equal(folder, STR("/")) ? "" : "/";
    return arena_printf(mem, "%.*s%s%.*s", STR_ARG(folder), slash,
                        STR_ARG(name));
}

struct str path_folder(struct str path, struct arena *mem)
{
    while (path.len > 0 && path.at[path.len - 1] != '/') {
        path.len--;
    }
    if (path.len == 0) {
        return STR(".");
    }
    return arena_copy(mem, str_sub(path, 0, path.len > 1 ? path.len - 1 : 1));
}

// $HOME; where it is not set, as for a service, what the system knows of who
// runs the program.
static struct str home_folder(void)
{
    struct str home = str_from(getenv("HOME"));
    const struct passwd *me = home.len == 0 ? getpwuid(geteuid()) : NULL;
    home = me ? str_from(me->pw_dir) : home;
    return home.len > 0 ? home : STR("/");
}

// $NAME when it is an absolute path, else the home folder's fallback.
static struct str xdg_folder(const char *name, const char *fallback,
                             struct arena *mem)
{
    struct str given = str_from(getenv(name));
    if (given.len > 0 && given.at[0] == '/') {
        return path_join(mem, given, STR("breathmark"));
    }
    return path_join(mem, path_join(mem, home_folder(), str_from(fallback)),
                     STR("breathmark"));
}

static bool is_folder(struct str path)
{
    struct stat st;
    return path.len > 0 && stat(path.at, &st) == 0 && S_ISDIR(st.st_mode);
}

// The folder of the running program; empty when it cannot be known.
static struct str program_folder(struct arena *mem)
{
    char target[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", target, sizeof(target));
    while (len > 0 && target[len - 1] != '/') {
        len--;
    }
    if (len <= 1) {
        return STR_NONE;
    }
    return arena_copy(mem, (struct str){target, (size_t)len - 1});
}

// What came with the program: beside it in a build, whose share/ leads into
// the tree, else in the prefix that it was installed to.
static struct str shipped_folder(struct str program, struct arena *mem)
{
    static const char *const places[] = {"share/breathmark",
                                         "../share/breathmark"};
    struct str place = STR_NONE;
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        place = path_join(mem, program, str_from(places[i]));
        if (is_folder(place)) {
            break;
        }
    }
    return place;
}

// A folder without the links and dots on the way to it, where it is there.
static struct str straightened(struct str path, struct arena *mem)
{
    char target[PATH_MAX];
    return realpath(path.at, target) ? arena_copy(mem, str_from(target)) : path;
}

static void find_shipped(struct paths *p, struct arena *mem)
{
    struct str given = str_from(getenv("BREATHMARK_ASSETS"));
    struct str program = program_folder(mem);
    struct str root =
        given.len > 0 ? arena_copy(mem, given) : shipped_folder(program, mem);
    bool built = file_exists(path_join(mem, program, STR(ICAL_MODULE_FILE)));
    struct str modules = built ? STR(".") : STR("../lib/breathmark/modules");
    p->modules = straightened(path_join(mem, program, modules), mem);
    p->assets = straightened(path_join(mem, root, STR("assets")), mem);
    p->sessions = straightened(path_join(mem, root, STR("sessions")), mem);
}

static struct str absolute(struct str path, struct arena *mem)
{
    char here[PATH_MAX];
    bool relative = path.len > 0 && path.at[0] != '/';
    if (!relative || !getcwd(here, sizeof(here))) {
        return path;
    }
    return path_join(mem, str_from(here), path);
}

// Named after the data folder, so that each journal finds only its own.
static void find_spare(struct paths *p, struct arena *mem)
{
    unsigned long mark = crc32_of(0, absolute(p->data, mem));
    struct str name = arena_printf(mem, "spare-%08lx", mark);
    p->spare =
        path_join(mem, xdg_folder("XDG_STATE_HOME", ".local/state", mem), name);
}

// "en_US.UTF-8": the first of the variables that is set.
static struct str system_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    struct str value = STR_NONE;
    for (size_t i = 0; i < 3 && value.len == 0; i++) {
        value = str_from(getenv(names[i]));
    }
    return value;
}

// The two letters at a place, in lower case; empty when there are no two.
static struct str two_letters(struct str value, size_t at, struct arena *mem)
{
    char code[2] = {0};
    for (size_t i = 0; i < 2; i++) {
        char c = at + i < value.len ? value.at[at + i] : '\0';
        code[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        if (code[i] < 'a' || code[i] > 'z') {
            return STR_NONE;
        }
    }
    return arena_copy(mem, (struct str){code, 2});
}

// "de" of "de", "de_AT.UTF-8" or "de@euro"; empty of "C.UTF-8" and the like.
static struct str language_code(struct str value, struct arena *mem)
{
    bool ends = value.len == 2 ||
                (value.len > 2 && (value.at[2] == '_' || value.at[2] == '.' ||
                                   value.at[2] == '@'));
    return ends ? two_letters(value, 0, mem) : STR_NONE;
}

// LANGUAGE, a list as GNU programs have it, goes before what the locale says,
// unless that is "C" or nothing.
static struct str wished_languages(struct str locale, struct arena *mem)
{
    struct str first = language_code(locale, mem);
    struct str wished = str_from(getenv("LANGUAGE"));
    struct str list = STR_NONE;
    while (first.len > 0 && wished.len > 0) {
        struct str code = language_code(str_cut(&wished, ':'), mem);
        if (code.len > 0) {
            list = arena_printf(mem, "%.*s%.*s:", STR_ARG(list), STR_ARG(code));
        }
    }
    return arena_printf(mem, "%.*s%.*s", STR_ARG(list), STR_ARG(first));
}

struct paths paths_find(struct str data, struct arena *mem)
{
    struct paths p = {0};
    struct str given =
        data.len > 0 ? data : str_from(getenv("BREATHMARK_DATA"));
    if (given.len > 0) {
        p.data = arena_copy(mem, given);
        p.state = p.data;
        p.settings = path_join(mem, p.data, STR("settings"));
    } else {
        p.data = xdg_folder("XDG_DATA_HOME", ".local/share", mem);
        p.state = xdg_folder("XDG_STATE_HOME", ".local/state", mem);
        p.settings =
            path_join(mem, xdg_folder("XDG_CONFIG_HOME", ".config", mem),
                      STR("settings"));
    }
    find_spare(&p, mem);
    find_shipped(&p, mem);
    struct str language = system_language();
    p.country = two_letters(language, str_find(language, '_', 0) + 1, mem);
    p.language = wished_languages(language, mem);
    return p;
}
