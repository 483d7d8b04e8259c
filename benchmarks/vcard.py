"""How fast are vCards read, beside vobject, and what does a large picture cost?

    python benchmarks/vcard.py [cards]

Generates address books as phones, mail programs and Passo itself write them, reads each by
`read_vcards` and, a fiftieth of it, by vobject in the same run, and prints cards a second. Then
it reads cards with pictures of 50 MB, and a gigabyte in one line, and prints the most memory that
Python held. With cards beside the project, or in the folder that PASSO_SAMPLES names, it reads
these too.
"""

import io
import os
import random
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path

import vobject

from passo.readers.records import Card
from passo.readers.vcard import read_vcards

CARDS = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
FAMILIES = "Rossi Bianchi Müller Schäfer García Núñez Ferrari Weiß Conti Brunner"
GIVEN = "Anna Luca Jörg José Chiara Zoë Marta Björn Elena Giò"
MEGABYTE = 1 << 20


def main() -> None:
    for kind in (small, phone, old, mac):
        compare(kind)
    for name, pieces in (
        ("picture of 50 MB, folded", picture((b"A" * 74 + b"\r\n ") * 1000, 690)),
        ("picture of 50 MB in one line", picture(b"A" * MEGABYTE, 50)),
        ("picture of 50 MB, not folded", picture((b"A" * 74 + b"\r\n") * 1000, 690)),
        ("1 GB in one line", repeat(b"A" * MEGABYTE, 1024)),
    ):
        measure_memory(name, iter(pieces))
    samples = Path(os.environ.get("PASSO_SAMPLES", "../shared/data")) / "vcard"
    if samples.is_dir():
        read_samples(samples)


def compare(kind: Callable[[random.Random, int], str]) -> None:
    ours, theirs = made(kind, CARDS), made(kind, CARDS // 50)
    print(f"{kind.__doc__} {CARDS:,} cards, {len(ours) / 1e6:.1f} MB")
    fast = best(lambda: sum(isinstance(one, Card) for one in read_vcards(io.BytesIO(ours))))
    slow = best(lambda: sum(1 for _ in vobject.readComponents(theirs.decode())))
    print(
        f"   read_vcards {fast:>9,.0f} cards/s   vobject {slow:>7,.0f}   ratio {fast / slow:.0f} x"
    )


def made(kind: Callable[[random.Random, int], str], count: int) -> bytes:
    chance = random.Random(7)
    cards = (kind(chance, number) for number in range(count))
    return "".join(f"BEGIN:VCARD\r\n{card}END:VCARD\r\n" for card in cards).encode()


def small(chance: random.Random, number: int) -> str:
    """Small cards, 3.0:"""
    family, given = chance.choice(FAMILIES.split()), chance.choice(GIVEN.split())
    return (
        f"VERSION:3.0\r\nN:{family};{given};;;\r\nFN:{given} {family}\r\n"
        f"EMAIL;TYPE=INTERNET:{number}@made.example\r\nTEL;TYPE=CELL:+39 333 {number:07}\r\n"
    )


def phone(chance: random.Random, number: int) -> str:
    """A phone's cards, 4.0:"""
    return small(chance, number).replace("3.0", "4.0") + (
        f"UID:urn:uuid:{number:032x}\r\nORG:Impianti {number % 997} Srl;Ufficio\r\n"
        f'TITLE:Elettricista\r\nTEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+39-051-{number}\r\n'
        f"ADR;TYPE=work:;;Via Roma {number};Bologna;BO;40121;Italia\r\nBDAY:--0412\r\n"
        f"NOTE:Conosciuto alla fiera\\, vuole un preventivo per\\ntre colonnine. Richiamare \r\n"
        f"  martedì.\r\nCATEGORIES:Fiera,Clienti\r\n"
    )


def old(chance: random.Random, number: int) -> str:
    """An old phone's cards, 2.1 with quoted-printable:"""
    return (
        "VERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;\r\n"
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BCller\r\n"
        f"TEL;CELL;PREF:+49170{number:07}\r\nTEL;HOME:030{number:07}\r\n"
        f"EMAIL;INTERNET:{number}@made.example\r\n"
    )


def mac(chance: random.Random, number: int) -> str:
    """A computer's cards, 3.0 with labels and a small picture:"""
    picture = "\r\n ".join(["A" * 74] * 40)
    return small(chance, number) + (
        f"item1.EMAIL;type=INTERNET;type=pref:{number}@other.example\r\n"
        f"item1.X-ABLabel:Cantiere\r\nPHOTO;ENCODING=b;TYPE=JPEG:{picture}\r\n"
        f"X-ABUID:{number}\\:ABPerson\r\n"
    )


def best(read: Callable[[], int]) -> float:
    """Of three runs, since the machine may have other things to do."""
    return max(rate(read) for _ in range(3))


def rate(read: Callable[[], int]) -> float:
    start = time.process_time()
    count = read()
    return count / (time.process_time() - start)


class Made(io.RawIOBase):
    """A file that is made while it is read, so that it costs no memory itself."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces

    def read(self, size: int = -1) -> bytes:
        return next(self.pieces, b"")


def picture(piece: bytes, times: int) -> Iterator[bytes]:
    start = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Anna\r\nPHOTO;ENCODING=BASE64:"
    return chain([start], repeat(piece, times), [b"\r\nTEL:1\r\nEND:VCARD\r\n"])


def measure_memory(name: str, pieces: Iterator[bytes]) -> None:
    tracemalloc.start()
    start = time.perf_counter()
    found = list(read_vcards(Made(pieces)))
    seconds = time.perf_counter() - start
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    cards = sum(isinstance(one, Card) for one in found)
    print(f"{name:30} {cards} card, {seconds:5.1f} s, at most {most / MEGABYTE:4.1f} MB")


def read_samples(folder: Path) -> None:
    files = [path.read_bytes() for path in sorted(folder.rglob("*.vcf"))]
    start = time.perf_counter()
    found = [one for raw in files for one in read_vcards(io.BytesIO(raw))]
    seconds = time.perf_counter() - start
    cards = sum(isinstance(one, Card) for one in found)
    print(
        f"Real files: {len(files)} with {sum(map(len, files)) / 1e6:.1f} MB, {cards} cards and "
        f"{len(found) - cards} problems in {seconds * 1000:.0f} ms"
    )


main()
