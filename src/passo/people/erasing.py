"""A person erased for good: the row, all that hangs on it, and its traces in history.

What stays says nothing of whom it was: that somebody was erased, when and by whom; and keyed
fingerprints of addresses and record names, so that no import brings the person back unseen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from passo.businesses.models import Business, Change, User
from passo.lib.search import fold
from passo.people import hanging, ties
from passo.people.cards import checksum
from passo.people.fingerprints import fingerprint, who
from passo.people.lasting import Names, key_of
from passo.people.models import (
    Erased,
    ImportProblem,
    Participation,
    Person,
    Signal,
    Touch,
)
from passo.people.models.touch import Direction

NAMELESS = "…"
BATCH = 500
# What hangs on a person and has a history of its own: how its changes name the person.
NAMED_BY = {
    "people.contactpoint": ("person",),
    "people.tagging": ("person",),
    "people.merge": ("stays", "gone"),
}


@dataclass(frozen=True)
class Traces:
    """Who is erased, under which numbers, names and addresses."""

    business: Business
    ids: tuple[int, ...]
    names: frozenset[str]
    mails: frozenset[str]
    phones: frozenset[str]
    keys: frozenset[str]

    @property
    def words(self) -> list[str]:
        """Folded, whatever would tell who it was."""
        return [word for word in map(fold, {*self.names, *self.mails, *self.phones}) if word]

    def name_them(self, *texts: Any) -> bool:
        text = fold(" ".join(map(str, texts)))
        return any(word in text for word in self.words)


@dataclass(frozen=True)
class Toll:
    """What an erasing takes, told before it is done."""

    touches: int
    shared: int
    naming: int
    records: int
    changes: int


def traces_of(person: Person) -> Traces:
    business = person.business
    ids = with_all_joined(person)
    people = business.people.filter(pk__in=ids)
    sources = list(business.sources.filter(person__in=ids).only("key", "card"))
    points = business.contact_points.filter(person__in=ids).values_list("kind", "value", "said")
    mails = {value for kind, value, _said in points if kind == "mail"}
    phones = {way for kind, value, said in points if kind == "phone" for way in (value, said)}
    for source in sources:
        mails |= {mail[0] for mail in source.card.get("mails", ())}
        phones |= {way for phone in source.card.get("phones", ()) for way in phone[:2]}
    parts = business.participations.filter(person__in=ids).exclude(address="")
    names = {*people.values_list("name", flat=True), *(one.card.get("name", "") for one in sources)}
    return Traces(
        business=business,
        ids=tuple(ids),
        names=frozenset(names - {""}),
        mails=frozenset(mails | set(parts.values_list("address", flat=True).distinct())),
        phones=frozenset(phones - {""}),
        keys=frozenset(source.key for source in sources),
    )


def with_all_joined(person: Person) -> list[int]:
    """And whoever was joined into them, and into those."""
    found, fresh = [person.pk], [person.pk]
    while fresh:
        fresh = list(
            person.business.people.filter(merged_into__in=fresh).values_list("pk", flat=True)
        )
        found += fresh
    return found


def toll(traces: Traces) -> Toll:
    shared = shared_touches(traces)
    naming = [
        1 for texts in shared.values_list("subject", "text", "step") if traces.name_them(*texts)
    ]
    return Toll(
        touches=lone_touches(traces).count(),
        shared=shared.count(),
        naming=len(naming),
        records=traces.business.sources.filter(person__in=traces.ids).count(),
        changes=changes_about(traces, []).count(),
    )


def touches_of(traces: Traces) -> "QuerySet[Touch]":
    theirs = traces.business.participations.filter(
        Q(person__in=traces.ids) | Q(person=None, address__in=traces.mails)
    )
    return traces.business.touches.filter(pk__in=theirs.values("touch"))


def others_in(traces: Traces) -> Exists:
    parts = Participation.objects.filter(business=traces.business, touch=OuterRef("pk"))
    mine = Q(person__in=traces.ids) | Q(person=None, address__in=traces.mails)
    return Exists(parts.exclude(mine))


def lone_touches(traces: Traces) -> "QuerySet[Touch]":
    return touches_of(traces).filter(~others_in(traces))


def shared_touches(traces: Traces) -> "QuerySet[Touch]":
    return touches_of(traces).filter(others_in(traces))


def erase(person: Person, *, by: User | None) -> None:
    """All of it in one transaction: nobody is ever half erased."""
    business = person.business
    with transaction.atomic():
        traces = traces_of(person)
        met = people_beside(traces)
        take_words(traces)
        gone = take_touches(traces)
        empty_history(traces, gone)
        empty_problems(traces)
        business.left_out.filter(address__in=traces.mails).delete()
        refs = [str(one) for one in traces.ids]
        business.search_rows.filter(kind="person", ref__in=refs).delete()
        waiting = [checksum("mail", mail) for mail in traces.mails]
        business.sources.filter(person=None, organisation=None, key__in=waiting).delete()
        firms = firms_of(traces)
        hanging.leave(business, traces.ids)
        business.people.filter(pk__in=traces.ids).delete()
        take_firms(business, firms)
        empty_names(traces)
        remember_nothing_but(traces)
        tell_history(business, person.pk or traces.ids[0], by)
        ties.refresh(business, met)


def firms_of(traces: Traces) -> list[int]:
    """Where they were, and what their cards named: read before they go."""
    firms = traces.business.organisations
    theirs = firms.filter(Q(positions__person__in=traces.ids) | Q(people__in=traces.ids))
    return list(theirs.values_list("pk", flat=True).distinct())


def take_firms(business: Business, firms: Sequence[int]) -> None:
    """A firm that an import made of their card or address tells of them, if nobody else is there;
    it stays where somebody wrote anything of it.
    """
    imported = business.organisations.filter(pk__in=firms, brought_by__isnull=False)
    bare = imported.filter(kept=[], note="", sources=None, contact_points=None, positions=None)
    gone = list(bare.filter(people=None).values_list("pk", flat=True))
    refs = [str(one) for one in gone]
    business.search_rows.filter(kind="organisation", ref__in=refs).delete()
    business.organisations.filter(pk__in=gone).delete()


def empty_names(traces: Traces) -> None:
    """Whose name stands beside an address that a firm's people share, or one that was left out."""
    business = traces.business
    shared = business.sources.filter(organisation__isnull=False, card__name__in=traces.names)
    for source in shared.filter(card__from_mail=True):
        source.card = {name: source.card[name] for name in source.card if name != "name"}
        source.save(update_fields=["card"])
    business.left_out.filter(name__in=traces.names).update(name="")


