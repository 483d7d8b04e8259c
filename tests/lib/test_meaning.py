"""Texts that mean alike point alike, in any of our languages; nothing typed breaks it."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from passo.lib import meaning


def test_the_same_in_two_languages_is_closer_than_another_thing_in_one() -> None:
    bread, pane, garden = meaning.encode(["a baker of bread", "un panettiere", "a gardener"])
    assert bread @ pane > 0.5 > bread @ garden


@pytest.mark.parametrize("text", ["", "\0", "\ud800 half", "🥐🥐", "x" * 100_000, "a\n\tb"])
def test_whatever_is_typed_has_an_arrow_of_length_one(text: str) -> None:
    (arrow,) = meaning.encode([text])
    assert arrow.shape == (meaning.SIZE,)
    assert np.linalg.norm(arrow) == pytest.approx(1, abs=1e-3)


def test_no_texts_have_no_arrows_and_load_nothing() -> None:
    assert meaning.encode([]).shape == (0, meaning.SIZE)


def test_what_is_kept_loses_next_to_nothing() -> None:
    before = meaning.encode(["a baker", "ein Dachdecker"])
    after = meaning.unpacked([meaning.packed(row) for row in before])
    assert np.abs(before @ before.T - after @ after.T).max() < 0.002


def test_a_text_alone_and_among_others_points_alike() -> None:
    texts = ["a baker", "una panettiera di Bologna con tre forni a legna", "Elektriker"]
    together = meaning.encode(texts)
    for text, row in zip(texts, together, strict=True):
        assert meaning.encode([text])[0] == pytest.approx(row, abs=1e-4)


def test_the_digest_tells_texts_apart_and_not_their_spaces() -> None:
    assert meaning.digest(" a  baker\n") == meaning.digest("a baker")
    assert meaning.digest("a baker") != meaning.digest("a banker")


def test_two_that_ask_at_once_share_one_encoder() -> None:
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: meaning.encoder(), range(2))
    assert one is other
