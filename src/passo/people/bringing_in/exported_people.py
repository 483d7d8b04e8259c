"""People out of an export of Passo, each with the records that they were told from.

To those records one is added: what the owner said that no record says. So a person taken apart
later, or told anew, comes out as where the export was written.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from passo.lib.db.bulk import insert, next_ids
from passo.lib.search import fold
from passo.people import finding
from passo.people.bringing_in.work import Work
from passo.people.bringing_in.writing import put_tags, write_again
from passo.people.cards import PlainCard, checksum, digest_of
from passo.people.fingerprints import marks_of_card
from passo.people.lasting import Names, key_of
from passo.people.models import ContactPoint, Organisation, Person, Position, Source
from passo.people.models.person import sort_key_of
from passo.people.organisations import Organisations
from passo.people.telling import tell

Values = dict[str, Any]
AT_ONCE = 5_000  # values in one question to the database
PLAIN = ("name", "given", "family", "nickname", "job_title", "birthday", "note", "cares_about")
CONSENT = ("consent", "consent_note", "consent_on")
PERSON = (
    "id",
    "business_id",
    *PLAIN,
    *CONSENT,
    "kept",
    "own_cadence_days",
    "is_left_out",
    "is_listed",
    "added_at",
    "organisation_id",
    "sort_key",
)
POINT = ("business_id", "person_id", "kind", "value", "said", "label", "place")
POSITION = ("business_id", "person_id", "organisation_id", "job_title", "is_own")
GROUPS = {"mail": "mails", "phone": "phones"}
CARD_NAMES = {"job_title": "title"}


def keep_people(work: Work, found: list[tuple[int, Values]]) -> None:
    firms = firms_by_key(work, [values for _line, values in found])
    told = {values["uid"]: (line, values) for line, values in found}
    cards = {uid: own_card(values, firms) for uid, (_line, values) in told.items()}
    gone = [uid for uid in told if is_not_wanted(work, told[uid][1], cards[uid])]
    for uid in gone:
        del told[uid]
    begin(work)
    known = already_here(work, [values for _line, values in told.values()])
    fresh = [uid for uid in told if uid not in known]
    ids = dict(zip(fresh, next_ids(Person, len(fresh)), strict=True))
    write_people(work, [(ids[uid], told[uid][1]) for uid in fresh], firms)
    sources = {uid: theirs(work, told[uid], cards[uid], ids[uid]) for uid in fresh}
    write_sources(chain.from_iterable(sources.values()))
    work.counts["people_new"] += len(fresh)
    meet_again(work, [(pk, told[uid], cards[uid]) for uid, pk in known.items()])


def begin(work: Work) -> None:
    """Whether there was anybody before; said once, and true also after a kill."""
    if "into_empty" not in work.brought_by.cursor:
        work.brought_by.cursor["into_empty"] = not work.business.people.exists()


def firms_by_key(work: Work, people: Iterable[Values]) -> dict[str, Organisation]:
    keys = {one["organisation"] for one in people}
    keys |= {job["organisation"] for one in people for job in one["positions"]}
    return {one.key: one for one in work.business.organisations.filter(key__in=keys - {""})}


def own_card(values: Values, firms: dict[str, Organisation]) -> PlainCard:
    """What no record of theirs says."""
    told = tell(source["card"] for source in values["sources"])
    card: PlainCard = {
        CARD_NAMES.get(name, name): values[name]
        for name, before in told.fields.items()
        if not before
    }
    firm = firms.get(values["organisation"])
    card["org"] = firm.name if firm and not told.jobs else ""
    card["tags"] = [tag for tag in values["tags"] if tag not in told.tags]
    for way in values["ways"]:
        if (way["kind"], way["value"]) not in told.details:
            put_way(card, way)
    return {name: value for name, value in card.items() if value}


def put_way(card: PlainCard, way: Values) -> None:
    if group := GROUPS.get(way["kind"]):
        card.setdefault(group, []).append([way["value"], way["said"], way["label"]])
    elif way["kind"] == "web":
        card.setdefault("webs", []).append([way["said"], way["label"]])
    else:
        place = way["place"] or [way["said"]]
        card.setdefault("places", []).append([*place, *[""] * 6][:6])


def is_not_wanted(work: Work, values: Values, card: PlainCard) -> bool:
    """Whoever was erased stays so; we are no acquaintance of our own."""
    whole = {"name": values["name"], **{name: [] for name in GROUPS.values()}}
    for way in values["ways"]:
        if way["kind"] in GROUPS:
            put_way(whole, way)
    records = [(source["key"], source["card"]) for source in values["sources"]]
    if any(work.was_erased(marks_of_card(*one)) for one in [*records, ("", whole)]):
        work.counts["erased"] += 1
        return True
    ours = work.own - set(work.brought_by.cursor.get("exported", {}).get("own", ()))
    is_us = any(mail[0] in ours for mail in whole["mails"])
    work.counts["own"] += is_us
    return is_us


def already_here(work: Work, people: Sequence[Values]) -> dict[str, int]:
    """Whose record is known, or whose name and address; by their name in the export."""
    found = who_is(work, {values["uid"] for values in people})
    if work.brought_by.cursor["into_empty"]:
        return found
    others = {one["uid"]: one for one in people if one["uid"] not in found}
    by_key = by_source(work, {s["key"] for one in others.values() for s in one["sources"]})
    by_name = by_name_and_way(work, others.values())
    for uid, values in others.items():
        keys = (by_key.get(source["key"]) for source in values["sources"])
        names = (by_name.get((fold(values["name"]), *way)) for way in ways_of(values))
        if person := next((one for one in (*keys, *names) if one), None):
            found[uid] = person
    return found


def who_is(work: Work, names: Iterable[str]) -> dict[str, int]:
    """People by their lasting names: of this business itself, or brought in before."""
    ours = Names(work.business, "person")
    numbers = {uid: number for uid in names if (number := ours.number(uid))}
    found = dict(
        work.business.people.filter(pk__in=list(numbers.values())).values_list("pk", "merged_into")
    )
    here = {uid: found[one] or one for uid, one in numbers.items() if one in found}
    keys = {key_of(uid): uid for uid in names if uid and uid not in here}
    here.update((keys[key], pk) for key, pk in known_keys(work, list(keys)))
    return here


def known_keys(work: Work, keys: Sequence[str], **but: Any) -> Iterator[tuple[str, int]]:
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        rows = Source.objects.filter(business=work.business, key__in=some, person__isnull=False)
        yield from ((key, pk or 0) for key, pk in rows.exclude(**but).values_list("key", "person"))


def by_source(work: Work, keys: set[str]) -> dict[str, int]:
    """Of other imports: within an export nobody is told by another's record."""
    return dict(known_keys(work, sorted(keys - {""}), brought_by=work.brought_by))


