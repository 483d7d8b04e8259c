"""One person once: what is found, what joins by itself, what waits, and why."""

import doctest
import importlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passo.engine.linkage import (
    Records,
    certain,
    doubtful,
    find_pairs,
    reasons,
)
from tests.engine.address_books import OTHERS, a_book, probability


@pytest.mark.parametrize(
    "name",
    [
        "blocking", "book", "columns", "comparing", "groups", "model", "pairs", "reasons",
        "vocabulary",
    ],
)  # fmt: skip
def test_the_examples_are_true(name: str) -> None:
    results = doctest.testmod(importlib.import_module(f"passo.engine.linkage.{name}"))
    assert results.attempted
    assert not results.failed


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Giuseppe Rossi", "Giuseppe Rossi"),
        ("Giuseppe Rossi", "Rossi Giuseppe"),
        ("Giuseppe Rossi", "ROSSI, Giuseppe"),
        ("Giuseppe Rossi", "Dott. Pino Rossi"),
        ("Giuseppe Rossi", "Beppe Rossi"),
        ("Giuseppe Rossi", "G. Rossi"),
        ("Giuseppe Rossi", "Giuseppe Rosi"),
        ("Giuseppe Rossi", "Giuseppe"),
        ("Giuseppe Rossi", "rossigiuseppe"),
        ("Giuseppe Rossi", "Giuseppe Maria Rossi"),
        ("Xavi Molnár", "Molnár Xavi"),
        ("Robert Smith", "Bob Smith"),
        ("Johannes Groß", "Hans Gross"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("José García López", "Pepe García"),
        ("Ludwig van Beethoven", "Ludwig Beethoven"),
        ("Иван Жуков", "Ivan Zhukov"),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
        ("Erik Dahl", "Eric Dahl"),
    ],
)
@pytest.mark.parametrize("shared", [{"mails": ["a1b2@posta.it"]}, {"phones": ["+393331234567"]}])
def test_one_person_written_in_two_ways_is_joined(
    one: str, two: str, shared: dict[str, object]
) -> None:
    pairs = find_pairs(a_book({"name": one, **shared}, {"name": two, **shared}))
    assert certain(pairs) == [[0, 1]]


@pytest.mark.parametrize("two", ["Pino idraulico", "Sig. Rossi", "grossi"])
def test_half_a_name_is_enough_with_a_mail_address_and_asked_about_with_a_phone(two: str) -> None:
    mail, phone = {"mails": ["a1b2@posta.it"]}, {"phones": ["+393331234567"]}
    assert certain(
        find_pairs(a_book({"name": "Giuseppe Rossi", **mail}, {"name": two, **mail}))
    ) == [[0, 1]]
    pairs = find_pairs(a_book({"name": "Giuseppe Rossi", **phone}, {"name": two, **phone}))
    assert certain(pairs) == []
    assert len(doubtful(pairs)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Anna Rossi", "Piero Rossi"),
        ("Luca Ricci", "Lucia Ricci"),
        ("Francesco Conti", "Francesca Conti"),
        ("Anna Rossi", "Carla Bianchi"),
    ],
)
def test_a_family_with_one_mail_and_one_phone_stays_two_people(one: str, two: str) -> None:
    shared = {"mails": ["casa@posta.it"], "phones": ["+39015123456"], "street": "Via Roma 1"}
    pairs = find_pairs(a_book({"name": one, **shared}, {"name": two, **shared}))
    assert certain(pairs) == []


def test_an_office_with_one_number_stays_six_people_and_one_of_them_can_be_twice() -> None:
    names = ["Aldo Neri", "Bruno Riva", "Carla Sala", "Dario Villa", "Elena Zanon", "Fabio Orsi"]
    desk = {"phones": ["+39015999999"], "organisation": "Elettra Srl"}
    cards = [{"name": name, **desk} for name in [*names, "Neri Aldo"]]
    pairs = find_pairs(a_book(*cards))
    assert certain(pairs) == [[0, 6]]
    found = [str(reason) for reason in reasons(pairs, 0)]
    assert "The same phone number, used by 6 people." in found
    assert "They work for the same organisation: Elettra Srl." in found


