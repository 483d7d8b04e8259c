"""A book of records made ready: everything a comparison looks at, as numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from passo.engine.linkage.columns import (
    Column,
    Long,
    Manifold,
    Reals,
    Truth,
    Whole,
    numbered,
    numbered_many,
)
from passo.engine.linkage.records import Many, Records, Texts
from passo.engine.linkage.vocabulary import Vocabulary, vocabulary_of, without_particles
from passo.engine.names import fold, name_parts, words
from passo.engine.names.parts import TITLES

# Whoever reads mail sent there, it is no one person's own beginning of an address.
ROLES = frozenset(
    """
    info mail office contact contatti contatto kontakt contacto hello hallo ciao hola post admin
    administrator amministrazione administracion verwaltung buero segreteria sekretariat
    secretaria sales vendite verkauf ventas support assistenza service kundenservice shop store
    team webmaster postmaster noreply no-reply donotreply newsletter marketing ordini orders
    bestellung pedidos fatture rechnung facturas invoice billing accounting contabilita
    buchhaltung contabilidad hr jobs lavoro reception rezeption prenotazioni booking reservas
    buchung root me user test none unknown
    """.split()  # noqa: SIM905 - words read better as words
)
NO_DIGITS = re.compile(r"\D+")
NO_LETTERS = re.compile(r"[^a-z]+")
PHONE_DIGITS = 9  # the last nine tell numbers apart, with country code or without
FEWEST_DIGITS = 6
FEWEST_LETTERS = 4
DIGITS_OF_ONES_OWN = 2
OFFICE = 5  # people, at least, who read what is sent to a role
FAMILY_WORDS = frozenset({"family", "familie", "famiglia", "familia", "fam"})
WHOLE = 0x110000  # more than any letter's number
DATE = re.compile(r"(\d{4}|-)-?(\d\d)-?(\d\d)$")


@dataclass
class Book:
    """Columns of one length; −1 (or 0 in `birthdays`) where a record has nothing.

    given, family   codes into `names`, (records,)
    is_own_beginning  whether a beginning says more than a name, (values,)
    solid           the names of people written as one word ("jsmith"), codes, (records,)
    birthdays       year, month, day, (records, 3); 0 for an unknown year
    crowd_…         with how many different names a value is held, (values,)
    """

    count: int
    written: Records
    given: Whole
    family: Whole
    names: Vocabulary
    is_guessed: Truth
    mails: Manifold
    beginnings: Manifold
    phones: Manifold
    others: Manifold
    organisation: Column
    birthday: Column
    birthdays: Whole
    street: Column
    city: Column
    code: Column
    solid: Column
    is_own_beginning: Truth
    crowd_mails: Long
    crowd_beginnings: Long
    crowd_phones: Long
    crowd_others: Long

    def __len__(self) -> int:
        return self.count


def prepare(records: Records | Book) -> Book:
    """What does each record say, in a form that can be compared by the million?

    Names are folded and taken apart, mail addresses lose their +tags, phones keep their last
    nine digits; every text becomes a number.

    Cost O(records), some 20 µs each. A prepared book may be given wherever records may.

    >>> book = prepare(Records(name=["Dott. Giuseppe Rossi", "G. Rossi"]))
    >>> book.names.texts
    ['giuseppe', 'g', 'rossi']
    """
    if isinstance(records, Book):
        return records
    mails = numbered_many(cleaned_mails(records.mails))
    beginnings = beginnings_of(mails)
    given, family, guessed, solid = split_names(records, beginnings)
    joined = numbered(given + family)
    counts = np.bincount(joined.codes[joined.codes >= 0], minlength=len(joined.values))
    names = vocabulary_of(joined, counts)
    ours, theirs = joined.codes[: len(records)], joined.codes[len(records) :]
    alone = numbered(solid)
    persons = person_codes(names, ours, theirs, alone.codes)
    phones = numbered_many([phone_key(phone) for phone in entry] for entry in records.phones)
    others = numbered_many([" ".join(words(value)) for value in entry] for entry in records.others)
    return Book(
        count=len(records), written=records, given=ours, family=theirs, names=names,
        is_guessed=guessed, mails=mails, beginnings=beginnings, phones=phones, others=others,
        organisation=folded_column(records.organisation), birthday=numbered(records.birthday),
        birthdays=parsed_birthdays(records.birthday), street=folded_column(records.street),
        city=folded_column(records.city), code=folded_column(records.code), solid=alone,
        is_own_beginning=own_beginnings(beginnings, given, family),
        crowd_mails=crowds_of_mails(mails, persons), crowd_beginnings=crowds(beginnings, persons),
        crowd_phones=crowds(phones, persons), crowd_others=crowds(others, persons),
    )  # fmt: skip


def cleaned_mails(entries: Many) -> Iterator[list[str]]:
    """Without a +tag, and with one name for a provider that has two."""
    return ([cleaned_mail(mail) for mail in entry] for entry in entries)


def cleaned_mail(mail: str) -> str:
    """One address, however it is decorated.

    >>> cleaned_mail("Pino+shop@googlemail.com")
    'pino@gmail.com'
    """
    beginning, _, domain = mail.strip().lower().rpartition("@")
    if not beginning:
        return domain
    if "+" in beginning[1:]:
        beginning = beginning[: beginning.index("+", 1)]
    return f"{beginning}@{'gmail.com' if domain == 'googlemail.com' else domain}"


def beginnings_of(mails: Manifold) -> Manifold:
    """What stands before the @, where it can be a person's own; free places last."""
    own = numbered(own_beginning(mail) for mail in mails.values)
    codes = np.where(mails.codes < 0, -1, np.append(own.codes, -1)[mails.codes])
    return Manifold(-np.sort(-codes, axis=1).astype(np.int32), own.values)


