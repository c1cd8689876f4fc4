// SPDX-License-Identifier: MIT
// Memory that runs out. The linker sends here what the rooms ask of malloc,
// calloc and realloc (see CMakeLists.txt); what libraries ask is left alone.
#pragma once

#include <stdbool.h>

// From now on the n-th allocation fails, and *met is set when it does; 0: none
// fails. met may be NULL then.
void memory_fail(int n, bool *met);
