"""An offer as one page of A4, with our own typefaces; whatever is written in it, it stays one."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from passo.lib.dates import format_day
from passo.lib.money import format_money
from passo.lib.search import fold
from passo.steps.models import Offer

FONTS = Path(__file__).with_name("fonts")
TEXT, HEAD = "figtree", "familjen"
LEFT, TOP, WIDTH, BOTTOM = 22.0, 20.0, 166.0, 272.0  # millimetres
INK, SOFT, LINE, WAY = (31, 45, 39), (78, 92, 85), (205, 211, 203), (247, 206, 70)
PROMISE_SIZES, SCOPE_SIZES = (26, 22, 18, 15), (12, 11, 10, 9, 8, 7)
MOST_PROMISE_MM, AFTER_SCOPE_MM = 58.0, 54.0
TALL = 0.5  # a line, in millimetres for each point of its letters
UNKNOWN = "·"


def draw(offer: Offer, *, link: str = "") -> bytes:
    """In the offer's language. With the link, where it is known, one can say yes from the page."""
    with translation.override(offer.language):
        sheet = Sheet(offer)
        sheet.heading(offer)
        sheet.promise(offer.promise)
        sheet.scope(offer.scope)
        sheet.terms(offer)
        sheet.closing(offer, link)
        return bytes(sheet.output())


class Sheet(FPDF):
    def __init__(self, offer: Offer) -> None:
        super().__init__(format="A4")
        self.add_font(TEXT, "", FONTS / "figtree-400.ttf")
        self.add_font(HEAD, "", FONTS / "familjen-600.ttf")
        self.set_auto_page_break(auto=False)
        self.str_alias_nb_pages = ""  # else a client called {nb} becomes the number of pages
        self.c_margin = 0
        self.set_margins(LEFT, TOP, self.w - LEFT - WIDTH)
        self.set_title(offer.promise)
        self.set_author(offer.business.name)
        self.set_lang(offer.language)
        self.set_creation_date(offer.sent_at or offer.added_at)
        self.add_page()

    def heading(self, offer: Offer) -> None:
        self.set_fill_color(*WAY)
        self.rect(LEFT, TOP, 12, 2, style="F")
        self.set_y(TOP + 6)
        self.write_in(HEAD, 15, offer.business.name)
        self.write_in(TEXT, 10, offer.business.sentence, colour=SOFT)
        self.ln(12)
        for_whom = offer.person.name if offer.person else ""
        said = _("A small offer for %(name)s") % {"name": for_whom} if for_whom else ""
        self.write_in(TEXT, 11, said or _("A small offer"), colour=SOFT)

    def promise(self, promise: str) -> None:
        self.ln(2)
        self.fit(HEAD, PROMISE_SIZES, promise, MOST_PROMISE_MM)
        self.ln(5)

    def scope(self, scope: str) -> None:
        if scope:
            self.fit(TEXT, SCOPE_SIZES, scope, BOTTOM - AFTER_SCOPE_MM - self.get_y())
            self.ln(5)

    def terms(self, offer: Offer) -> None:
        self.set_draw_color(*LINE)
        self.line(LEFT, self.get_y(), LEFT + WIDTH, self.get_y())
        self.ln(5)
        self.write_in(HEAD, 22, format_money(offer.price))
        if offer.valid_until:
            day = format_day(offer.valid_until, timezone.localdate())
            self.write_in(TEXT, 11, _("Valid until %(day)s") % {"day": day}, colour=SOFT)

    def closing(self, offer: Offer, link: str) -> None:
        self.ln(6)
        if link:
            self.write_in(TEXT, 11, _("Look at it and say yes here:"))
            self.set_text_color(*INK)
            self.set_font(TEXT, size=9)
            self.multi_cell(WIDTH, 4.5, link, link=link, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        if offer.sent_by:
            sender = f"{offer.sent_by.name} · {offer.sent_by.email}"
            self.ln(3)
            self.write_in(TEXT, 10, sender, colour=SOFT)

    def write_in(
        self, font: str, size: float, text: str, *, colour: tuple[int, int, int] = INK
    ) -> None:
        """One thing said, over as few lines as it needs, at most three."""
        self.fit(font, (size, size * 0.8), text, 3 * size * TALL, colour=colour)

    def fit(
        self,
        font: str,
        sizes: tuple[float, ...],
        text: str,
        height: float,
        *,
        colour: tuple[int, int, int] = INK,
    ) -> None:
        """The largest size that has room; what has none in the smallest is cut, and says so."""
        words = writable(text, self.knows(font))
        for size in sizes:
            self.set_font(font, size=size)
            lines = self.broken(words, size)
            if len(lines) * size * TALL <= height:
                break
        else:
            lines = cut(lines, int(height / (size * TALL)))
        self.set_text_color(*colour)
        for line in lines:
            self.cell(WIDTH, size * TALL, line, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def broken(self, words: str, size: float) -> list[str]:
        found = self.multi_cell(WIDTH, size * TALL, words, dry_run=True, output="LINES", align="L")
        return list(map(str, found)) if words and isinstance(found, list) else []

    def knows(self, font: str) -> Callable[[str], bool]:
        letters = self.fonts[font].cmap  # type: ignore[union-attr]
        return lambda sign: ord(sign) in letters


def cut(lines: list[str], most: int) -> list[str]:
    kept = lines[: max(most, 1)]
    return [*kept[:-1], f"{kept[-1].rstrip()} …"]


def writable(text: str, knows: Callable[[str], bool]) -> str:
    """What our typefaces have. A letter from elsewhere loses its marks, or becomes a dot."""
    return "".join(sign if sign == "\n" else nearest(sign, knows) for sign in composed(text))


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")


def nearest(sign: str, knows: Callable[[str], bool]) -> str:
    if knows(sign):
        return sign
    if unicodedata.category(sign)[0] in "CM":  # nothing to see
        return ""
    if unicodedata.category(sign)[0] == "Z":
        return " "
    plain = fold(sign)
    return plain if plain and all(map(knows, plain)) else UNKNOWN
