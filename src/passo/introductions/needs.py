"""Who could meet a need that is typed as one says it: by what is meant, and by the words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from django.db.models import Q

from passo.businesses.models import Business
from passo.engine.meaning import taken_together
from passo.introductions.meanings import arrows_of
from passo.introductions.models import Wish
from passo.introductions.understanding import Place, texts_of, texts_of_firms
from passo.lib import meaning
from passo.lib.search import fold, matching
from passo.people.models.person import Consent

NEAR = 200  # texts that are looked at for what they mean
HITS = 100  # lines of Find for each word
LEAST_ALIKE = 0.25  # below, any two texts are as alike
LEAST = 0.3
SURE = 0.4  # in benchmarks/meaning.py 27 of 33 so alike are right, of the rest every other
SHARE = 0.5  # of the best; where somebody fits that well, whoever does not is only in the way
MOST_WORDS = 6
SHORTEST = 3
# Words of a need that say nothing of whom, in the four languages.
SMALL = (
    "a an the of for in at on to with who that can could our my us we me about some someone "
    "somebody anyone person people help need needs know knows looking from and or "
    "un una uno il lo la le gli dei delle del della di da per con che chi ci si nostro nostra "
    "qualcuno persona aiuto serve cerco cerca sappia nel nella alla al e o "
    "ein eine einen einem einer der die das den dem des fur im am an zu mit wer uns unser unsere "
    "jemand jemanden hilfe suche sucht beim bei auf und oder "
    "el los las de del que quien alguien nuestro nuestra nos ayuda busco busca para con sepa y "
    "en su una"
)
EMPTY = frozenset(SMALL.split())

# “in Bologna”, “a Milano”, “bei Graz”, “en Madrid” at the end of what is said.
WHERE = re.compile(
    r"\s+(?:in|near|around|from|at|a|ad|di|da|presso|vicino a|en|de|cerca de|bei|aus|um|nahe)"
    r"\s+(?:[A-ZÀ-Þ][\w’'-]*\s*){1,3}(?=$|[,.;!?])"
)

Line = tuple[str, int]  # "person" or "organisation", and the number


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody, or an organisation; `words` as they were typed; `because`: the text meant.
    `is_guess`: none of the words occurs, and the meaning is but faintly alike.
    """

    person_id: int | None
    organisation_id: int | None
    score: float
    words: tuple[str, ...]
    because: str
    is_guess: bool


def find_by_need(business: Business, text: str, *, most: int = 20) -> list[Found]:
    """Those who fit best, the best first; never who wants to be forgotten or left alone. Guesses
    only where nothing better was found.
    """
    asked = meaning.plain(text)
    words = words_of(asked)
    if not fold(asked):
        return []
    alike = meant(business, asked)
    hits, common = said(business, words)
    lines = {*alike, *hits}
    read = texts_about(business, lines - barred(business, lines))
    every = [weighed(line, texts, alike.get(line), words, common) for line, texts in read.items()]
    found = [one for one in every if not one.is_guess] or every
    least = max([LEAST, *(one.score * SHARE for one in found)])
    return sorted((one for one in found if one.score >= least), key=rank)[:most]


def rank(found: Found) -> tuple[float, int, int]:
    return -found.score, found.person_id or 0, found.organisation_id or 0


def words_of(asked: str) -> dict[str, str]:
    """What Find is asked for, to the word as it was typed: endings differ, beginnings do not."""
    found: dict[str, str] = {}
    for typed in asked.replace("-", " ").split():
        for word in fold(typed).split():
            if len(word) >= SHORTEST and word not in EMPTY:
                found.setdefault(stem(word), typed.strip(".,;:!?()“”\"'"))
    return dict(list(found.items())[:MOST_WORDS])


def stem(word: str) -> str:
    ending = 2 if len(word) > 7 else 1 if len(word) > 5 else 0  # noqa: PLR2004 -- letters
    return word[: len(word) - ending]


def meant(business: Business, asked: str) -> dict[Line, tuple[float, str]]:
    """Of each the text that comes closest: how close, and which."""
    arrows = arrows_of(business)
    if not arrows.places:
        return {}
    near = arrows.near(meaning.encode([what(asked)])[0], most=NEAR, least=LEAST_ALIKE)
    found: dict[Line, tuple[float, str]] = {}
    for place, likeness in near.items():
        found.setdefault(line_of(place), (likeness, place.part))
    return found


def what(asked: str) -> str:
    """Without the place: to the encoder all that happens in one town is alike. Words find it."""
    return WHERE.sub("", asked) or asked


def line_of(place: Place) -> Line:
    if place.person is not None:
        return "person", place.person
    return "organisation", place.organisation or 0


def said(business: Business, words: Iterable[str]) -> tuple[set[Line], dict[str, int]]:
    """Whose line in Find holds one of the words; and how many lines each is in."""
    rows = business.search_rows.filter(kind__in=("person", "organisation"))
    found, common = set[Line](), dict[str, int]()
    for word in words:
        hits = list(matching(rows, word).values_list("kind", "ref")[:HITS])
        common[word] = len(hits)
        found |= {(kind, int(ref)) for kind, ref in hits}
    return found, common


def barred(business: Business, lines: Iterable[Line]) -> set[Line]:
    people = business.people.filter(pk__in=[pk for kind, pk in lines if kind == "person"])
    forgotten = business.wishes.filter(kind=Wish.Kind.FORGET).values("person")
    refused = people.filter(Q(consent=Consent.REFUSED) | Q(pk__in=forgotten))
    return {("person", pk) for pk in refused.values_list("pk", flat=True)}


def texts_about(business: Business, lines: set[Line]) -> dict[Line, dict[str, str]]:
    """Their texts by part, and under "find" the line by which Find knows them."""
    people = [pk for kind, pk in lines if kind == "person"]
    firms = [pk for kind, pk in lines if kind == "organisation"]
    found: dict[Line, dict[str, str]] = defaultdict(dict)
    for place, text in (*texts_of(business, people), *texts_of_firms(business, firms)):
        found[line_of(place)][place.part] = text
    for kind, numbers in (("person", people), ("organisation", firms)):
        rows = business.search_rows.filter(kind=kind, ref__in=[str(pk) for pk in numbers])
        for ref, folded in rows.values_list("ref", "folded"):
            found[kind, int(ref)]["find"] = folded
    return dict(found)


def weighed(
    line: Line,
    texts: Mapping[str, str],
    alike: tuple[float, str] | None,
    words: Mapping[str, str],
    common: Mapping[str, int],
) -> Found:
    """A rare word says more than one that half the people share, as the name of a town."""
    whole = " " + " ".join(fold(text) for text in texts.values())
    held = [word for word in words if f" {word}" in whole]
    rarity = {word: 1 / (1 + log(1 + common[word])) for word in words}
    share = sum(rarity[word] for word in held) / (sum(rarity.values()) or 1)
    likeness, part = alike or (0.0, "")
    kind, number = line
    return Found(
        person_id=number if kind == "person" else None,
        organisation_id=number if kind == "organisation" else None,
        score=taken_together(likeness, share),
        words=tuple(dict.fromkeys(words[word] for word in held)),
        because=texts.get(part, ""),
        is_guess=not held and likeness < SURE,
    )
