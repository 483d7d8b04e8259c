"""Whom an electrician in Bologna knows. Names stay; what people do is said in the owner's language.

Nobody of them exists: their addresses end in `.example`, where no mail arrives.
"""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _

FREE_MAIL = "posta.example"  # a provider where everybody has an address
OUR_DOMAIN = "bianchielettricisti.example"
CHIARA, ROBERTO, OFFICE = (f"{who}@{OUR_DOMAIN}" for who in ("chiara", "roberto", "info"))


class Figure(NamedTuple):
    """`where` says in whose phone they stand: c for Chiara's, r for Roberto's, both, or none."""

    name: str
    firm: str
    does: str
    mail: str
    phone: str
    where: str = "c"


MANAGER, OWNER = _("Building manager"), _("Owner")
SUPPLIES, DRAWS = _("Salesperson"), _("Architect")
HOUSE = _("Private client")

RINALDI, MAGNI = "Studio Rinaldi", "Magni Amministrazioni"
BENATI, GALLI = "Studio Notarile Benati", "Galli Architetti"
FONTANA, NERI = "Idraulica Fontana", "Colori Neri"
RENO, LUCE = "Elettroforniture Reno", "Luce & Casa"
SAVENA, BALDI = "Residenza Savena", "Baldi Ascensori"
CERAMICS, SCHOOL = "Villa Ceramiche", "Istituto Guinizelli"
CRAFTS, CONTI = "Artigiani Insieme Bologna", "Studio Conti"
WEBER, IBERLUZ = "Weber Solartechnik GmbH", "Iberluz SL"
HARBOUR, OSTERIA = "Harbour Lettings Ltd", "Osteria del Portico"
HOTEL, GARAGE = "Hotel Due Archi", "Autofficina Costa"
MARKET = "Mercato Bolognina"

DOMAINS = {
    RINALDI: "studiorinaldi.example",
    MAGNI: "magniamministrazioni.example",
    BENATI: "notaiobenati.example",
    GALLI: "galliarchitetti.example",
    FONTANA: "idraulicafontana.example",
    NERI: "colorineri.example",
    RENO: "elettroforniturereno.example",
    LUCE: "lucecasa.example",
    SAVENA: "residenzasavena.example",
    BALDI: "baldiascensori.example",
    CERAMICS: "villaceramiche.example",
    SCHOOL: "istitutoguinizelli.example",
    CRAFTS: "artigianiinsieme.example",
    CONTI: "studioconti.example",
    WEBER: "weber-solar.example",
    IBERLUZ: "iberluz.example",
    HARBOUR: "harbourlettings.example",
    OSTERIA: "osteriadelportico.example",
    HOTEL: "hotelduearchi.example",
    GARAGE: "autofficinacosta.example",
    MARKET: "mercatobolognina.example",
    "": FREE_MAIL,
}

