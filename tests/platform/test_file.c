// SPDX-License-Identifier: MIT
// Files are read and replaced whole, with reasons a person understands, and
// folders are found where the environment says.
#include "unit.h"

#include <fcntl.h>
#include <pwd.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/clock.h"
#include "platform/file.h"
#include "platform/paths.h"

struct place {
    struct arena mem;
    struct str folder;
};

static int make_place(void **state)
{
    static struct place place;
    char name[] = "/tmp/breathmark-file-XXXXXX";
    place = (struct place){0};
    assert_non_null(mkdtemp(name));
    place.folder = arena_copy(&place.mem, str_from(name));
    *state = &place;
    return 0;
}

static int remove_place(void **state)
{
    struct place *place = *state;
    struct str command =
        arena_printf(&place->mem, "rm -rf %.*s", STR_ARG(place->folder));
    int status = system(command.at);
    arena_finish(&place->mem);
    return status;
}

static void a_file_is_replaced_whole(void **state)
{
    struct place *place = *state;
    struct arena *mem = &place->mem;
    struct str path = path_join(mem, place->folder, STR("a"));
    struct str text = {0}, why = {0};
    assert_false(file_read(path, 0, mem, &text, &why));
    assert_str(why, "no such file");
    assert_true(file_replace(path, STR("one\n"), mem, &why));
    assert_true(file_replace(path, STR("two\n"), mem, &why));
    assert_true(file_read(path, 0, mem, &text, &why));
    assert_str(text, "two\n");
    struct stat st;
    assert_int_equal(stat(path.at, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_false(file_read(path, 3, mem, &text, &why));
    struct names names;
    assert_true(folder_list(place->folder, mem, &names));
    assert_int_equal(names.count, 1); // no temporary file is left behind
    assert_str(names.items[0], "a");
}

static void what_cannot_be_read_or_written_says_why(void **state)
{
    struct place *place = *state;
    struct arena *mem = &place->mem;
    struct str text = {0}, why = {0};
    assert_false(file_read(place->folder, 0, mem, &text, &why));
    assert_str(why, "is a folder");
    struct str below = path_join(mem, place->folder, STR("x/y/z"));
    assert_false(file_replace(below, STR("t"), mem, &why));
    assert_str(why, "there is no such folder");
    struct str file = path_join(mem, place->folder, STR("a"));
    assert_true(file_replace(file, STR("t"), mem, &why));
    struct str inside = path_join(mem, file, STR("b"));
    assert_false(folder_make(inside, mem, &why));
    assert_false(folder_make(file, mem, &why));
    assert_str(why, "is not a folder");
    assert_false(folder_list(file, mem, &(struct names){0}));
}

// A device is written to: put in its place, a file would be the end of it.
static void what_is_no_file_stays_what_it_is(void **state)
{
    struct place *place = *state;
    struct arena *mem = &place->mem;
    struct str why = {0};
    struct str pipe = path_join(mem, place->folder, STR("pipe"));
    assert_int_equal(mkfifo(pipe.at, 0600), 0);
    int fd = open(pipe.at, O_RDWR | O_NONBLOCK);
    assert_true(fd >= 0);
    assert_true(file_replace(pipe, STR("through"), mem, &why));
    char got[16] = {0};
    struct str text = {0};
    struct names names = {0};
    assert_false(file_read(pipe, 0, mem, &text, &why)); // nobody is waited for
    assert_str(why, "is no plain file");
    assert_true(folder_list(place->folder, mem, &names));
    for (size_t i = 0; i < names.count; i++) {
        assert_false(str_equal(names.items[i], STR("pipe")));
    }
    assert_int_equal(read(fd, got, sizeof(got)), 7);
    assert_string_equal(got, "through");
    close(fd);
    struct stat st;
    assert_int_equal(stat(pipe.at, &st), 0);
    assert_true(S_ISFIFO(st.st_mode));
    assert_int_equal(unlink(pipe.at), 0);
    assert_false(file_replace(place->folder, STR("t"), mem, &why));
    assert_str(why, "is a folder");
}

// Who keeps the settings elsewhere, and links to them, finds them there.
static void a_link_stays_a_link(void **state)
{
    struct place *place = *state;
    struct arena *mem = &place->mem;
    struct str text = {0}, why = {0};
    struct str file = path_join(mem, place->folder, STR("linked"));
    struct str link = path_join(mem, place->folder, STR("link"));
    struct stat st;
    assert_int_equal(symlink("linked", link.at), 0);
    assert_false(file_replace(link, STR("t"), mem, &why));
    assert_true(str_starts(why, STR("the link leads to nothing")));
    assert_true(file_replace(file, STR("one"), mem, &why));
    assert_true(file_replace(link, STR("two"), mem, &why));
    assert_int_equal(lstat(link.at, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_true(file_read(file, 0, mem, &text, &why));
    assert_str(text, "two");
}

// What lies where the temporary file goes is not written through.
static void a_trap_is_not_stepped_into(void **state)
{
    struct place *place = *state;
    struct arena *mem = &place->mem;
    struct str text = {0}, why = {0};
    struct str file = path_join(mem, place->folder, STR("mine"));
    struct str theirs = path_join(mem, place->folder, STR("theirs"));
    struct str trap =
        arena_printf(mem, "%.*s.%ld.tmp", STR_ARG(file), (long)getpid());
    assert_true(file_replace(theirs, STR("as it was"), mem, &why));
    assert_int_equal(symlink(theirs.at, trap.at), 0);
    assert_true(file_replace(file, STR("words"), mem, &why));
    assert_true(file_read(theirs, 0, mem, &text, &why));
    assert_str(text, "as it was");
    assert_true(file_read(file, 0, mem, &text, &why));
    assert_str(text, "words");
}

// Nanoseconds since 1970 end in 2262.
static void a_file_of_any_year_has_a_mark(void **state)
{
    struct place *place = *state;
    struct arena *mem = &place->mem;
    struct str why = {0};
    struct stat st;
    struct str path = path_join(mem, place->folder, STR("late"));
    struct timespec of_2300[2] = {{10413792000, 7}, {10413792000, 7}};
    assert_true(file_replace(path, STR("t"), mem, &why));
    assert_int_equal(utimensat(AT_FDCWD, path.at, of_2300, 0), 0);
    assert_int_equal(stat(path.at, &st), 0); // some disks know no such year
    struct file_mark mark = file_mark_of(path), other = mark;
    assert_int_equal(mark.changed_s, st.st_mtim.tv_sec);
    assert_true(file_mark_same(mark, other));
    other.changed_s++;
    assert_false(file_mark_same(mark, other));
}

static void folders_are_made_private(void **state)
{
    struct place *place = *state;
    struct arena *mem = &place->mem;
    struct str why = {0};
    struct str deep = path_join(mem, place->folder, STR("b/c"));
    assert_true(folder_make(deep, mem, &why));
    assert_true(folder_make(deep, mem, &why));
    struct stat st;
    assert_int_equal(stat(deep.at, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    struct names names;
    struct str parent = path_join(mem, place->folder, STR("b"));
    assert_true(folder_list(parent, mem, &names));
    assert_str(names.items[0], "c/");
}

static void folders_follow_the_environment(void **state)
{
    struct place *place = *state;
    struct arena *mem = &place->mem;
    unsetenv("BREATHMARK_DATA");
    setenv("HOME", "/home/someone", 1);
    setenv("XDG_DATA_HOME", "relative/is/ignored", 1);
    setenv("XDG_CONFIG_HOME", "/etc/theirs/", 1);
    unsetenv("XDG_STATE_HOME");
    struct paths p = paths_find(STR_NONE, mem);
    assert_str(p.data, "/home/someone/.local/share/breathmark");
    assert_str(p.settings, "/etc/theirs/breathmark/settings");
    assert_str(p.state, "/home/someone/.local/state/breathmark");
    setenv("BREATHMARK_DATA", "/else/where", 1);
    p = paths_find(STR_NONE, mem);
    assert_str(p.data, "/else/where");
    assert_str(p.settings, "/else/where/settings");
    assert_str(p.state, "/else/where");
    p = paths_find(STR("here"), mem);
    assert_str(p.data, "here");
    unsetenv("BREATHMARK_DATA");
    unsetenv("XDG_DATA_HOME");
    unsetenv("HOME");
    const struct passwd *me = getpwuid(geteuid());
    struct str known = path_join(mem, str_from(me ? me->pw_dir : "/"),
                                 STR(".local/share/breathmark"));
    assert_string_equal(paths_find(STR_NONE, mem).data.at, known.at);
    setenv("BREATHMARK_ASSETS", "/shipped", 1);
    assert_str(paths_find(STR_NONE, mem).sessions, "/shipped/sessions");
}

static void the_zone_is_told_with_its_offset(void **state)
{
    struct place *place = *state;
    setenv("TZ", "Europe/Berlin", 1);
    struct clock_wall winter = {2026, 1, 15, 12, 0, 0, 0, STR_NONE};
    struct clock_wall summer = {2026, 7, 15, 12, 0, 0, 0, STR_NONE};
    assert_int_equal(clock_offset_at(winter), 60);
    assert_int_equal(clock_offset_at(summer), 120);
    assert_str(clock_wall_now(&place->mem).zone, "Europe/Berlin");
    setenv("TZ", ":/usr/share/zoneinfo/Asia/Tokyo", 1);
    assert_str(clock_wall_now(&place->mem).zone, "Asia/Tokyo");
    struct str link = path_join(&place->mem, place->folder, STR("zone"));
    assert_int_equal(symlink("/usr/share/zoneinfo/Asia/Tokyo", link.at), 0);
    setenv("TZ", link.at, 1);
    assert_str(clock_wall_now(&place->mem).zone, "Asia/Tokyo");
    // Rules, and files that are none of zones, have no name.
    static const char *const nameless[] = {
        "CET-1CEST",
        "tzdata.zi",
        "Europe",
        "../../../etc/hostname",
        "/usr/share/zoneinfo/../../../etc/hostname",
        "/usr/share/zoneinfo/Nope/Nowhere",
        "../zoneinfo/Asia/Tokyo",
        ""};
    for (size_t i = 0; i < sizeof(nameless) / sizeof(nameless[0]); i++) {
        setenv("TZ", nameless[i], 1);
        assert_str(clock_wall_now(&place->mem).zone, "");
    }
    setenv("TZ", "America/Port-au-Prince", 1);
    assert_str(clock_wall_now(&place->mem).zone, "America/Port-au-Prince");
    setenv("TZ", "Etc/GMT+5", 1);
    assert_str(clock_wall_now(&place->mem).zone, "Etc/GMT+5");
    // A file of someone's that is no zone, whatever its path.
    struct str own = path_join(&place->mem, place->folder, STR("zoneinfo"));
    struct str why = STR_NONE;
    assert_true(folder_make(own, &place->mem, &why));
    own = path_join(&place->mem, own, STR("Words"));
    assert_true(file_replace(own, STR("no zone"), &place->mem, &why));
    setenv("TZ", own.at, 1);
    assert_str(clock_wall_now(&place->mem).zone, "");
    int64_t before = clock_now_ns();
    clock_sleep_until(before + 2000000);
    assert_true(clock_now_ns() - before >= 2000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_replaced_whole),
        cmocka_unit_test(what_cannot_be_read_or_written_says_why),
        cmocka_unit_test(what_is_no_file_stays_what_it_is),
        cmocka_unit_test(a_link_stays_a_link),
        cmocka_unit_test(a_trap_is_not_stepped_into),
        cmocka_unit_test(a_file_of_any_year_has_a_mark),
        cmocka_unit_test(folders_are_made_private),
        cmocka_unit_test(folders_follow_the_environment),
        cmocka_unit_test(the_zone_is_told_with_its_offset),
    };
    return cmocka_run_group_tests(tests, make_place, remove_place);
}
