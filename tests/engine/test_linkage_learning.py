"""What a book teaches, and what the next import does with it."""

import numpy as np
import pytest

from passo.engine.linkage import Model, Records, certain, find_pairs, prepare
from passo.engine.linkage.features import FEATURES
from passo.engine.linkage.learning import Patterns, learn_shares
from passo.engine.linkage.model import CLASSES, belonging, holders, usual_model
from tests.engine.address_books import OTHERS, a_book


def test_a_book_of_families_does_not_teach_that_nothing_need_agree() -> None:
    levels = np.array([[1, 4, 1, 1, 0, 0, 1, 1]], dtype=np.uint8)
    families = Patterns(levels, np.zeros(1), np.zeros(1), np.full(1, 1e6))
    learned = learn_shares(families, families.counts, usual_model().m, kept=None, capped=True)
    for feature, shares in zip(FEATURES, learned, strict=True):
        assert shares[0] <= feature.most_different
        assert sum(shares) == pytest.approx(1)


def test_in_a_large_book_everybody_who_is_there_thrice_becomes_one() -> None:
    cards = [
        {"name": f"{name.split()[0]} {other.split()[1]}", "mails": [f"{n}.{k}@posta.it"]}
        for n, name in enumerate(OTHERS)
        for k, other in enumerate(OTHERS)
    ]
    groups = certain(find_pairs(a_book(*cards, *cards, *cards[:30])))
    assert len(groups) == len(cards)
    assert sum(len(group) == 3 for group in groups) == 30


def test_only_pairs_with_a_new_record_are_looked_at_with_the_model_of_before() -> None:
    shared = {"name": "Aldo Neri", "mails": ["aldo@neri.it"]}
    whole = find_pairs(a_book(shared, shared))
    records = a_book(shared, shared)
    columns = ("name", "mails")
    grown = Records(**{key: [*getattr(records, key), shared[key]] for key in columns})
    pairs = find_pairs(grown, new_from=len(records), model=Model.from_json(whole.model.to_json()))
    assert set(pairs.right.tolist()) == {len(records)}
    assert set(pairs.left.tolist()) >= {0, 1}
    assert pairs.model == whole.model
    again = find_pairs(pairs.book, new_from=len(records), model=whole.model)
    assert again.probability.tolist() == pairs.probability.tolist()


def test_an_increment_without_a_model_learns_nearly_what_the_whole_would() -> None:
    cards = [
        {"name": f"{name.split()[0]} {other.split()[1]}", "mails": [f"{n}.{k}@posta.it"]}
        for n, name in enumerate(OTHERS)
        for k, other in enumerate(OTHERS)
    ]
    records = a_book(*cards, *cards[::2], *cards[1::8])
    new = len(cards) + len(cards[::2])
    whole, part = find_pairs(records), find_pairs(records, new_from=new)
    assert part.model.expected[0] > whole.model.expected[0] / 3
    assert np.all(part.right >= new)


def test_the_same_records_give_the_same_answer() -> None:
    cards = [{"name": f"{given} Rossi"} for given in ("Aldo", "Pino", "Giuseppe")]
    one, two = find_pairs(a_book(*cards), seed=1), find_pairs(a_book(*cards), seed=1)
    assert one.model == two.model
    assert one.probability.tolist() == two.probability.tolist()


def test_the_model_goes_through_json_and_refuses_a_strange_one() -> None:
    model = find_pairs(a_book({"name": "Aldo Neri"}, {"name": "Aldo Neri"})).model
    assert Model.from_json(model.to_json()) == model
    with pytest.raises(ValueError, match="levels"):
        Model.from_json(model.to_json().replace('"m": [[', '"m": [[0.5, ', 1))


def test_classes_and_strangers_share_one_whole() -> None:
    book = prepare(a_book({"name": "Aldo Neri"}, {"name": "Aldo Neri"}))
    levels = np.zeros((1, 8), dtype=np.uint8)
    found = belonging(usual_model(), (holders(book), len(book)), levels, np.zeros(1), np.zeros(1))
    assert found.shape == (len(CLASSES), 1)
    assert 0 < found.sum() < 1
