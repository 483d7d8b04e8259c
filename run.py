#!/usr/bin/env python3
"""Starts Passo with nothing but Python: `python3 run.py`.

Makes its environment beside this file the first time, then runs `passo serve`.
`python3 run.py test`, `check`, `messages` and `bench` are for those who change Passo.
Everything else is passed on to the `passo` command.
This file stays so plain that any Python can read it, and say that it is too old.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- older ones must be told, so they must get here
    sys.exit(
        "Passo needs Python 3.11 or newer; this is Python "
        + ".".join(map(str, sys.version_info[:2]))
        + ". On Debian 12, Ubuntu 24.04 or later, python3 is new enough."
    )
if sys.platform == "win32":
    sys.exit("Passo runs on Linux and macOS. On Windows it runs inside WSL: https://aka.ms/wsl")

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "tools"))  # noqa: PTH100, PTH118, PTH120

if __name__ == "__main__":
    from environment import main

    sys.exit(main(sys.argv[1:]))
