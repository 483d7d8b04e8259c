"""`python -m passo`: those that stay in memory are started without the rest.

A script that wants their end told in JSON gets it from the whole command line.
"""

import sys


def main(arguments: list[str]) -> int:
    name, rest = (arguments[0], arguments[1:]) if arguments else ("serve", [])
    plainly = "--json" not in rest
    if name == "serve" and plainly:
        from passo.lib.serve.supervisor import serve  # noqa: PLC0415 -- only what is needed
        from passo.lib.serve.wish import wish_from  # noqa: PLC0415

        return serve(wish_from(rest))
    if name == "web":
        from passo.lib.serve import web  # noqa: PLC0415

        return web.main()
    if name == "jobs" and plainly:
        from passo.lib.queue import process  # noqa: PLC0415

        return process.main(rest)
    from passo.cli import main as command_line  # noqa: PLC0415

    return command_line() or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
