"""How fast do a book of contacts and a mailbox become people, end to end?

    python benchmarks/bringing_in.py [rows]

End to end: read, kept, told apart (duplicates looked for), searchable, ties reckoned. Each kind
runs in a process of its own, on a database of its own, so that its memory is its own. Beside it,
in the same run, the plain way: one `save` a row through Django's models, as most address books
do. Data are made up and seeded: one in ten contacts comes twice, written differently.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
PLAIN_ROWS = 2_000
GIVEN = "Anna Luca Paolo Giulia Marco Sara Hans Karl Uwe José Ana María Peter John Lucy Elif"
BITS = "ba be bi co da di fe ga lo mi na ro sa te vi zo"
OURS = "chiara@bianchi.example"
BEGAN = 1_600_000_000
Person = tuple[str, str, str, str, str]


def main() -> None:
    if len(sys.argv) > 2:
        run_one(sys.argv[2])
        return
    print(f"{ROWS:,} rows of contacts or messages; one process each")
    print(f"{'what':<22}{'rows/s':>8}{'seconds':>9}{'MB':>6}   what came of it")
    for kind in ("csv", "vcard", "mbox", "same mbox again", "1,000 more", "plain saves"):
        subprocess.run([sys.executable, __file__, str(ROWS), kind], check=True)
    print("peers, from their trackers: 46 to 1,065 rows/s (docs/how/figures.md)")


def run_one(kind: str) -> None:
    os.environ["PASSO_DATA"] = folder = tempfile.mkdtemp(prefix="passo-bringing-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passo.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from passo.businesses import wall
    from passo.businesses.models import Business

    business = Business.found("Bianchi", owner=None)
    with wall.inside(business.pk):
        rows, seconds, came = MEASURED[kind](business, Path(folder))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{kind:<22}{rows / seconds:>8,.0f}{seconds:>9.1f}{memory:>6}   {came}", flush=True)


def bring(business: object, path: Path) -> tuple[float, dict[str, int]]:
    from passo.businesses.files import new_file
    from passo.people.bringing_in import beginning, carrying_on, report

    place = new_file(business.pk, "link")
    place.unlink()
    place.symlink_to(path)
    began = time.perf_counter()
    made = beginning.begin(business, place, path.name, by=None)
    beginning.start(made, queue=False)
    carrying_on.carry_on(business, made.pk)
    seconds = time.perf_counter() - began
    made.refresh_from_db()
    return seconds, {name: count for name, count in report.counted(made).items() if count}


def file_in(folder: Path, name: str, pieces: object) -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8") as file:
        file.writelines(pieces)
    return path


def of_file(
    name: str, pieces: Callable[[int], object]
) -> Callable[[object, Path], tuple[int, float, dict[str, int]]]:
    def measured(business: object, folder: Path) -> tuple[int, float, dict[str, int]]:
        from passo.people.bringing_in import beginning

        beginning.say_own(business, [OURS])
        return ROWS, *bring(business, file_in(folder, name, pieces(ROWS)))

    return measured


def same_again(business: object, folder: Path) -> tuple[int, float, dict[str, int]]:
    from passo.people.bringing_in import beginning

    beginning.say_own(business, [OURS])
    path = file_in(folder, "posta.mbox", mails(ROWS))
    bring(business, path)
    return ROWS, *bring(business, path)


def a_few_more(business: object, folder: Path) -> tuple[int, float, dict[str, int]]:
    """A new import of a thousand against everybody there is."""
    bring(business, file_in(folder, "all.csv", table(ROWS)))
    return 1_000, *bring(business, file_in(folder, "more.csv", table(1_000, seed=2)))


def plain_saves(business: object, _folder: Path) -> tuple[int, float, dict[str, int]]:
    """Each contact by itself: known by mail? else saved, with its firm and its line for Find."""
    from passo.people.models import ContactPoint, Organisation, Person

    began = time.perf_counter()
    for given, family, mail, phone, firm in people(PLAIN_ROWS):
        if business.contact_points.filter(kind="mail", value=mail).exists():
            continue
        organisation, _made = Organisation.objects.get_or_create(
            business=business, key=firm, defaults={"name": firm}
        )
        person = Person.objects.create(
            business=business, name=f"{given} {family}", organisation=organisation
        )
        for way, value in (("mail", mail), ("phone", phone)):
            ContactPoint.objects.create(
                business=business, person=person, kind=way, value=value, said=value
            )
        person.index()
    return PLAIN_ROWS, time.perf_counter() - began, {"people": business.people.count()}


def people(count: int, seed: int = 1) -> list[Person]:
    """One in ten is somebody from before, with another mail and a nickname's initial."""
    chance = random.Random(seed)
    made: list[Person] = []
    for number in range(count):
        if made and number % 10 == 0:
            given, family, _mail, phone, firm = chance.choice(made)
            mail = f"{given[0].lower()}.{family.lower()}{number}@home{seed}.example"
            made.append((f"{given[0]}.", family, mail, phone, firm))
            continue
        given = chance.choice(GIVEN.split())
        family = "".join(chance.choices(BITS.split(), k=chance.choice((2, 3, 3, 4)))).title()
        firm = f"Firm {seed} {number // 3}"
        mail = f"{given.lower()}.{family.lower()}@firm{seed}x{number // 3}.example"
        made.append((given, family, mail, f"+39 3{seed}3 {1_000_000 + number}", firm))
    return made


