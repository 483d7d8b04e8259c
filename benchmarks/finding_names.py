"""How fast are the people of a sentence found among 100,000?

    python benchmarks/finding_names.py [people]

Makes people with the given names, family names and firms of Europe in their usual shares, on a
database of its own in a temporary folder or the empty one that DATABASE_URL names. Prints
milliseconds for the words of a sentence by the table of name words, beside a plain scan of the
people in the same run, and what writing those words adds.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
GIVEN = [
    "Giuseppe",
    "Maria",
    "Luca",
    "Paola",
    "Anna",
    "Marco",
    "Giulia",
    "Andrea",
    "Francesca",
    "Thomas",
    "Sabine",
    "Jürgen",
    "Petra",
    "José",
    "Carmen",
    "Antonio",
    "Lucía",
    "John",
    "Mary",
    "Emma",
    "Oliver",
    "Franz",
    "Elena",
    "Davide",
    "Chiara",
    "Matteo",
    "Laura",
    "Stefan",
]
SYLLABLES = [
    "ro",
    "bian",
    "mül",
    "fer",
    "rin",
    "del",
    "kam",
    "sou",
    "val",
    "gre",
    "hof",
    "mar",
    "pa",
    "lo",
    "stein",
    "ca",
    "ber",
    "ni",
    "ra",
    "ler",
    "ti",
]
TRADES = [
    "Studio",
    "Bar",
    "Elektro",
    "Hotel",
    "Autos",
    "Garten",
    "Edil",
    "Caffè",
    "Metall",
    "Fiori",
]
SENTENCES = [
    "Spoke with Luca at the fair, wants a quote for 3 chargers, call Tuesday",
    "Ho sentito Giuseppe Marferti ieri, le ho promesso il preventivo entro venerdì",
    "Mit Herrn Hofsteinra vom Studio Rinlo telefoniert, schickt mir bis Freitag die Pläne",
    "Almuerzo con José y Carmen Belrara de Edil Norte, enviarles la oferta el lunes por 1.200 €",
    "Met Giulia Ferri from Edil Nord, " + "she told me about the roof and the heating " * 20,
    " ".join(f"{name} {SYLLABLES[at % 20].title()}ni und" for at, name in enumerate(GIVEN * 6)),
]


def main() -> None:
    os.environ["PASSO_DATA"] = tempfile.mkdtemp(prefix="passo-names-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from django.db import connection

    from passo.businesses.models import Business
    from passo.businesses.wall import opened

    with opened():
        business = Business.found("Book", owner=None)
        print(f"{connection.vendor}, {PEOPLE:,} people")
        fill(business, random.Random(7))
        measure(business)


def fill(business: Any, chance: random.Random) -> None:
    from django.db import transaction

    from passo.people import finding
    from passo.people.models import NameWord, Organisation, Person

    names = {f"{chance.choice(TRADES)} {syllables(chance, 2)} srl" for _ in range(PEOPLE // 20)}
    firms = Organisation.objects.bulk_create(
        Organisation(business=business, name=name, key=name.lower()) for name in sorted(names)
    )
    people = Person.objects.bulk_create(
        [person(business, firms, chance) for _ in range(PEOPLE)], batch_size=2_000
    )
    found = [finding.row_of_person(one, ()) for one in people]
    with transaction.atomic():  # as an import does
        lines = timed(lambda: finding.add_people((row, frozenset()) for row, _words in found))
        words = timed(lambda: finding.add_words(found))
    print(f"{NameWord.objects.count():,} words written in {words:.1f} s, lines in {lines:.1f} s")


def person(business: Any, firms: list[Any], chance: random.Random) -> Any:
    from passo.people.models import Person
    from passo.people.models.person import sort_key_of

    given = GIVEN[min(int(chance.expovariate(0.15)), len(GIVEN) - 1)]
    family = syllables(chance, 3)
    return Person(
        business=business,
        name=f"{given} {family}",
        given=given,
        family=family,
        organisation=chance.choice(firms),
        strength=chance.random(),
        sort_key=sort_key_of(f"{given} {family}"),
    )


def syllables(chance: random.Random, count: int) -> str:
    return "".join(chance.choices(SYLLABLES, k=count)).capitalize()


def measure(business: Any) -> None:
    from django.utils import timezone

    from passo.engine.capture import understand
    from passo.people import naming

    today = timezone.localdate()
    for text in SENTENCES:
        asked: list[str] = []
        understand(text, today=today, find=lambda words, asked=asked: asked.extend(words) or [])
        quick = middle(lambda asked=asked: naming.find_in(business)(asked))
        slow = middle(lambda asked=asked: scan(business, asked), times=3)
        whole = middle(
            lambda text=text: understand(text, today=today, find=naming.find_in(business))
        )
        print(
            f"{len(asked):>4} words: {quick:6.1f} ms, plain scan {slow:7.1f} ms;"
            f" the whole sentence {whole:6.1f} ms"
        )


def scan(business: Any, words: list[str]) -> list[int]:
    """Every name read and compared: what one would do without a table."""
    from passo.people.finding import words_of

    wanted = set(words)
    rows = business.people.listed().values_list("pk", "name")
    return [pk for pk, name in rows if wanted & words_of(name)]


def middle(deed: Callable[[], object], times: int = 15) -> float:
    return statistics.median(timed(deed) for _ in range(times)) * 1000


def timed(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