def by_name_and_way(work: Work, people: Iterable[Values]) -> dict[tuple[str, str, str], int]:
    """Whoever was here before has the same name and is reached in the same way."""
    ways = sorted({value for one in people for _kind, value in ways_of(one)})
    found: dict[tuple[str, str, str], int] = {}
    for start in range(0, len(ways), AT_ONCE):
        points = work.business.contact_points.filter(
            kind__in=tuple(GROUPS), value__in=ways[start : start + AT_ONCE], person__isnull=False
        )
        points = points.exclude(person__sources__brought_by=work.brought_by)
        for name, kind, value, pk in points.values_list("person__name", "kind", "value", "person"):
            found[fold(name), kind, value] = pk or 0
    return found


def ways_of(values: Values) -> list[tuple[str, str]]:
    return [(way["kind"], way["value"]) for way in values["ways"] if way["kind"] in GROUPS]


def write_people(
    work: Work, people: Sequence[tuple[int, Values]], firms: dict[str, Organisation]
) -> None:
    business = work.business.pk
    insert(Person, PERSON, (person_row(work, pk, values, firms) for pk, values in people))
    insert(
        ContactPoint,
        POINT,
        (
            (business, pk, *(way[name] for name in POINT[2:]))
            for pk, values in people
            for way in values["ways"]
        ),
    )
    insert(
        Position,
        POSITION,
        (
            (business, pk, firms[job["organisation"]].pk, job["job_title"], job["own"])
            for pk, values in people
            for job in values["positions"]
            if job["organisation"] in firms
        ),
        ignore_conflicts=True,
    )
    put_tags(work.business, {pk: values["tags"] for pk, values in people})
    finding.add_people(
        found_by(work, pk, values, firms) for pk, values in people if not values["left_out"]
    )