def own_beginning(mail: str) -> str:
    beginning = mail.partition("@")[0]
    if len(beginning) < FEWEST_LETTERS or crowd_by_word(beginning) > 1:
        return ""
    return beginning


def phone_key(phone: str) -> str:
    """The last nine digits; empty for what is too short to be anyone's own number.

    >>> phone_key("+39 333 1234567"), phone_key("112")
    ('331234567', '')
    """
    digits = NO_DIGITS.sub("", phone)
    return digits[-PHONE_DIGITS:] if len(digits) >= FEWEST_DIGITS else ""


def split_names(
    records: Records, beginnings: Manifold
) -> tuple[list[str], list[str], Truth, list[str]]:
    """Given names, family names, which are guessed from a mail address, names as one word."""
    known: dict[str, int] = {}
    given: list[str] = []
    family: list[str] = []
    solid: list[str] = []
    guessed = np.zeros(len(records), dtype=bool)
    first = beginnings.codes[:, 0].tolist()
    rows = zip(records.given, records.family, records.name, strict=True)
    for place, row in enumerate(rows):
        before = known.setdefault("\0".join(row), place)
        found = (given[before], family[before]) if before < place else folded_name(*row)
        if found == ("", "") and first[place] >= 0:
            known["\0".join(row)] = len(records)
            found = name_from_mail(beginnings.values[first[place]])
            guessed[place] = True
        given.append(found[0])
        family.append(found[1])
        solid.append(as_one_word(*found))
    return given, family, guessed, solid


def folded_name(given: str, family: str, name: str) -> tuple[str, str]:
    """Both parts as folded words.

    >>> folded_name("", "", "Rossi, Giuseppe"), folded_name("Dott. José", "de la Cruz", "")
    (('giuseppe', 'rossi'), ('jose', 'cruz'))
    """
    front, back = map(words, written_name(given, family, name))
    if len(front) > 1:
        front = [word for word in front if word not in TITLES] or front
    return " ".join(front), without_particles(back) if back else ""


def written_name(given: str, family: str, name: str) -> tuple[str, str]:
    """Given and family name as they are written, from whichever columns say it."""
    if given and family:
        return given, family
    parts = name_parts(name if name or family else given)
    return parts.given or given or parts.nickname, family or parts.family


def name_from_mail(beginning: str) -> tuple[str, str]:
    """What an address begins with: "giuseppe.rossi" is a name, "grossi77" one word of one.

    >>> name_from_mail("giuseppe.rossi"), name_from_mail("grossi77")
    (('giuseppe', 'rossi'), ('grossi', ''))
    """
    plain = [NO_LETTERS.sub("", word) for word in words(beginning.replace("_", " "))]
    return folded_name("", "", " ".join(word for word in plain if word))


def as_one_word(given: str, family: str) -> str:
    """The name of whoever has only one, if it is long enough to be made of two."""
    alone = (given or family).replace(" ", "")
    if (given and family) or len(alone) < FEWEST_LETTERS:
        return ""
    return NO_LETTERS.sub("", alone)


def as_one(given: str, family: str) -> set[str]:
    """The user names that people make of their names.

    >>> sorted(as_one("john", "smith"))
    ['johns', 'johnsmith', 'jsmith', 'smithj', 'smithjohn']
    """
    first, last = given.replace(" ", ""), family.replace(" ", "")
    return {first + last, last + first, first[0] + last, first + last[0], last + first[0]}


def is_made_of(letters: str, given: str, family: str) -> bool:
    """Do these letters say hardly more than a name?

    >>> is_made_of("pinodeluca", "pino", "luca"), is_made_of("mhvk", "marten", "kerkwijk")
    (True, False)
    """
    if given and family and letters in as_one(given, family):
        return True
    for word in f"{given} {family}".split():
        letters = letters.replace(word, "", 1)
    return len(letters) < FEWEST_LETTERS - 1


