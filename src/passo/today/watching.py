"""Triggers that note for whom something moves, whoever writes and in whatever way.

Whenever something changes that Today speaks of, a row of `today_moved` says so in the same
transaction: imports, jobs, undo and plain SQL included. Each table that suggestions read stands
in `WATCHED`; a test reads their SQL to see to it.
"""
# ruff: noqa: S608 -- every word of these statements stands in this file

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import connections

from passo.steps.asking import ALL_MAILS, INTRODUCED, NO_PERSON

# In place of a person: all is to be asked again, or only what is asked for as a whole each time.
EVERYBODY, NO_MATTER_WHOM = 0, -2
# To be raised when a trigger becomes another, so that an update puts in the new ones.
NAME = "today_moved_5"
TABLE = "today_moved"


class Watch(NamedTuple):
    """For whom something moves with a `{row}` of a table, and when it does, in SQL."""

    table: str
    who: str
    events: Mapping[str, str]  # and of which rows
    also: str = ""  # tells it from another watch of this table


ALWAYS = {"INSERT": "", "UPDATE": "", "DELETE": ""}
# Whoever is left by a firm that goes says so.
NAMED = {"UPDATE OF name, domain": ""}
# Whoever leaves a firm answers for nobody there any more.
FIRM_LEFT = "coalesce(OLD.organisation_id, 0) <> coalesce(NEW.organisation_id, 0)"
LEFT = {"UPDATE OF organisation_id": FIRM_LEFT, "DELETE": ""}
# What a touch says by itself is a step; the rest is told by whoever took part.
NOTED = {"INSERT": "{row}.step <> ''", "UPDATE": "", "DELETE": "{row}.step <> ''"}

EVIDENCE = f"CASE {{row}}.kind WHEN 'introduced' THEN {INTRODUCED} ELSE {NO_MATTER_WHOM} END"


def theirs(otherwise: int) -> str:
    return f"coalesce({{row}}.person_id, {otherwise})"


WATCHED = [
    Watch("people_person", "{row}.id", ALWAYS),
    Watch("people_person", str(ALL_MAILS), LEFT, "_left"),
    Watch("people_participation", theirs(ALL_MAILS), ALWAYS),
    Watch("people_participation", str(ALL_MAILS), {"DELETE": ""}, "_gone"),
    Watch("people_touch", str(NO_MATTER_WHOM), NOTED),
    Watch("people_signal", str(EVERYBODY), ALWAYS),
    Watch("people_contactpoint", str(EVERYBODY), ALWAYS),
    Watch("people_organisation", str(EVERYBODY), NAMED),
    Watch("people_ownaddress", str(EVERYBODY), ALWAYS),
    Watch("people_freemaildomain", str(EVERYBODY), ALWAYS),
    Watch("steps_opportunity", "{row}.person_id", ALWAYS),
    Watch("steps_step", theirs(NO_PERSON), ALWAYS),
    Watch("steps_offer", theirs(NO_MATTER_WHOM), ALWAYS),
    Watch("steps_evidence", EVIDENCE, ALWAYS),
    Watch("steps_climb", str(NO_MATTER_WHOM), ALWAYS),
    Watch("steps_yardstick", str(NO_MATTER_WHOM), ALWAYS),
    Watch("people_tie", str(NO_MATTER_WHOM), ALWAYS),
    Watch("businesses_membership", str(NO_MATTER_WHOM), ALWAYS),
    Watch("introductions_introduction", "{row}.target_id", ALWAYS),
    Watch("introductions_ask", str(NO_MATTER_WHOM), ALWAYS),
    Watch("introductions_contribution", "{row}.person_id", ALWAYS),
    Watch("introductions_wish", "{row}.person_id", ALWAYS),
    Watch("introductions_sharing", str(NO_MATTER_WHOM), ALWAYS),
]


def take_out_before(*, using: str, plan: Any = (), **_: Any) -> None:
    """A migration may make a table anew, and on SQLite no trigger may speak of it meanwhile."""
    if plan:
        remove(using)


def put_in_after(*, using: str, **_: Any) -> None:
    """Once all tables are there. What was written without them is looked at again."""
    database = connections[using]
    tables = {TABLE, *(watch.table for watch in WATCHED)}
    if stand(using) or not tables.issubset(database.introspection.table_names()):
        return
    remove(using)
    make = in_postgresql if database.vendor == "postgresql" else in_sqlite
    with database.cursor() as cursor:
        for command in make():
            cursor.execute(command)


