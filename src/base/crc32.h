// SPDX-License-Identifier: MIT
// CRC-32 as in ISO 3309 and zlib (polynomial 0xEDB88320, reflected).
#pragma once

#include <stdint.h>

#include "base/str.h"

// The CRC of bytes, going on from that of what stood before (0 at the start).
uint32_t crc32_of(uint32_t before, struct str bytes);
