from datetime import date

import pytest

from passo.engine.capture import Candidate, Captured, understand
from tests.engine.capture.gold import finder

LUCA = Candidate("luca", "Luca", "Moretti", "", "Garage Moretti", 0.6)
LUKE = Candidate("luke", "Luca", "Bassi", "", "Fiera del Legno", 0.5)
PAOLA = Candidate("paola", "Paola", "Conti", "", "Conti Arredi", 0.7)
OTHER_PAOLA = Candidate("riva", "Paola", "Riva", "", "", 0.1)
HANS = Candidate("hans", "Hans", "Müller", "", "Müller Bau", 0.5)
PETRA = Candidate("petra", "Petra", "Mueller", "", "", 0.5)
JOSE = Candidate("jose", "José", "García", "", "", 0.3)
PLAIN_JOSE = Candidate("ramos", "Jose", "Ramos", "", "", 0.3)
PINO = Candidate("pino", "Giuseppe", "Esposito", "", "Pizzeria Vesuvio", 0.4)
ROSA = Candidate("rosa", "Rosa", "Marino", "", "", 0.4)
WILL = Candidate("will", "Will", "Hughes", "", "", 0.4)
MAY = Candidate("may", "May", "Chen", "", "", 0.4)
SEAN = Candidate("sean", "Sean", "O'Brien", "", "", 0.4)
FREITAG = Candidate("freitag", "Wolfgang", "Freitag", "", "", 0.4)
MARIO = Candidate("mario", "Mario", "Rossi", "", "Rossi Catering", 0.5)
SALA = Candidate("sala", "Gianluca", "Sala", "", "Sala Acustica", 0.4)
KARL = Candidate("karl", "Karl-Heinz", "Vogt", "Kalle", "", 0.4)
EVERYONE = [
    LUCA, LUKE, PAOLA, OTHER_PAOLA, HANS, PETRA, JOSE, PLAIN_JOSE, PINO, ROSA, WILL, MAY, SEAN,
    FREITAG, MARIO, SALA, KARL,
]  # fmt: skip


def read(text: str, language: str = "en") -> Captured:
    find = finder(EVERYONE)
    return understand(text, today=date(2026, 5, 14), find=find, language=language)


def who(text: str, language: str = "en") -> list[str]:
    return ["/".join(str(one.id) for one in person.candidates) or f"+{person.text}"
            for person in read(text, language).persons]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Spoke with Luca at the fair", ["luca/luke"]),
        ("Spoke with Luca Bassi at the fair", ["luke"]),
        ("Spoke with Bassi, Luca at the fair", ["luke"]),
        ("Spoke with Luca from Garage Moretti", ["luca"]),
        ("Called Paola", ["paola"]),
        ("Called Paola Riva", ["riva"]),
        ("Emailed Paola about Paola's table", ["paola"]),
        ("Beim Müller gewesen", ["hans"]),
        ("Frau Mueller angerufen", ["petra"]),
        ("Hablé con José", ["jose"]),
        ("Hablé con Jose", ["ramos"]),
        ("Ho sentito Pino ieri", ["pino"]),
        ("Lucas Angebot schicken", ["luca/luke"]),
        ("le rose rosa sono arrivate", []),
        ("sentito rosa ieri", ["rosa"]),
        ("Will called", ["will"]),
        ("it will rain in May", []),
        ("Met May Chen in May", ["may"]),
        ("called on 4 May", []),
        ("Sean O'Brien phoned", ["sean"]),
        ("OBrien phoned", ["sean"]),
        ("Herr Freitag kommt am Freitag", ["freitag"]),
        ("dal rossi ieri", ["mario"]),
        ("rossi", []),
        ("Ieri in via Sala 12, ritirare le chiavi", []),
        ("Rossi Catering wants tables", ["mario"]),
        ("the rossi catering van", []),
        ("Karl-Heinz angerufen", ["karl"]),
        ("Kalle angerufen", ["karl"]),
        ("Im Winter wird es kalt", []),
        ("Spoke with the sig. Rossi", ["mario"]),
        ("Met Hugo Sala yesterday", ["+Hugo Sala"]),
    ],
)
def test_the_person_meant_is_recognised(text, persons):
    assert who(text) == persons


