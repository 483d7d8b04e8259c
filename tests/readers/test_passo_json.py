"""Reading Passo's own export: whole, rewritten, broken, cut, enormous, and from tomorrow."""

import io
import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passo.readers import passo_json
from passo.readers.passo_json import read_export
from passo.readers.records import Exported, Problem
from passo.readers.sniffing import kind_of

HEAD = '{"format": "passo-people", "version": 1, "business": "Bakery", "records": ['
PAOLA = {"record": "person", "uid": "urn:uuid:1", "name": "Paola Rinaldi"}
CALL = {"record": "touch", "uid": "urn:uuid:2", "kind": "call", "at": "2026-11-05T10:11:12+01:00"}


class Slow(io.BytesIO):
    """Gives a few bytes at a time, as a network does."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(7, size) if size and size > 0 else 7)


def written(*records: Any) -> str:
    return HEAD + "\n" + ",\n".join(json.dumps(one) for one in records) + "\n]}\n"


def read(text: str | bytes) -> list[Exported | Problem]:
    return list(read_export(io.BytesIO(text.encode() if isinstance(text, str) else text)))


def good(text: str | bytes) -> list[Exported]:
    return [one for one in read(text) if isinstance(one, Exported)]


def problems(text: str | bytes) -> list[str]:
    return [str(one) for one in read(text) if isinstance(one, Problem)]


def test_records_come_with_their_line_and_every_field() -> None:
    paola, call = good(written(PAOLA, CALL))
    assert (paola.line, paola.record, paola.values["name"]) == (2, "person", "Paola Rinaldi")
    assert paola.values["ways"] == []
    assert paola.values["consent_on"] is None
    assert (call.line, call.values["at"]) == (3, datetime(2026, 11, 5, 9, 11, 12, tzinfo=UTC))


def test_how_the_file_is_broken_into_lines_does_not_matter() -> None:
    whole = json.loads(written(PAOLA, CALL))
    for text in (json.dumps(whole), json.dumps(whole, indent=4), "\ufeff" + written(PAOLA, CALL)):
        assert [one.record for one in good(text)] == ["person", "touch"]
        assert not problems(text)


def test_a_stream_may_give_a_few_bytes_at_a_time() -> None:
    text = written({**PAOLA, "name": "Jörg 王"}, CALL)
    found = list(read_export(Slow(text.encode())))
    assert [one.values.get("name") for one in found if isinstance(one, Exported)] == [
        "Jörg 王",
        None,
    ]


def test_it_is_known_by_what_stands_in_it() -> None:
    assert kind_of(written(PAOLA).encode(), "something.txt") == "json"
    assert kind_of(b'{"format": "other"}', "people.json") == ""


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1, 2]", '{"format": "passo-people"}', '{"format": "passo-people", "records": ['],
)
def test_what_is_no_export_is_told(text: str) -> None:
    assert problems(text) == [passo_json.NO_EXPORT]


def test_a_file_of_a_newer_passo_is_not_guessed_at() -> None:
    assert problems(written(PAOLA).replace('"version": 1', '"version": 2')) == [passo_json.TOO_NEW]


@pytest.mark.parametrize(
    "record",
    [
        {**PAOLA, "name": 5},
        {**PAOLA, "name": ""},
        {**PAOLA, "uid": None},
        {**PAOLA, "ways": {"kind": "mail"}},
        {**PAOLA, "ways": [{"kind": "pigeon"}]},
        {**PAOLA, "ways": ["mail"]},
        {**PAOLA, "left_out": "yes"},
        {**PAOLA, "cadence_days": -1},
        {**PAOLA, "cadence_days": True},
        {**PAOLA, "cadence_days": 10**30},
        {**PAOLA, "consent_on": "yesterday"},
        {**PAOLA, "consent_on": "9999-12-31"},
        {**CALL, "step_on": "0001-01-01"},
        {**CALL, "signals": [{"kind": "promise", "on": "9999-12-31"}]},
        {**PAOLA, "added_at": "0001-01-01T00:00:00+14:00"},
        {**CALL, "at": "soon"},
        {**CALL, "at": ""},
        {"record": "tie", "one": "a", "other": "b", "declared": 7},
        {"record": "tie", "one": "a", "other": "b", "declared": True},
        {"record": "pair", "one": "a", "other": "b", "because": [["name"]]},
        {"record": 5},
        {},
        [],
        "person",
        None,
    ],
)
def test_a_record_that_is_not_as_passo_writes_it_is_passed_over(record: Any) -> None:
    text = written(record, CALL)
    assert problems(text) == [passo_json.ODD]
    assert [one.record for one in good(text)] == ["touch"]


def test_a_record_of_another_kind_is_named() -> None:
    assert problems(written({"record": "spell"})) == [
        "This Passo does not know what a “spell” is, and passed it over."
    ]


def test_what_is_too_long_is_cut_and_what_no_database_keeps_goes() -> None:
    record = {**PAOLA, "name": "a\0b" + "c" * 900, "note": "half \ud83d letter", "unknown": 1}
    (found,) = good(written(record))
    assert found.values["name"] == "ab" + "c" * 198
    assert found.values["note"] == "half ? letter"
    assert "unknown" not in found.values


def test_a_card_keeps_only_what_is_there() -> None:
    cards = [{"name": "Paola", "mails": [["p@x.example"]], "spell": 1, "is_org": False}]
    sources = [{"file": "phone.vcf", "line": 3, "card": card} for card in cards]
    (found,) = good(written({**PAOLA, "sources": sources, "consent_on": "2026-09-01"}))
    assert found.values["sources"][0]["card"] == {
        "name": "Paola",
        "mails": [["p@x.example", "", ""]],
    }
    assert found.values["consent_on"] == date(2026, 9, 1)


def test_a_time_without_a_zone_is_meant_in_utc() -> None:
    (found,) = good(written({**CALL, "at": "2026-11-05T10:11:12"}))
    assert found.values["at"] == datetime(2026, 11, 5, 10, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize("broken", ['{"record": "person", nonsense}', '{"record": "person"', "@@@"])
def test_after_a_broken_record_it_goes_on_with_the_next(broken: str) -> None:
    text = HEAD + "\n" + broken + ",\n" + json.dumps(CALL) + "\n]}\n"
    assert problems(text) == [passo_json.ODD]
    assert [one.record for one in good(text)] == ["touch"]


def test_a_file_that_was_cut_off_says_so() -> None:
    text = written(PAOLA, CALL)
    for end in (len(text) - 3, len(text) - 20):
        assert problems(text[:end]) == [passo_json.CUT]
        assert good(text[:end])[0].values["name"] == "Paola Rinaldi"


def test_one_endless_line_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passo_json, "LONGEST_RECORD", 1 << 18)
    text = HEAD + '\n{"record": "person", "name": "' + "a" * (1 << 20)
    assert problems(text) == [passo_json.CUT]
    again = text + '"},\n' + json.dumps(CALL) + "\n]}"
    assert problems(again) == [passo_json.ODD]
    assert [one.record for one in good(again)] == ["touch"]


def test_a_record_larger_than_a_piece_is_read() -> None:
    (found,) = good(written({**PAOLA, "note": "ä" * 300_000}))
    assert len(found.values["note"]) == 300_000


def test_boxes_within_boxes_without_end_are_passed_over() -> None:
    text = HEAD + "\n" + "[" * 100_000 + ",\n" + json.dumps(CALL) + "\n]}"
    assert problems(text) == [passo_json.ODD]
    assert [one.record for one in good(text)] == ["touch"]


def test_numbers_without_end_are_passed_over() -> None:
    text = HEAD + "\n" + "9" * 10_000 + ",\n" + json.dumps(CALL) + "\n]}"
    assert problems(text) == [passo_json.ODD]
    assert [one.record for one in good(text)] == ["touch"]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(passo_json.RECORDS)).flatmap(
        lambda name: st.dictionaries(
            st.sampled_from(sorted(passo_json.RECORDS[name])), anything
        ).map(lambda values: {"record": name, **values})
    )
)
def test_whatever_a_record_says_it_is_clean_or_a_problem(record: dict[str, Any]) -> None:
    (found,) = read(written(record))
    if isinstance(found, Exported):
        assert found.values.keys() == passo_json.RECORDS[found.record].keys()
    else:
        assert found.sentence == passo_json.ODD


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_it_stumble(noise: bytes) -> None:
    for text in (noise, HEAD.encode() + b"\n" + noise, written(PAOLA).encode()[:-3] + noise):
        assert all(isinstance(one, Exported | Problem) for one in read(text))