def table(count: int, seed: int = 1) -> object:
    yield "Given Name,Family Name,E-mail 1 - Value,Phone 1 - Value,Organization 1 - Name\n"
    for given, family, mail, phone, firm in people(count, seed):
        yield f"{given},{family},{mail},{phone},{firm} srl\n"


def cards(count: int) -> object:
    for given, family, mail, phone, firm in people(count):
        yield (
            f"BEGIN:VCARD\nVERSION:3.0\nFN:{given} {family}\nN:{family};{given};;;\n"
            f"ORG:{firm} srl\nEMAIL;TYPE=INTERNET:{mail}\nTEL;TYPE=CELL:{phone}\nEND:VCARD\n"
        )


def mails(count: int) -> object:
    """Two thirds from and to people, a fifth of them in a small round, one in five a newsletter."""
    chance = random.Random(3)
    known = people(max(50, count // 20))
    for number in range(count):
        one, two, three = chance.sample(known, 3)
        theirs, us = f"{one[0]} {one[1]} <{one[2]}>", f"Chiara <{OURS}>"
        sender, to = (us, theirs) if chance.random() < 0.4 else (theirs, us)
        extra = f"Cc: {two[0]} <{two[2]}>, {three[0]} <{three[2]}>\n" if number % 5 == 0 else ""
        if number % 5 == 1:
            sender, to = f"News <news@shop{number % 90}.example>", us
            extra = (
                "List-Id: <news.shop.example>\nList-Unsubscribe: <mailto:x@y>\nPrecedence: bulk\n"
            )
        moment = BEGAN + number * 1_900
        yield (
            f"From x@y {time.asctime(time.gmtime(moment))}\nMessage-ID: <{number}@post.example>\n"
            f"Date: {formatdate(moment)}\nFrom: {sender}\nTo: {to}\n{extra}Subject: Job {number}\n"
            f"References: <{number // 7}@thread.example>\nMIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=utf-8\n\nHello,\n\nCould you come on Tuesday?\n"
            "The lights on the third floor went out again.\n\nThanks\n\n"
            "On Monday you wrote:\n> I will come\n> as soon as I can\n\n"
        )


MEASURED = {
    "csv": of_file("contacts.csv", table),
    "vcard": of_file("contacts.vcf", cards),
    "mbox": of_file("posta.mbox", mails),
    "same mbox again": same_again,
    "1,000 more": a_few_more,
    "plain saves": plain_saves,
}

if __name__ == "__main__":
    main()