def test_equals_of_like_strength_stay_for_the_owner_to_choose_strongest_first():
    (luca,) = read("Spoke with Luca").persons
    assert luca.candidates == (LUCA, LUKE)
    assert luca.person is None


def test_one_candidate_is_the_person():
    (paola,) = read("Spoke with Paola").persons
    assert paola.person == PAOLA
    assert paola.organisation == "Conti Arredi"


def test_a_later_fuller_name_says_who_was_meant_before():
    (luca,) = read("Luca was here, that is Luca Bassi").persons
    assert luca.person == LUKE
    assert luca.text == "Luca"


def test_a_later_vaguer_name_takes_nothing_back():
    (luca,) = read("Luca Bassi was here, I like Luca").persons
    assert luca.person == LUKE


@pytest.mark.parametrize(
    ("text", "name", "organisation"),
    [
        ("Met Giulia Ferri from Edil Nord", "Giulia Ferri", "Edil Nord"),
        ("Met Victor Osei (Osei Carpets) at the fair", "Victor Osei", "Osei Carpets"),
        ("Met Giulia at the fair", "Giulia", ""),
        ("Conosciuto Bruno Tassi di Legno Vivo", "Bruno Tassi", "Legno Vivo"),
        ("Dirk Sandmann von Sandmann Bau kennengelernt", "Dirk Sandmann", "Sandmann Bau"),
        ("Conocí a Gonzalo Barrio, de Aceites Barrio", "Gonzalo Barrio", "Aceites Barrio"),
        ("Marco Pellizzari mi ha scritto ieri", "Marco Pellizzari", ""),
    ],
)
def test_somebody_new_has_a_name_and_where_they_come_from(text, name, organisation):
    (person,) = read(text).persons
    assert (person.text, person.organisation, person.is_new) == (name, organisation, True)
    assert person.person is None


def test_a_known_given_name_with_another_family_is_somebody_new_with_those_we_know_beside():
    (luca,) = read("Spoke with Luca Verdi about the van").persons
    assert (luca.text, luca.is_new) == ("Luca Verdi", True)
    assert luca.candidates == (LUCA, LUKE)


def test_a_second_new_person_counts_beside_a_known_one():
    assert who("Met Paola and some bloke called Pierre") == ["paola", "+Pierre"]


@pytest.mark.parametrize(
    "text",
    ["Met nobody at Fiera Milano", "Lunch at Villa Mirabello", "Lived in Via Roma 12", "Sunny Day"],
)
def test_places_and_things_with_capitals_are_nobody(text):
    assert who(text) == []


def test_the_firm_of_somebody_known_is_no_new_person():
    assert who("Met Paola from Edil Giulia Nord") == ["paola"]


def test_people_are_asked_for_once_with_every_form_of_the_words():
    calls = []
    understand(
        "Lucas Angebot für Müller und O'Brien",
        today=date(2026, 5, 14),
        find=lambda words: calls.append(list(words)) or [],
    )
    (asked,) = calls
    assert {"lucas", "luca", "muller", "mueller", "o'brien", "obrien", "brien"} <= set(asked)


def test_a_very_long_text_asks_for_a_bounded_number_of_words():
    calls = []
    text = " ".join(
        f"word{'abcdefghij'[n % 10]}{'abcdefghij'[n // 10 % 10]}{'xyzuvw'[n // 100]}"
        for n in range(600)
    )
    understand(text, today=date(2026, 5, 14), find=lambda words: calls.append(words) or [])
    assert 400 <= len(calls[0]) < 420


def test_nobody_is_asked_for_where_there_are_no_words():
    assert understand("12 !?", today=date(2026, 5, 14), find=None).persons == ()  # type: ignore[arg-type]
