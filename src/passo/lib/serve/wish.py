"""What `passo serve` was asked for."""

import argparse
import os
from dataclasses import dataclass

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 -- only by the wish of whoever runs it
NAMES = {"127.0.0.1": "localhost"}


@dataclass(frozen=True)
class Wish:
    host: str = "127.0.0.1"
    port: int = 8000
    data: str = ""
    browser: bool = True

    @property
    def near(self) -> str:
        """The host by which this machine reaches itself."""
        return EVERYWHERE.get(self.host, self.host)

    @property
    def address(self) -> str:
        """Where people find it: the public address if there is one."""
        return (os.environ.get("PASSO_ADDRESS") or self.local_address).rstrip("/")

    @property
    def local_address(self) -> str:
        """By its name where it has one: a passkey is bound to a name and works at no number."""
        name = NAMES.get(self.near, self.near)
        return f"http://{f'[{name}]' if ':' in name else name}:{self.port}"

    def into_environment(self) -> None:
        os.environ["PASSO_HOST"] = self.host
        os.environ["PASSO_PORT"] = str(self.port)
        if self.data:
            os.environ["PASSO_DATA"] = os.path.abspath(os.path.expanduser(self.data))  # noqa: PTH100, PTH111


def wish_from(arguments: list[str]) -> Wish:
    parser = argparse.ArgumentParser("passo serve", description="Start Passo and open it.")
    parser.add_argument("--host", default=os.environ.get("PASSO_HOST") or Wish.host)
    parser.add_argument("--port", type=port, default=os.environ.get("PASSO_PORT") or str(Wish.port))
    parser.add_argument("--data", default="", metavar="FOLDER", help="where Passo keeps its data")
    parser.add_argument("--no-browser", dest="browser", action="store_false")
    return Wish(**vars(parser.parse_args(arguments)))


def port(text: str) -> int:
    number = int(text)
    if not 0 < number < 65536:  # noqa: PLR2004 -- what a port can be
        raise argparse.ArgumentTypeError("a port lies between 1 and 65535")
    return number