def test_a_role_address_is_nobodys_own() -> None:
    shared = {"mails": ["info@elettra.it"]}
    pairs = find_pairs(a_book({"name": "", **shared}, {"name": "Aldo Neri", **shared}))
    assert certain(pairs) == []


def test_an_address_without_a_name_joins_whoever_has_it() -> None:
    shared = {"mails": ["a.neri77@posta.it"]}
    assert certain(find_pairs(a_book({"name": "", **shared}, {"name": "Aldo Neri", **shared}))) == [
        [0, 1]
    ]


def test_addresses_as_near_as_the_names_in_them_say_nothing_new() -> None:
    one = {"name": "Luca Marchetti", "mails": ["luca.marchetti@posta.it"]}
    two = {"name": "Luca Marchesti", "mails": ["luca.marchesti@posta.it"]}
    typo = {"name": "Luca Marchetti", "mails": ["luca.marchetit@posta.it"]}
    explained, slip = find_pairs(a_book(one, two)), find_pairs(a_book(one, typo))
    assert probability(explained, 0, 1) < probability(slip, 0, 1)
    assert "nearly the same" in " ".join(map(str, reasons(slip, 0)))


def test_two_birthdays_are_two_people_and_a_missing_year_is_none() -> None:
    shared = {"name": "Aldo Neri", "mails": ["aldo@neri.it"]}
    for other, groups in (
        ("1980-04-12", [[0, 1]]),
        ("--04-12", [[0, 1]]),
        ("1980-12-04", [[0, 1]]),
        ("1951-11-30", []),
        ("--11-30", []),
    ):
        cards = ({**shared, "birthday": "1980-04-12"}, {**shared, "birthday": other})
        assert certain(find_pairs(a_book(*cards))) == groups, other


def test_nobody_in_between_joins_two_people() -> None:
    shared = {"phones": ["+39015123456"], "mails": ["casa9@posta.it"]}
    cards = (
        {"name": "Anna Neri", **shared},
        {"name": "", **shared},
        {"name": "Ugo Neri", **shared},
    )
    for group in certain(find_pairs(a_book(*cards))):
        assert not {0, 2} <= set(group)


def test_what_the_owner_keeps_separate_stays_so() -> None:
    shared = {"name": "Aldo Neri", "mails": ["aldo@neri.it"]}
    pairs = find_pairs(a_book(shared, shared, shared))
    assert certain(pairs) == [[0, 1, 2]]
    groups = certain(pairs, separate=[(0, 2)])
    assert len(groups) == 1
    assert not {0, 2} <= set(groups[0])
    asked = doubtful(pairs, groups=groups, separate=[(0, 2)])
    assert [(int(pairs.left[k]), int(pairs.right[k])) for k in asked] == []


def test_a_name_alone_is_asked_about_and_not_joined() -> None:
    pairs = find_pairs(a_book({"name": "Xaver Hinterstoisser"}, {"name": "Xaver Hinterstoißer"}))
    assert certain(pairs) == []
    asked = doubtful(pairs)
    assert (pairs.left[asked[0]], pairs.right[asked[0]]) == (0, 1)


def test_the_queue_is_ordered_bounded_and_asks_about_two_groups_once() -> None:
    shared = {"name": "Aldo Neri", "phones": ["+39015123456"]}
    cards = [shared, shared, {"name": "Aldo Neri"}, {"name": "Aldo Nerri"}]
    pairs = find_pairs(a_book(*cards))
    groups = certain(pairs)
    assert groups == [[0, 1]]
    asked = doubtful(pairs, groups=groups)
    assert list(pairs.probability[asked]) == sorted(pairs.probability[asked], reverse=True)
    about = [{int(pairs.left[k]), int(pairs.right[k])} for k in asked]
    assert sum(bool(pair & {0, 1}) and 2 in pair for pair in about) == 1
    assert len(doubtful(pairs, groups=groups, limit=1)) == 1
    assert len(doubtful(pairs, least=1.1)) == 0