def own_beginnings(beginnings: Manifold, given: list[str], family: list[str]) -> Truth:
    """Which beginnings of addresses say more than the name of whoever has them? (values,).

    "mhvk" and "rossi84" do, "giuseppe.rossi" does not. Only those held twice are looked at.
    """
    rows, codes = beginnings.entries()
    often = np.bincount(codes, minlength=len(beginnings.values)) > 1
    own = often.copy()
    for row, code in zip(rows[often[codes]].tolist(), codes[often[codes]].tolist(), strict=True):
        beginning = beginnings.values[code]
        says_name = is_made_of(NO_LETTERS.sub("", fold(beginning)), given[row], family[row])
        if says_name and len(NO_DIGITS.sub("", beginning)) < DIGITS_OF_ONES_OWN:
            own[code] = False
    return own


def person_codes(names: Vocabulary, given: Whole, family: Whole, solid: Whole) -> Long:
    """A coarse number for whom a record is about, −1 if it does not say: the two initials.

    A slip of the pen or a pet name shall not look like a second person, so only the initial
    of the full given name and that of the family name count, in either order. From `WHOLE` on
    it is made of both. A user name ("jsmith") says nobody's initials.
    """
    letters = np.append(names.full_letters, 0).astype(np.int64)
    one, two = letters[given], letters[family]
    handle = (family < 0) & (solid >= 0) & ~np.append(names.is_known, False)[given]
    code = np.minimum(one, two) * WHOLE + np.maximum(one, two)
    return np.where(((given < 0) & (family < 0)) | handle, -1, code)


def crowds(column: Manifold, persons: Long) -> Long:
    """How many different people hold each value, at least one, (values,).

    Of those with one name only, some may be those with two, so the larger number counts.
    Cost O(entries log entries).
    """
    rows, codes = column.entries()
    person = persons[rows]
    whole = distinct(codes, person, person >= WHOLE, len(column.values))
    partial = distinct(codes, person, (person >= 0) & (person < WHOLE), len(column.values))
    return np.maximum(np.maximum(whole, partial), 1)


def distinct(codes: Long, persons: Long, wanted: Truth, size: int) -> Long:
    """How many different wanted persons stand beside each code, (size,)."""
    order = np.lexsort((persons[wanted], codes[wanted]))
    held, by = codes[wanted][order], persons[wanted][order]
    fresh = (np.diff(held, prepend=-1) != 0) | (np.diff(by, prepend=-1) != 0)
    return np.bincount(held[fresh], minlength=size)


def crowds_of_mails(mails: Manifold, persons: Long) -> Long:
    """The same for mail addresses, where the address itself may say that several read it."""
    least = [crowd_by_word(mail.partition("@")[0]) for mail in mails.values]
    return np.maximum(crowds(mails, persons), np.array(least, dtype=np.int64))


def crowd_by_word(beginning: str) -> int:
    """How many people read what is sent there, at least?

    >>> crowd_by_word("info"), crowd_by_word("familie.huber"), crowd_by_word("pino")
    (5, 2, 1)
    """
    if beginning in ROLES:
        return OFFICE
    return 2 if FAMILY_WORDS.intersection(words(beginning)) else 1


def folded_column(values: Texts) -> Column:
    known: dict[str, str] = {"": ""}
    for value in values:
        if value not in known:
            known[value] = " ".join(words(value))
    return numbered([known[value] for value in values])


def parsed_birthdays(values: Texts) -> Whole:
    """Year, month and day, (records, 3); zeros where it is no date, 0 for an unknown year.

    >>> parsed_birthdays(["1980-04-12", "--04-12", "?"]).tolist()
    [[1980, 4, 12], [0, 4, 12], [0, 0, 0]]
    """
    known: dict[str, tuple[int, int, int]] = {}
    for value in values:
        if value not in known:
            match = DATE.match(value)
            year, month, day = match.groups() if match else ("-", "0", "0")
            known[value] = (0 if year == "-" else int(year), int(month), int(day))
    return np.array([known[value] for value in values], dtype=np.int32).reshape(-1, 3)


def frequencies(column: Column | Vocabulary, usual: float) -> Reals:
    """How likely is it that another person has this value too? (values + 1,), the last for none.

    (count + 500·usual) / (n + 500): in a small book what is usual, in a large one what is counted.

    Cost O(records). Source: Winkler 1988 for value-specific weights; Beta prior of 500 records.
    """
    counts = (
        column.counts
        if isinstance(column, Vocabulary)
        else np.bincount(column.codes[column.codes >= 0], minlength=len(column.values))
    )
    total = counts.sum() / (2 if isinstance(column, Vocabulary) else 1)
    return np.append((counts + 500 * usual) / (total + 500), usual)