def stand(using: str) -> bool:
    return set(names()).issubset(triggers(using))


def names() -> list[str]:
    return [name_of(watch, event) for watch in WATCHED for event in watch.events]


def name_of(watch: Watch, event: str) -> str:
    return f"{NAME}_{watch.table}{watch.also}_{event[:6].lower()}"


def triggers(using: str) -> dict[str, str]:
    """Ours that are there, each with its table."""
    asked = {
        "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger"
        " WHERE NOT tgisinternal",
    }
    with connections[using].cursor() as cursor:
        cursor.execute(asked[connections[using].vendor])
        return {name: table for name, table in cursor.fetchall() if name.startswith(TABLE)}


def remove(using: str) -> None:
    is_postgresql = connections[using].vendor == "postgresql"
    with connections[using].cursor() as cursor:
        for name, table in triggers(using).items():
            cursor.execute(f"DROP TRIGGER {name}{f' ON {table}' if is_postgresql else ''}")


def rows_of(event: str) -> list[str]:
    return {"INSERT": ["NEW"], "DELETE": ["OLD"]}.get(event, ["OLD", "NEW"])


def in_sqlite() -> list[str]:
    """Each stands once, with the number of the last time."""
    return [
        f"{trigger(watch, event)} BEGIN {noted_in_sqlite(watch, event)} END"
        for watch in WATCHED
        for event in watch.events
    ] + [f"{OF_A_BUSINESS} BEGIN {FORGOTTEN}; END", EVERYTHING % 0]


def noted_in_sqlite(watch: Watch, event: str) -> str:
    rows = rows_of(event)
    of, here = f"{rows[-1]}.business_id", sorted({watch.who.format(row=row) for row in rows})
    each = " UNION ".join(f"SELECT {of}, {who}, 0" for who in here)
    return (
        f"DELETE FROM {TABLE} WHERE business_id = {of} AND who IN ({', '.join(here)});"
        f" INSERT INTO {TABLE} (business_id, who, wave) {each};"
    )


def in_postgresql() -> list[str]:
    """Once in each transaction."""
    commands = [NOTE]
    for watch in WATCHED:
        function = f"{NAME}_{watch.table}{watch.also}"
        commands.append(noted_in_postgresql(watch, function))
        commands += [
            f"{trigger(watch, event)} EXECUTE FUNCTION {function}()" for event in watch.events
        ]
    return [
        *commands,
        FORGET,
        f"{OF_A_BUSINESS} EXECUTE FUNCTION {TABLE}_forget()",
        EVERYTHING % WAVE,
    ]


def trigger(watch: Watch, event: str) -> str:
    which = watch.events[event].format(row=rows_of(event)[-1])
    when = f" WHEN ({which})" if which else ""
    return (
        f"CREATE TRIGGER {name_of(watch, event)} AFTER {event} ON {watch.table} FOR EACH ROW{when}"
    )


def noted_in_postgresql(watch: Watch, function: str) -> str:
    old, new = (f"{TABLE}_note({r}.business_id, {watch.who.format(row=r)})" for r in ("OLD", "NEW"))
    return (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF TG_OP <> 'INSERT' THEN PERFORM {old}; END IF;"
        f" IF TG_OP <> 'DELETE' THEN PERFORM {new}; END IF;"
        " RETURN NULL; END $$"
    )


WAVE = "pg_current_xact_id()::text::bigint"
NOTE = (
    f"CREATE OR REPLACE FUNCTION {TABLE}_note(whose bigint, whom bigint) RETURNS void"
    f" LANGUAGE sql AS $$ INSERT INTO {TABLE} (business_id, who, wave) SELECT whose, whom, {WAVE}"
    f" WHERE NOT EXISTS (SELECT FROM {TABLE}"
    f" WHERE business_id = whose AND who = whom AND wave = {WAVE}) $$"
)
FORGOTTEN = f"DELETE FROM {TABLE} WHERE business_id = OLD.id"
FORGET = (
    f"CREATE OR REPLACE FUNCTION {TABLE}_forget() RETURNS trigger LANGUAGE plpgsql AS"
    f" $$ BEGIN {FORGOTTEN}; RETURN NULL; END $$"
)
OF_A_BUSINESS = (
    f"CREATE TRIGGER {NAME}_businesses_business AFTER DELETE ON businesses_business FOR EACH ROW"
)
EVERYTHING = (
    f"INSERT INTO {TABLE} (business_id, who, wave)"
    f" SELECT id, {EVERYBODY}, %s FROM businesses_business"
)
