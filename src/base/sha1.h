// SPDX-License-Identifier: MIT
// SHA-1 as in FIPS 180-4: names for recordings, as sha1sum would give them. No
// guard against anybody.
#pragma once

#include "base/str.h"

enum { SHA1_BYTES = 20, SHA1_LETTERS = 40 };

// The sum of bytes as lower case hexadecimal, not zero-terminated.
void sha1_hex(struct str bytes, char out[SHA1_LETTERS]);
