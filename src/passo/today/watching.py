"""Triggers that note for whom something moves, whoever writes and in whatever way.

Whenever something changes that Today speaks of, a row of `today_moved` says so in the same
transaction: imports, jobs, undo and plain SQL included. Each table that suggestions read stands
in `WATCHED`; a test reads their SQL to see to it.
"""
# ruff: noqa: S608 -- every word of these statements stands in this file

from collections.abc import Mapping
from typing import NamedTuple

from passo.lib.db.triggers import Triggers, name_of, trigger
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


def named(watch: Watch, event: str) -> str:
    return name_of(NAME, f"{watch.table}{watch.also}", event)


def rows_of(event: str) -> list[str]:
    return {"INSERT": ["NEW"], "DELETE": ["OLD"]}.get(event, ["OLD", "NEW"])


def in_sqlite() -> list[str]:
    """Each stands once, with the number of the last time. At last, what was written without any
    trigger is to be looked at again.
    """
    return [
        f"{begun(watch, event)} BEGIN {noted_in_sqlite(watch, event)} END"
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
            f"{begun(watch, event)} EXECUTE FUNCTION {function}()" for event in watch.events
        ]
    return [
        *commands,
        FORGET,
        f"{OF_A_BUSINESS} EXECUTE FUNCTION {TABLE}_forget()",
        EVERYTHING % WAVE,
    ]


def begun(watch: Watch, event: str) -> str:
    which = watch.events[event].format(row=rows_of(event)[-1])
    return trigger(named(watch, event), event, watch.table, which)


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
OF_A_BUSINESS = trigger(f"{NAME}_businesses_business", "DELETE", "businesses_business")
EVERYTHING = (
    f"INSERT INTO {TABLE} (business_id, who, wave)"
    f" SELECT id, {EVERYBODY}, %s FROM businesses_business"
)
TRIGGERS = Triggers(
    TABLE,
    [named(watch, event) for watch in WATCHED for event in watch.events],
    {TABLE, *(watch.table for watch in WATCHED)},
    in_sqlite,
    in_postgresql,
)
