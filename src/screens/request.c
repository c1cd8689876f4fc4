// SPDX-License-Identifier: MIT
#include "screens/request.h"

#include <assert.h>

void request_add(struct requests *list, struct request r)
{
    assert(list->count < REQUESTS_MOST);
    if (list->count < REQUESTS_MOST) {
        list->items[list->count++] = r;
    }
}
