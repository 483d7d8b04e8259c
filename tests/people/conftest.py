"""Servers on this machine, for live accounts."""

from tests.lib.remote.conftest import books, office

__all__ = ["books", "office"]
