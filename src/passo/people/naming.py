"""Whom a sentence may name: people by the words of their names and firms."""

from collections.abc import Sequence

from django.db.models import Count

from passo.businesses.models import Business
from passo.engine.capture.shapes import Candidate, Find
from passo.engine.names import name_parts
from passo.people.models import Person

MOST = 300  # whoever holds most of the words, then the strongest
FIELDS = ("pk", "name", "given", "family", "nickname", "organisation__name", "strength")


def find_in(business: Business) -> Find:
    """The door of `engine.capture` to the people of a business."""

    def find(words: Sequence[str]) -> list[Candidate]:
        ids = holding(business, words)
        rows = business.people.listed().filter(pk__in=ids).values_list(*FIELDS)
        return [candidate(*row) for row in rows]

    return find


def holding(business: Business, words: Sequence[str]) -> list[int]:
    found = business.name_words.filter(word__in=words).values("person")
    best = found.annotate(held=Count("pk")).order_by("-held", "-person__strength", "person")
    return list(best.values_list("person", flat=True)[:MOST])


def candidate(  # noqa: PLR0917 -- a row of the table
    pk: int,
    name: str,
    given: str,
    family: str,
    nickname: str,
    firm: str | None,
    strength: float,
) -> Candidate:
    if not given and not family:
        parts = name_parts(name)
        given, family = parts.given or name, parts.family
    return Candidate(pk, given, family, nickname, firm or "", strength)


def candidate_of(person: Person) -> Candidate:
    firm = person.organisation.name if person.organisation else ""
    return candidate(
        person.pk,
        person.name,
        person.given,
        person.family,
        person.nickname,
        firm,
        person.strength,
    )
