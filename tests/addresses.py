"""Every address of Passo, and what to put where an address has a gap.

The crawl (test_access.py) and the browser (browser/) walk the same list. A new address whose gaps
cannot be filled fails the crawl until its word stands in `things_of` of tests/world.py.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from passo.businesses import access

# These gaps hold a word that is the same in every business; all others name one thing of one.
WORDS = {"step"}


class Address(NamedTuple):
    route: str
    name: str
    gaps: tuple[str, ...]
    view: Any

    @property
    def mark(self) -> str:
        """What the view says about who may see it; "" where it says nothing."""
        own = getattr(self.view, "access", "")
        return str(own or access.LIBRARY_VIEWS.get(self.view.__module__, ""))

    @property
    def is_of_a_library(self) -> bool:
        return not hasattr(self.view, "access")

    @property
    def is_of_a_business(self) -> bool:
        return self.route.startswith("b/<slug:slug>/")

    @property
    def names_a_thing(self) -> bool:
        """Beside the business it has a gap for one thing of that business."""
        return self.is_of_a_business and bool(set(self.gaps) - WORDS - {"slug"})

    def filled(self, values: dict[str, Any]) -> str:
        """The path, or a sentence about what is missing."""
        missing = [gap for gap in self.gaps if self.key(gap, values) not in values]
        if missing:
            raise LookupError(
                f"“{self.route}” has a gap for “{', '.join(missing)}”, and the test ground does not"
                " know what to put there. Add it to `things_of` in tests/world.py."
            )
        kept = {gap: values[self.key(gap, values)] for gap in self.gaps}
        try:
            return reverse(self.name, kwargs=kept) if self.name else "/" + self.route
        except NoReverseMatch as problem:
            raise LookupError(f"“{self.route}” cannot be built: {problem}") from problem

    def key(self, gap: str, values: dict[str, Any]) -> str:
        """`pk` means another thing on each page: `mfa_edit_webauthn.pk` comes before `pk`."""
        return f"{self.name}.{gap}" if f"{self.name}.{gap}" in values else gap


def every_address() -> list[Address]:
    return list(below(get_resolver(), Above("", "", ())))


class Above(NamedTuple):
    """What the includes around an address put before it."""

    route: str
    space: str
    gaps: tuple[str, ...]


def below(resolver: URLResolver, above: Above) -> Iterator[Address]:
    for one in resolver.url_patterns:
        route, gaps = above.route + str(one.pattern), above.gaps + gaps_of(one)
        if isinstance(one, URLResolver):
            space = f"{above.space}{one.namespace}:" if one.namespace else above.space
            yield from below(one, Above(route, space, gaps))
        else:
            yield Address(route, above.space + (one.name or ""), gaps, one.callback)


def gaps_of(one: URLPattern | URLResolver) -> tuple[str, ...]:
    return tuple(one.pattern.converters or one.pattern.regex.groupindex)
