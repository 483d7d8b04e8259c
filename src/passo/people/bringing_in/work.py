"""One run of an import: what its steps share, and what it has counted so far."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from zoneinfo import ZoneInfo

from django.db import transaction

from passo.businesses.models import Business
from passo.lib.refusal import Refusal
from passo.people.addresses import country_of, domain_of, free_mail_domains, undecorated
from passo.people.fingerprints import fingerprint
from passo.people.models import Import, ImportProblem, LeftOut
from passo.people.models.source import State
from passo.readers.mail import is_shared_address
from passo.readers.records import Problem
from passo.readers.shapes import clean

COUNTED = (
    "people_new",
    "people_joined",
    "people_unchanged",
    "people_changed",
    "organisations_new",
    "touches_new",
    "touches_unchanged",
    "questions",
    "promises",
    "left_out",
    "alone",
    "own",
    "erased",
    "problems",
    "records",
)
MOST_PROBLEMS_KEPT = 5_000
ASKED_AT_ONCE = 500
BREATH_SECONDS = 0.002  # between two batches, so that others get to write


class Stopped(Refusal):
    """Somebody took the import back while it was being read."""


@dataclass
class Work:
    business: Business
    brought_by: Import
    advance: Callable[[str, int, int | None], None] = lambda *_: None
    counts: Counter[str] = field(default_factory=Counter)
    mails_left_out: Counter[str] = field(default_factory=Counter)
    leaving_out: dict[str, LeftOut] = field(default_factory=dict)
    # An address book keeps one UID for one person, whatever they are called later.
    trusts_uids: bool = False
    # People whose earlier touches were moved or went; they are reckoned anew.
    met: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.counts.update(self.brought_by.counts)

    @cached_property
    def country(self) -> str:
        return country_of(self.business)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.business.time_zone)

    @cached_property
    def free_mail(self) -> frozenset[str]:
        return free_mail_domains(self.business)

    @cached_property
    def names_of_imports(self) -> dict[int, str]:
        return dict(self.business.imports.values_list("pk", "name"))

    @cached_property
    def own(self) -> frozenset[str]:
        """The business's own addresses."""
        return frozenset(self.business.own_addresses.values_list("address", flat=True))

    @cached_property
    def own_undecorated(self) -> frozenset[str]:
        return frozenset(map(undecorated, self.own))

    @cached_property
    def own_domains(self) -> frozenset[str]:
        return frozenset(map(domain_of, self.own)) - self.free_mail

    def is_ours(self, address: str) -> bool:
        """Also as our provider delivers it: with a +tag, under its other name."""
        return address in self.own or undecorated(address) in self.own_undecorated

    def is_our_house(self, address: str) -> bool:
        """And what all of ours read: info@ of our own domain."""
        is_here = domain_of(address) in self.own_domains
        return self.is_ours(address) or (is_here and is_shared_address(address))

    @cached_property
    def verdicts(self) -> dict[str, str]:
        """What the owner said of senders that a rule would decide otherwise."""
        said = LeftOut.objects.filter(business=self.business).exclude(verdict="")
        verdicts = dict(said.values_list("address", "verdict"))
        for address in self.listed_among([one for one in verdicts if verdicts[one] == "no"]):
            del verdicts[address]
        return verdicts

    def listed_among(self, addresses: list[str]) -> set[str]:
        """Whoever was taken back in is somebody again."""
        points = self.business.contact_points.filter(kind="mail", person__is_listed=True)
        found: set[str] = set()
        for start in range(0, len(addresses), ASKED_AT_ONCE):
            some = points.filter(value__in=addresses[start : start + ASKED_AT_ONCE])
            found.update(some.values_list("value", flat=True))
        return found

    @cached_property
    def erased(self) -> frozenset[str]:
        """Fingerprints of people who were erased: nothing brings them back."""
        return frozenset(self.business.erased.values_list("fingerprint", flat=True))

    def was_erased(self, marks: Iterable[tuple[str, str]]) -> bool:
        if not self.erased:
            return False
        return any(fingerprint(self.business.pk, *mark) in self.erased for mark in marks)

    @cached_property
    def people_by_mail(self) -> dict[str, int | None]:
        """Whose address it is; None for one that is an organisation's or is waiting to be told."""
        points = self.business.contact_points.filter(kind="mail")
        known: dict[str, int | None] = dict(
            points.values_list("value", "person_id").order_by("-pk")
        )
        return known

    @cached_property
    def people_by_name(self) -> dict[str, int | None]:
        """Whoever has a name of two words or more that nobody else has."""
        found: dict[str, int | None] = {}
        for key, person in self.business.people.listed().values_list("sort_key", "pk"):
            if " " in key:
                found[key] = None if key in found else person
        return found

    def note(self, problems: Iterable[Problem], file: str = "") -> None:
        problems = list(problems)
        room = max(0, MOST_PROBLEMS_KEPT - self.counts["problems"])
        self.counts["problems"] += len(problems)
        ImportProblem.objects.bulk_create(
            ImportProblem(
                business=self.business,
                brought_by=self.brought_by,
                file=clean(file)[:200],
                line=min(problem.line, 2**31 - 1),
                sentence=problem.sentence[:300],
                values={name: clean(str(value))[:200] for name, value in problem.values.items()},
                what=clean(problem.what)[:300],
            )
            for problem in problems[:room]
        )

    def go_on_from(self, **cursor: object) -> None:
        """Written in the same transaction as what it follows: both are true, or neither."""
        self.brought_by.cursor = {**self.brought_by.cursor, **cursor}
        if self.met:
            before = self.brought_by.cursor.get("met", ())
            self.brought_by.cursor["met"] = sorted({*before, *self.met})
        self.brought_by.counts = {name: self.counts[name] for name in COUNTED}
        saved = Import.objects.filter(pk=self.brought_by.pk, state=State.RUNNING).update(
            cursor=self.brought_by.cursor, counts=self.brought_by.counts
        )
        if not saved:
            transaction.set_rollback(rollback=True)
            raise Stopped("")

    def breathe(self) -> None:
        time.sleep(BREATH_SECONDS)
