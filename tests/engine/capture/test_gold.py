from collections import Counter

from passo.engine.capture import understand
from tests.engine.capture.gold import FIELDS, finder, people, sentences, told

BARS = {
    "persons": 0.95, "touch_date": 0.9, "step_date": 0.9, "kind": 0.9, "direction": 0.9,
    "money": 0.95, "promise": 0.9, "step": 0.85,
}  # fmt: skip


def test_three_hundred_sentences_are_understood_as_their_writers_meant_them():
    find, right, count = finder(people()), Counter(), 0
    for sentence in sentences():
        said = understand(
            sentence.text, today=sentence.today, find=find, language=sentence.language
        )
        answer = told(said)
        right.update(field for field in FIELDS if answer[field] == sentence.expected[field])
        count += 1
    shares = {field: right[field] / count for field in FIELDS}
    assert count >= 300
    assert not {field: share for field, share in shares.items() if share < BARS[field]}


def test_every_language_has_its_share_of_sentences():
    languages = Counter(sentence.language for sentence in sentences())
    assert min(languages[code] for code in ("en", "it", "de", "es")) >= 60