def test_a_rare_name_says_more_than_a_common_one() -> None:
    many = [{"given": a + b, "family": "Rossi"} for a in "bcdfgl" for b in ("aro", "eno", "ilu")]
    cards = [{"name": "Mario Rossi"}, {"name": "Mario Rossi"}]
    cards += [{"name": "Mario Quaglino"}, {"name": "Mario Quaglino"}, *many]
    pairs = find_pairs(a_book(*cards))
    assert probability(pairs, 2, 3) > probability(pairs, 0, 1)


def test_given_and_family_fields_may_be_turned_round() -> None:
    shared = {"phones": ["+393331234567"], "name": ""}
    cards = (
        {"given": "Tizia", "family": "Quaglino", **shared},
        {"given": "Quaglino", "family": "Tizia", **shared},
    )
    pairs = find_pairs(a_book(*cards))
    assert certain(pairs) == [[0, 1]]
    assert pairs.crossed[0]
    assert "The same family name: Quaglino." in map(str, reasons(pairs, 0))


def test_reasons_are_sentences_with_weights() -> None:
    one = {
        "name": "José Rossi", "mails": ["pepe.r99@posta.it"], "phones": ["+393331234567"],
        "birthday": "1980-04-12", "street": "Via Roma 1", "city": "Biella", "code": "13900",
        "organisation": "Elettra", "others": ["RSS-80"],
    }  # fmt: skip
    two = {**one, "name": "Pepe Rossi"}
    pairs = find_pairs(a_book(one, two))
    found = reasons(pairs, 0)
    assert {str(reason) for reason in found} == {
        "Pepe is short for José.",
        "The same family name: Rossi.",
        "The same mail address: pepe.r99@posta.it.",
        "The same phone number.",
        "The same birthday: 1980-04-12.",
        "The same address: Via Roma 1.",
        "They work for the same organisation: Elettra.",
        "The same identifier: rss 80.",
    }
    assert all(reason.weight > 0 for reason in found)
    assert abs(found[0].weight) >= abs(found[-1].weight)


def test_other_likenesses_have_their_sentences() -> None:
    one = {
        "name": "Pino Rossi", "mails": ["mhvk77@alfa.it"], "others": ["AB12345"],
        "birthday": "1980-04-12", "city": "Biella", "phones": ["+393331234567"],
    }  # fmt: skip
    two = {
        "name": "Beppe Rossi", "mails": ["mhvk77@beta.it"], "others": ["AB12354"],
        "birthday": "1980-04-13", "city": "Biella", "phones": ["+393337654321"],
    }  # fmt: skip
    found = {str(reason) for reason in reasons(find_pairs(a_book(one, two)), 0)}
    assert "Pino and Beppe may be forms of one name." in found
    assert "The mail addresses begin the same: mhvk77." in found
    assert "The identifiers are nearly the same: ab12345." in found
    assert "The birthdays are one slip apart." in found
    assert "The same town: Biella." in found
    assert "The phone numbers differ." in found


def test_columns_of_two_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="mails has 1 entries, name 2"):
        Records(name=["a", "b"], mails=[["x@y.z"]])


@pytest.mark.parametrize("names", [[], ["Aldo Neri"], ["", ""]])
def test_hardly_any_records_give_no_pairs(names: list[str]) -> None:
    pairs = find_pairs(Records(name=names))
    assert len(pairs) == 0
    assert certain(pairs) == []
    assert doubtful(pairs).tolist() == []


