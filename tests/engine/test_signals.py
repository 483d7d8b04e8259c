"""The gold mails are read well enough: these bars can fail."""

from collections import Counter

import pytest

from passo.engine.signals import KINDS
from tests.engine.signals_gold.gold import LANGUAGES, threads
from tests.engine.signals_gold.scoring import HIDDEN, ours, score

GOLD = tuple(threads())
OTHER_KINDS = sorted(set(KINDS) - HIDDEN)


def test_there_are_more_than_three_hundred_and_forty_mails_in_four_languages():
    mails = [mail for thread in GOLD for mail in thread.mails if mail.kind == "mail"]
    shares = Counter(mail.language for mail in mails)
    assert len(mails) >= 340
    assert min(shares[code] for code in LANGUAGES) >= 100


def test_every_kind_of_signal_stands_in_the_gold_of_every_language():
    seen = {
        (mail.language, kind) for thread in GOLD for mail in thread.mails for kind, _ in mail.labels
    }
    assert seen == {(code, kind) for code in LANGUAGES for kind in OTHER_KINDS}


@pytest.mark.parametrize(("part", "bar"), [("owed", 0.85), ("awaited", 0.85), ("open", 0.75)])
def test_what_is_owed_and_open_is_known_with_precision_before_recall(part, bar):
    reached = score(GOLD, ours, part)
    assert reached.f1 >= bar
    assert reached.precision >= min(reached.recall, 0.99)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("part", "bar"), [("owed", 0.85), ("open", 0.75)])
def test_no_language_is_left_behind(language, part, bar):
    assert score([one for one in GOLD if one.language == language], ours, part).f1 >= bar


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_each_kind_of_signal_is_rarely_wrong_and_seldom_missed(kind):
    reached = score(GOLD, ours, "said", kind)
    assert reached.precision >= 0.9
    assert reached.recall >= 0.8