def person_row(
    work: Work, pk: int, values: Values, firms: dict[str, Organisation]
) -> tuple[Any, ...]:
    firm = firms.get(values["organisation"])
    return (
        pk,
        work.business.pk,
        *(values[name] for name in (*PLAIN, *CONSENT, "kept")),
        values["cadence_days"],
        values["left_out"],
        not values["left_out"],
        values["added_at"] or work.brought_by.made_at,
        firm.pk if firm else None,
        sort_key_of(values["name"]),
    )


def found_by(work: Work, pk: int, values: Values, firms: dict[str, Organisation]) -> finding.Found:
    firm = firms.get(values["organisation"])
    return finding.row_of(
        work.business.pk,
        pk,
        values["name"],
        values["nickname"],
        values["job_title"],
        firm.name if firm else "",
        [
            (way["kind"], way["said"] if way["kind"] == "place" else way["value"])
            for way in values["ways"]
        ],
    )


def theirs(work: Work, told: tuple[int, Values], card: PlainCard, person: int) -> list[Source]:
    """The records they were told from, and what is said beside them."""
    line, values = told
    own = Source(
        business=work.business,
        brought_by=work.brought_by,
        person_id=person,
        key=key_of(values["uid"]),
        digest=digest_of(card),
        line=min(line, 2**31 - 1),
        outer_id=values["uid"],
        card=card,
    )
    return [own, *sources_in(work, values, person=person)]


def sources_in(
    work: Work, values: Values, *, person: int | None = None, organisation: int | None = None
) -> Iterator[Source]:
    for one in values["sources"]:
        yield Source(
            business=work.business,
            brought_by=work.brought_by,
            person_id=person,
            organisation_id=organisation,
            key=one["key"] or checksum("card", digest_of(one["card"])),
            digest=digest_of(one["card"]),
            file=one["file"],
            line=one["line"] or 0,
            outer_id=one["outer_id"],
            card=one["card"],
        )


SOURCE = (
    "business_id",
    "brought_by_id",
    "person_id",
    "key",
    "digest",
    "file",
    "line",
    "outer_id",
    "card",
)


def write_sources(sources: Iterable[Source]) -> None:
    rows = ([getattr(source, name) for name in SOURCE] for source in sources)
    insert(Source, SOURCE, rows, ignore_conflicts=True)


def meet_again(work: Work, known: list[tuple[int, tuple[int, Values], PlainCard]]) -> None:
    """People of this very business are what they are; others may be told anew."""
    ours = Names(work.business, "person")
    others = [one for one in known if not ours.number(one[1][1]["uid"])]
    fresh = [source for pk, told, card in others for source in theirs(work, told, card, pk)]
    keys = sorted({source.key for source in fresh})
    before = {
        source.key: source
        for start in range(0, len(keys), AT_ONCE)
        for source in Source.objects.filter(
            business=work.business, key__in=keys[start : start + AT_ONCE]
        )
    }
    new = [source for source in fresh if source.key not in before]
    changed = [
        source
        for source in fresh
        if source.key in before and before[source.key].digest != source.digest
    ]
    write_sources(new)
    for source in changed:
        old = before[source.key]
        Source.objects.filter(pk=old.pk).update(card=source.card, digest=source.digest)
    told_anew = {source.person_id for source in (*new, *changed) if source.person_id}
    organisations = Organisations(work.business, work.free_mail, work.brought_by)
    write_again(work.business, organisations, sorted(told_anew))
    joined = {source.person_id for source in new}
    work.counts["people_joined"] += len(joined)
    work.counts["people_changed"] += len(told_anew) - len(joined)
    work.counts["people_unchanged"] += len(known) - len(told_anew)
    for pk, (_line, values), _card in others:
        if pk in told_anew:
            learn_consent(work, pk, values)


def learn_consent(work: Work, pk: int, values: Values) -> None:
    """Where nothing was said yet; a refusal always."""
    person = work.business.people.get(pk=pk)
    if values["consent"] and (not person.consent or values["consent"] == "refused"):
        said = {name: values[name] for name in CONSENT}
        person.change(by=None, what="note_consent", **said)
