// SPDX-License-Identifier: MIT
#include "platform/clock.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "platform/file.h"

static int64_t read_clock(clockid_t which)
{
    struct timespec now = {0};
    clock_gettime(which, &now);
    return (int64_t)now.tv_sec * NS_PER_S + now.tv_nsec;
}

int64_t clock_now_ns(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

int64_t clock_boot_ns(void)
{
#ifdef CLOCK_BOOTTIME
    return read_clock(CLOCK_BOOTTIME);
#else
    return read_clock(CLOCK_MONOTONIC);
#endif
}

void clock_sleep_until(int64_t until_ns)
{
    struct timespec until = {.tv_sec = (time_t)(until_ns / NS_PER_S),
                             .tv_nsec = (long)(until_ns % NS_PER_S)};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
}

#define ZONES "/usr/share/zoneinfo/"

// A name as zones have, Etc/GMT+5 or America/Port-au-Prince, and a file that
// begins as theirs do: what the system has not is UTC to it, under any name.
static bool is_zone(const char *name, const char *path)
{
    static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "abcdefghijklmnopqrstuvwxyz0123456789_+-/";
    struct arena mem = {0};
    struct str begin = STR_NONE, why = STR_NONE;
    bool is = name[0] && name[0] != '/' && !name[strspn(name, signs)] &&
              file_read_head(str_from(path), 4, &mem, &begin, &why) &&
              str_equal(begin, STR("TZif"));
    arena_finish(&mem);
    return is;
}

// The name of what $TZ names (an empty one is UTC), or of /etc/localtime: that
// of a zone, or of a file by its own path, or by what it points at.
static struct str zone_name(struct arena *mem)
{
    const char *named = getenv("TZ");
    named = named && named[0] == ':' ? named + 1 : named;
    char path[PATH_MAX] = {0}, target[PATH_MAX] = {0};
    snprintf(path, sizeof(path), "%s%s", named && named[0] != '/' ? ZONES : "",
             named ? named : "/etc/localtime");
    ssize_t len = readlink(path, target, sizeof(target) - 1);
    const char *at = strstr(path, "/zoneinfo/");
    at = !at && len > 0 ? strstr(target, "/zoneinfo/") : at;
    at = at ? at + strlen("/zoneinfo/") : "";
    return is_zone(at, path) ? arena_copy(mem, str_from(at)) : STR_NONE;
}

struct clock_wall clock_wall_now(struct arena *mem)
{
    struct tm tm = {0};
    time_t now = time(NULL);
    tzset(); // localtime_r stays with the zone that the program began in
    localtime_r(&now, &tm);
    return (struct clock_wall){.year = tm.tm_year + 1900,
                               .month = tm.tm_mon + 1,
                               .day = tm.tm_mday,
                               .hour = tm.tm_hour,
                               .minute = tm.tm_min,
                               .second = tm.tm_sec > 59 ? 59 : tm.tm_sec,
                               .offset_min = (int)(tm.tm_gmtoff / 60),
                               .zone = zone_name(mem)};
}

// The offset in seconds that holds at an instant.
static long offset_at(time_t at)
{
    struct tm tm = {0};
    localtime_r(&at, &tm);
    return tm.tm_gmtoff;
}

// By what held the day before and what holds the day after: mktime guesses
// which of two hours is meant, and takes a second of 1969 for a mistake.
int clock_offset_at(struct clock_wall wall)
{
    enum { DAY_S = 86400 };
    struct tm tm = {.tm_year = wall.year - 1900,
                    .tm_mon = wall.month - 1,
                    .tm_mday = wall.day,
                    .tm_hour = wall.hour,
                    .tm_min = wall.minute,
                    .tm_sec = wall.second};
    time_t as_utc = timegm(&tm);
    tzset();
    long before = offset_at(as_utc - DAY_S), after = offset_at(as_utc + DAY_S);
    bool is_after = offset_at(as_utc - before) != before &&
                    offset_at(as_utc - after) == after;
    return (int)((is_after ? after : before) / 60);
}

struct str clock_utc_stamp(struct arena *mem)
{
    struct tm tm = {0};
    time_t now = time(NULL);
    gmtime_r(&now, &tm);
    return arena_printf(mem, "%04d%02d%02dT%02d%02d%02dZ", tm.tm_year + 1900,
                        tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
                        tm.tm_sec);
}

uint32_t clock_random(void)
{
    uint32_t bits = 0;
    if (getrandom(&bits, sizeof(bits), 0) != (ssize_t)sizeof(bits)) {
        // No random source: the clock's low bits still tell entries apart.
        bits = (uint32_t)clock_now_ns() ^ (uint32_t)getpid() << 16;
    }
    return bits;
}