def people_beside(traces: Traces) -> list[int]:
    """Whose ties change: who took part in the same touches."""
    beside = traces.business.participations.filter(touch__in=shared_touches(traces).values("pk"))
    others = beside.exclude(person__in=traces.ids).exclude(person=None)
    return list(others.values_list("person", flat=True).distinct())


def take_touches(traces: Traces) -> list[int]:
    """Touches with them alone go; from the others they go."""
    lone = list(lone_touches(traces).values_list("pk", flat=True))
    by_hand = shared_touches(traces).filter(brought_by=None)
    for touch in by_hand.only("people_ids"):
        touch.people_ids = [one for one in touch.people_ids if one not in traces.ids]
        Touch.objects.filter(pk=touch.pk).update(people_ids=touch.people_ids)
    parts = Participation.objects.filter(business=traces.business)
    parts.filter(Q(person__in=traces.ids) | Q(person=None, address__in=traces.mails)).delete()
    for start in range(0, len(lone), BATCH):
        some = lone[start : start + BATCH]
        Touch.objects.filter(business=traces.business, pk__in=some).delete()
    return lone


def take_words(traces: Traces) -> None:
    """What they said in mails that stay, what machines said of them, and whatever names them."""
    signals = Signal.objects.filter(business=traces.business)
    theirs = Q(person__in=traces.ids) | Q(person=None, address__in=traces.mails)
    wrote = traces.business.participations.filter(theirs, direction=Direction.IN)
    signals.filter(touch__in=wrote.values("touch"), is_ours=False).delete()
    signals.filter(address__in=traces.mails).delete()
    shared = signals.filter(touch__in=shared_touches(traces).values("pk"))
    quotes = shared.values_list("pk", "quote")
    naming = [pk for pk, quote in quotes if traces.name_them(quote)]
    signals.filter(pk__in=naming).delete()


