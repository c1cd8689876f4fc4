// SPDX-License-Identifier: MIT
// The fields of an entry as a table, in the order they are written: what both
// journal_write.c and journal_read.c go by. And the order of entries. For
// core/journal*.c alone.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "core/journal.h"

enum entry_form {
    FORM_TEXT = 0,
    FORM_DATE,
    FORM_KIND,
    FORM_BASIS,
    FORM_COUNT,   // int from 1, 0 when not there
    FORM_NUMBER,  // int, -1 when not there
    FORM_SECONDS, // int64_t, -1 when not there
    FORM_TENTHS,  // int, in tenths, -1 when not there
    FORM_EARLY,
    FORM_HOLDS,
    FORM_RATINGS,
    FORM_TEXTS, // an array of texts, its count at also
    FORM_ANSWERS,
    FORM_OTHERS,
};

struct entry_field {
    struct str name;
    enum entry_form form;
    size_t at, also; // offsets in struct entry
    int least, most; // of a number
};

// The moment of an Id: entries of the same second stay as they were written.
static inline struct str id_moment(struct str id)
{
    return str_sub(id, 0, STR("20260301T070211Z").len);
}

const struct entry_field *entry_fields(size_t *count);

// The member of an entry at an offset of the table.
#define MEMBER(e, offset, type)                                                \
    (*(type *)(void *)((unsigned char *)(e) + (offset)))
#define CONST_MEMBER(e, offset, type)                                          \
    (*(const type *)(const void *)((const unsigned char *)(e) + (offset)))
