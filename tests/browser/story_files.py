"""Three files as an owner has them: a telephone book, a mailbox, a calendar of the last months.

Their days are counted back from today, since whoever is warm is warm today.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

from tests.people.bringing import calendar, card

OWNER = "Chiara Verdi <chiara@verdi.example>"
# Who, where they write from, their telephone; whom the mails below go to.
LUCA = ("Luca Ferri", "luca@ferri.example", "+39 333 1000001")
PAOLA = ("Paola Rinaldi", "paola@rinaldi.example", "+39 333 1000002")
MARTA = ("Marta Conti", "marta@conti.example", "+39 333 1000003")
SANDRO = ("Sandro Neri", "sandro@neri.example", "+39 333 1000004")
EVERYBODY = (LUCA, PAOLA, MARTA, SANDRO)
Who = tuple[str, str, str]


class Mail(NamedTuple):
    days_ago: int
    who: Who
    is_ours: bool
    subject: str
    text: str


MAILS = [
    Mail(88, LUCA, False, "Luci delle scale", "Buongiorno, mi serve un consiglio per le luci."),
    Mail(87, LUCA, True, "Luci delle scale", "Volentieri. Passo giovedì a vedere le scale."),
    Mail(61, LUCA, False, "Luci delle scale", "Grazie, molto chiaro. Ne parliamo a casa."),
    Mail(33, LUCA, True, "Luci delle scale", "Come avete deciso con le luci?"),
    Mail(12, LUCA, False, "Luci delle scale", "Facciamo le scale. Quanto costa una mattina?"),
    Mail(75, PAOLA, False, "Contatori", "Nel condominio saltano i contatori. Conosce il problema?"),
    Mail(74, PAOLA, True, "Contatori", "Sì, capita spesso. Le telefono."),
    Mail(40, PAOLA, False, "Contatori", "Ora va meglio. Ho un altro palazzo con lo stesso guaio."),
    Mail(39, PAOLA, True, "Contatori", "Mi mandi l'indirizzo, guardo sulla mappa."),
    Mail(9, PAOLA, False, "Contatori", "Quando può passare a vedere i contatori?"),
    Mail(50, MARTA, False, "Cucina nuova", "Cerco chi mi sposta due prese in cucina."),
    Mail(49, MARTA, True, "Cucina nuova", "Due prese si fanno in una mattina."),
    Mail(20, MARTA, False, "Cucina nuova", "Il falegname viene a dicembre."),
    Mail(19, MARTA, True, "Cucina nuova", "Bene, allora ci sentiamo a fine mese."),
]
MEETINGS: list[tuple[int, Who, str]] = [
    (70, PAOLA, "Sopralluogo contatori"),
    (26, PAOLA, "Caffè con Paola"),
    (55, LUCA, "Scale di via Mascarella"),
]


def three_files(folder: Path) -> list[str]:
    cards = "".join(card(name, EMAIL=address, TEL=phone) for name, address, phone in EVERYBODY)
    mails = "".join(written_mail(number, one) for number, one in enumerate(MAILS))
    events = calendar(*(event(number, *one) for number, one in enumerate(MEETINGS)))
    files = {"telefono.vcf": cards, "posta.mbox": mails, "agenda.ics": events}
    return list(written(folder, files.items()))


def written(folder: Path, files: Iterable[tuple[str, str]]) -> Iterable[str]:
    for name, text in files:
        (folder / name).write_text(text, encoding="utf-8")
        yield str(folder / name)


def days_before_today(days: int) -> datetime:
    return (datetime.now(UTC) - timedelta(days=days)).replace(hour=9, minute=0, second=0)


def written_mail(number: int, one: Mail) -> str:
    at, theirs = days_before_today(one.days_ago), f"{one.who[0]} <{one.who[1]}>"
    sender, to = (OWNER, theirs) if one.is_ours else (theirs, OWNER)
    return (
        f"From - {at:%a %b %d %H:%M:%S %Y}\nMessage-ID: <{number}@story.example>\n"
        f"Date: {format_datetime(at)}\nFrom: {sender}\nTo: {to}\nSubject: {one.subject}\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{one.text}\n\n"
    )


def event(number: int, days: int, who: Who, subject: str) -> str:
    at = days_before_today(days)
    return (
        f"UID:{number}@story.example\nDTSTAMP:{at:%Y%m%dT%H%M%SZ}\n"
        f"DTSTART:{at:%Y%m%dT%H%M%SZ}\nDTEND:{at + timedelta(hours=1):%Y%m%dT%H%M%SZ}\n"
        f"SUMMARY:{subject}\nORGANIZER:mailto:chiara@verdi.example\n"
        f"ATTENDEE;CN={who[0]}:mailto:{who[1]}"
    )
