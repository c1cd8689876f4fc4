// SPDX-License-Identifier: MIT
// The program's door: everything it does is a command of cli/.
#include "cli/cli.h"

int main(int argc, char **argv)
{
    return cli_main(argc, argv);
}