CAST = [
    # Whoever looks after houses
    Figure("Paola Rinaldi", RINALDI, MANAGER, "paola", "051 555 0142"),
    Figure("Tommaso Villa", RINALDI, _("Assistant"), "tommaso", "051 555 0143"),
    Figure("Ester Magni", MAGNI, MANAGER, "ester", "051 555 0151", "cr"),
    Figure("Sandro Gatti", MAGNI, _("Assistant"), "sandro", "051 555 0152", ""),
    Figure("Cristina Volta", SAVENA, _("Facility manager"), "cristina.volta", "348 555 0161"),
    Figure("Omar Haddad", SAVENA, _("Caretaker"), "omar.haddad", "348 555 0162"),
    Figure("Irene Sala", "", MANAGER, "irene.sala", "339 555 0163"),
    Figure("Emily Carter", HARBOUR, _("Lettings"), "emily.carter", "+44 20 7946 0164"),
    Figure("James Whitfield", HARBOUR, OWNER, "james", "+44 20 7946 0165", ""),
    # The trades one meets on site
    Figure("Nicola Baldi", BALDI, _("Lift installer"), "nicola", "335 555 0171"),
    Figure("Mario Fontana", FONTANA, _("Plumber"), "mario", "335 555 0172", "cr"),
    Figure("Sara Fontana", FONTANA, _("Office"), "sara", "051 555 0173", ""),
    Figure("Giuseppe Neri", NERI, _("Painter"), "giuseppe", "335 555 0174", "cr"),
    Figure("Adrian Popescu", NERI, _("Painter"), "adrian", "340 555 0175"),
    Figure("Davide Sarti", "", _("Electrician"), "davide.sarti", "340 555 0176"),
    Figure("Luca Marini", "", _("Electrician, worked here once"), "luca.marini", "340 555 0177"),
    Figure("Piero Costa", GARAGE, OWNER, "piero", "051 555 0178", "cr"),
    Figure("Walter Fabbri", "", _("Bricklayer"), "", "338 555 0179", "cr"),
    Figure("Mirko Zanetti", "", _("Carpenter"), "", "338 555 0180"),
    # Whoever draws and signs
    Figure("Francesca Benati", BENATI, _("Notary"), "francesca", "051 555 0181"),
    Figure("Chiara Lodi", BENATI, _("Secretary"), "c.lodi", "051 555 0182", ""),
    Figure("Andrea Galli", GALLI, DRAWS, "andrea", "347 555 0183"),
    Figure("Beatrice Monti", GALLI, DRAWS, "beatrice", "347 555 0184"),
    Figure("Stefano Conti", CONTI, _("Accountant"), "stefano", "051 555 0185", "cr"),
    Figure("Elena Ricci", CONTI, _("Payroll"), "elena.ricci", "051 555 0186", ""),
    Figure("Federica Amato", "", DRAWS, "federica.amato", "349 555 0187", ""),
    # Whoever sells to us
    Figure("Marco Reggiani", RENO, SUPPLIES, "marco", "051 555 0191", "cr"),
    Figure("Silvia Poli", RENO, _("Orders"), "silvia", "051 555 0192", ""),
    Figure("Alessia Dotti", LUCE, SUPPLIES, "alessia", "051 555 0193"),
    Figure("Jürgen Weber", WEBER, OWNER, "j.weber", "+49 30 23125 0194"),
    Figure("Katrin Vogel", WEBER, SUPPLIES, "k.vogel", "+49 30 23125 0195", ""),
    Figure("Lucía Navarro", IBERLUZ, SUPPLIES, "lucia.navarro", "+34 910 55 01 96"),
    Figure("Íñigo Beltrán", IBERLUZ, _("Technician"), "inigo.beltran", "+34 910 55 01 97", ""),
    # Firms we work for
    Figure("Claudia Serra", CERAMICS, OWNER, "claudia", "051 555 0201"),
    Figure("Matteo Serra", CERAMICS, _("Works manager"), "matteo", "051 555 0202"),
    Figure("Rosa Marchetti", OSTERIA, _("Cook"), "rosa", "051 555 0203"),
    Figure("Fabio Marchetti", OSTERIA, OWNER, "fabio", "051 555 0204"),
    Figure("Valentina Orsi", HOTEL, _("Director"), "valentina.orsi", "051 555 0205"),
    Figure("Youssef Amrani", HOTEL, _("Caretaker"), "youssef", "328 555 0206"),
    Figure("Laura Bassi", SCHOOL, _("Headteacher"), "laura.bassi", "051 555 0207"),
    Figure("Enrico Tosi", SCHOOL, _("Teaches electrics"), "enrico.tosi", "051 555 0208"),
    Figure("Daniela Grandi", CRAFTS, _("Looks after members"), "daniela", "051 555 0209"),
    Figure("Gianni Zuffa", CRAFTS, _("Chair"), "gianni", "051 555 0210", "cr"),
    # At home
    Figure("Teresa Lanzi", "", HOUSE, "teresa.lanzi", "051 555 0221"),
    Figure("Bruno Carletti", "", HOUSE, "bruno.carletti", "051 555 0222"),
    Figure("Anna Maria Forni", "", HOUSE, "annamaria.forni", "333 555 0223"),
    Figure("Lorenzo Bertini", "", HOUSE, "lorenzo.bertini", "333 555 0224"),
    Figure("Hannah Schneider", "", HOUSE, "hannah.schneider", "+49 30 23125 0225"),
    Figure("Carmen Ruiz", "", HOUSE, "carmen.ruiz", "333 555 0226", ""),
    Figure("Peter Collins", "", HOUSE, "peter.collins", "333 555 0227", ""),
    Figure("Ivano Masi", "", HOUSE, "", "051 555 0228", "r"),
    Figure("Gabriella Tinti", "", HOUSE, "gabriella.tinti", "333 555 0229", ""),
    Figure("Simone Leoni", "", HOUSE, "simone.leoni", "333 555 0230"),
    Figure("Patrizia Nanni", "", HOUSE, "patrizia.nanni", "333 555 0231"),
    # Next door
    Figure("Loredana Pini", "", _("Neighbour"), "", "051 555 0241"),
    Figure("Sergio Pini", "", _("Neighbour"), "sergio.pini", "051 555 0241"),
    Figure("Agnese Bolelli", "", _("Neighbour, keeps a key"), "", "051 555 0243"),
    Figure("Cesare Vitali", "", _("Bar on the corner"), "", "051 555 0244", "r"),
    Figure("Monica Righi", "", _("School friend"), "monica.righi", "349 555 0245"),
    Figure("Riccardo Bianconi", "", _("Choir"), "riccardo.bianconi", "349 555 0246", ""),
    # Whoever could introduce us
    Figure("Hassan Amrani", MARKET, _("Greengrocer"), "hassan", "051 555 0251"),
    Figure("Silvia Pozzi", "", DRAWS, "silvia.pozzi", "349 555 0252"),
]
BY_NAME = {figure.name: figure for figure in CAST}


def address_of(figure: Figure) -> str:
    return f"{figure.mail}@{DOMAINS[figure.firm]}" if figure.mail else ""