def empty_history(traces: Traces, touches: Sequence[int]) -> None:
    """That something was changed stays, and which of us did it; about whom, and what, goes. What
    they answered behind a link stands there under their own name.
    """
    about = changes_about(traces, touches)
    about.filter(by=None, by_name__in=set(names_told(traces))).update(by_name="")
    about.update(kind="people.person", what="emptied", thing_name=NAMELESS, before={}, after={})


def names_told(traces: Traces) -> Iterator[str]:
    """Theirs, and what they were called before, as the history cuts them."""
    yield from (name[:120] for name in traces.names)
    ids = [str(one) for one in traces.ids]
    named = traces.business.changes.filter(kind="people.person", thing__in=ids)
    for rows in named.values_list("before", "after"):
        yield from (row["name"][:120] for row in rows if row.get("name"))


def changes_about(traces: Traces, touches: Sequence[int]) -> "QuerySet[Change]":
    ids = list(traces.ids)
    about = Q(kind="people.person", thing__in=[str(one) for one in ids])
    about |= hanging.changes_of(traces.business, ids)
    for kind, names in NAMED_BY.items():
        for name in names:
            told = Q(**{f"before__{name}__in": ids}) | Q(**{f"after__{name}__in": ids})
            about |= Q(kind=kind) & told
    gone = [str(one) for one in touches] + list(touches_removed(traces))
    about |= Q(kind="people.touch", thing__in=gone)
    return traces.business.changes.filter(about)


def touches_removed(traces: Traces) -> Iterator[str]:
    """Touches by hand that somebody took away before: only their history still has them."""
    removed = traces.business.changes.filter(kind="people.touch", after={})
    for thing, before in removed.values_list("thing", "before").iterator():
        if set(before.get("people_ids", ())) & set(traces.ids):
            yield thing


def empty_problems(traces: Traces) -> None:
    """Records that an import could not read may show them."""
    problems = traces.business.import_problems.only("what", "values")
    for problem in problems.iterator(chunk_size=BATCH):
        if traces.name_them(problem.what, *problem.values.values()):
            values = dict.fromkeys(problem.values, NAMELESS)
            ImportProblem.objects.filter(pk=problem.pk).update(what="", values=values)


def remember_nothing_but(traces: Traces) -> None:
    """Fingerprints of what is theirs alone: a family's mail address goes on being the family's."""
    business = traces.business
    left = business.contact_points.filter(kind="mail", value__in=traces.mails)
    mails = traces.mails - set(left.values_list("value", flat=True))
    marks = {("mail", mail) for mail in mails} | {("key", key) for key in traces.keys}
    ours = Names(business, "person")
    marks |= {("key", key_of(ours.of(number))) for number in traces.ids}
    marks |= {("who", who(name, way)) for name in traces.names for way in traces.phones}
    Erased.objects.bulk_create(
        (Erased(business=business, fingerprint=fingerprint(business.pk, *mark)) for mark in marks),
        ignore_conflicts=True,
    )


def tell_history(business: Business, thing: int, by: User | None) -> None:
    business.changes.create(
        by=by,
        by_name=by.name if by else "",
        what="erase",
        kind="people.person",
        thing=str(thing),
        thing_name=NAMELESS,
    )
