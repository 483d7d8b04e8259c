"""Whom Chiara has heard of and never met, and who knows them."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from passo.businesses.demo import Deed, figure
from passo.businesses.models import Business
from passo.people import adding
from passo.people.demo.by_hand import Noted, knows, note, said
from passo.people.demo.files import newest_rows, set_back


class Newcomer(NamedTuple):
    days: int  # ago
    name: str
    firm: str
    does: str
    mail: str
    note: str = ""


class Tied(NamedTuple):
    days: int  # ago
    who: str
    whom: str
    strength: float
    words: str


NEWCOMERS = [
    Newcomer(70, "Elisa Fantini", "Libreria Sottobosco", _("Bookseller"), "elisa@sottobosco"),
    Newcomer(29, "Ines Tonelli", "Sartoria Tonelli", _("Dressmaker"), "ines@sartoriatonelli"),
    Newcomer(26, "Sandra Venturi", "Teatro del Borgo", _("Stage manager"), "sandra@teatrodelborgo"),
    Newcomer(
        22,
        "Renato Tibaldi",
        "Cooperativa Casa Comune",
        _("Technical office of a housing co-operative"),
        "tibaldi@casacomune",
    ),
    Newcomer(
        11, "Nadia Ferrara", "Poliambulatorio Santa Viola", _("Director"), "direzione@santaviola"
    ),
    Newcomer(
        9,
        "Giulia Ferri",
        "Coop Aurora",
        _("Facility manager"),
        "giulia.ferri@coopaurora",
        _("Fourteen shops in Bologna. Chargers are planned for three car parks."),
    ),
    Newcomer(9, "Marco Tani", "Studio Tani", _("Plans car parks"), "marco@studiotani"),
    Newcomer(8, "Guido Malaguti", "Scuole Valle Reno", _("Caretaker"), "malaguti@vallereno"),
    Newcomer(6, "Laura Zanotti", "Case Meloncello", _("Manages forty flats"), "zanotti@meloncello"),
    Newcomer(3, "Lidia Carpi", "Carpi Amministrazioni", _("Building manager"), "lidia@carpi"),
    Newcomer(2, "Sabrina Landi", "Palestra Lunetta", _("Owner"), "sabrina@palestralunetta"),
]
TIES = [
    Tied(69, "Hassan Amrani", "Elisa Fantini", 0.6, _("Their shops share a courtyard.")),
    Tied(29, "Monica Righi", "Ines Tonelli", 0.9, _("They live on the same stairs.")),
    Tied(25, "Andrea Galli", "Sandra Venturi", 0.6, _("He drew her new foyer.")),
    Tied(22, "Gianni Zuffa", "Renato Tibaldi", 0.3, _("They meet once a year.")),
    Tied(12, "Daniela Grandi", "Renato Tibaldi", 0.9, _("They built up the association.")),
    Tied(10, "Stefano Conti", "Nadia Ferrara", 0.6, _("He keeps her books.")),
    Tied(
        9,
        "Paola Rinaldi",
        "Giulia Ferri",
        0.9,
        _("They sat on the same safety committee for four years."),
    ),
    Tied(9, "Hassan Amrani", "Giulia Ferri", 0.3, _("He sells to the Coop.")),
    Tied(9, "Marco Tani", "Giulia Ferri", 0.6, _("He drew two of her car parks.")),
    Tied(9, "Silvia Pozzi", "Marco Tani", 0.12, _("They studied in the same year.")),
    Tied(9, "Piero Costa", "Giulia Ferri", 0.6, _("He looks after the vans of the Coop.")),
    Tied(9, "Cesare Vitali", "Elisa Fantini", 0.6, _("She has her coffee there every morning.")),
    Tied(8, "Enrico Tosi", "Guido Malaguti", 0.6, _("He taught him.")),
    Tied(6, "Marco Reggiani", "Laura Zanotti", 0.6, _("He delivers to her houses every month.")),
    Tied(3, "Ester Magni", "Lidia Carpi", 0.6, _("They stand in for each other in August.")),
    Tied(2, "Nicola Baldi", "Sabrina Landi", 0.3, _("He trains there.")),
]
# Whom she has met by now.
MET = [
    Noted(
        16,
        "10:30",
        ("Ines Tonelli",),
        "visit",
        "both",
        _("The light above her cutting table"),
        _("She sews until midnight."),
    ),
    Noted(
        7,
        "11:15",
        ("Sandra Venturi",),
        "visit",
        "both",
        _("Behind the stage"),
        _("Three steps that nobody sees, and a budget in spring."),
    ),
]


def life(clock: datetime) -> list[tuple[int, str, Deed]]:
    heard: list[tuple[int, str, Deed]] = [(one.days, "17:30", hearing(one)) for one in NEWCOMERS]
    tied = [(one.days, "17:40", knows(*one[1:])) for one in TIES]
    met = [(one.days, one.hour, note(one, clock.date())) for one in MET]
    return [*heard, *tied, *met]


def hearing(one: Newcomer) -> Deed:
    def deed(business: Business, then: datetime) -> None:
        chiara, newest = figure(business, "chiara"), newest_rows(business)
        address = f"{one.mail}.example"
        way = ("mail", address, address)
        person, _added = adding.add(business, one.name, way=way, organisation=one.firm, by=chiara)
        person.correct(by=chiara, job_title=gettext(one.does), note=said(one.note))
        set_back(business, newest, then)

    return deed