def test_a_number_that_everybody_has_costs_nothing_and_joins_nobody() -> None:
    given, family = zip(*(name.split() for name in OTHERS), strict=True)
    cards = [
        {"name": f"{first} {last}", "phones": ["+39015123456"]}
        for first in given
        for last in family
    ]
    pairs = find_pairs(a_book(*cards))
    assert certain(pairs) == []
    assert len(pairs) < 20 * len(cards)


def test_a_chain_without_end_is_left_to_people() -> None:
    shared = {"name": "Aldo Neri", "mails": ["aldo@neri.it"]}
    assert certain(find_pairs(a_book(*[shared] * 310))) == []
    groups = certain(find_pairs(a_book(*[shared] * 70)))
    assert max(map(len, groups)) <= 60


TEXTS = st.text(max_size=12)
CARDS = st.fixed_dictionaries(
    {
        "name": TEXTS,
        "given": TEXTS,
        "family": TEXTS,
        "mails": st.lists(TEXTS, max_size=3),
        "phones": st.lists(st.sampled_from(["+39015123456", "112", "x", ""]), max_size=2),
        "organisation": TEXTS,
        "birthday": st.sampled_from(["", "1980-04-12", "--04-12", "never"]),
        "street": TEXTS,
        "city": TEXTS,
        "code": TEXTS,
        "others": st.lists(TEXTS, max_size=2),
    }
)


@settings(max_examples=40, deadline=None)
@given(st.lists(CARDS, max_size=12))
def test_whatever_is_written_pairs_are_ordered_and_groups_do_not_meet(
    cards: list[dict[str, object]],
) -> None:
    records = Records(**{key: [card[key] for card in cards] for key in CARDS_KEYS})
    pairs = find_pairs(records)
    assert np.all(pairs.left < pairs.right)
    assert np.all((pairs.probability >= 0) & (pairs.probability <= 1))
    groups = certain(pairs)
    members = [record for group in groups for record in group]
    assert len(members) == len(set(members))
    for place in range(len(pairs)):
        for reason in reasons(pairs, place):
            assert str(reason)


CARDS_KEYS = (
    "name", "given", "family", "mails", "phones", "organisation", "birthday", "street", "city",
    "code", "others",
)  # fmt: skip


HOUSE = {"mails": ["bianchi@posta.it"], "phones": ["+39051123456"]}


@pytest.mark.parametrize(
    ("one", "two"), [("", " jr"), (" sr.", " Jr."), (" II", " III"), ("", ", Junior")]
)
def test_father_and_son_are_asked_about(one: str, two: str) -> None:
    father, son = f"Mario Bianchi{one}", f"Mario Bianchi{two}"
    pairs = find_pairs(a_book({"name": father, **HOUSE}, {"name": son, **HOUSE}))
    assert certain(pairs) == []
    assert len(doubtful(pairs)) == 1


def test_a_junior_is_one_person_with_himself_with_his_mail_and_on_his_birthday() -> None:
    son = {"name": "Mario Bianchi jr", **HOUSE}
    assert certain(find_pairs(a_book(son, son))) == [[0, 1]]
    assert certain(find_pairs(a_book(son, {**son, "name": ""}))) == [[0, 1]]
    born = {"birthday": "1990-04-12"}
    plain = {"name": "Mario Bianchi", **HOUSE, **born}
    assert certain(find_pairs(a_book({**son, **born}, plain))) == [[0, 1]]


def test_an_initial_that_may_be_two_people_is_asked_about() -> None:
    mario, maria, short = ({"name": f"{one} Bianchi", **HOUSE} for one in ("Mario", "Maria", "M."))
    for order in ((mario, maria, short), (short, mario, maria)):
        pairs = find_pairs(a_book(*order))
        assert certain(pairs) == []
        assert len(doubtful(pairs)) >= 2
    again = {**mario, "name": "Bianchi Mario"}
    assert certain(find_pairs(a_book(mario, again, short))) == [[0, 1, 2]]
