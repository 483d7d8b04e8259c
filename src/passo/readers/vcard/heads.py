"""What stands before the colon: a name, its group, its parameters in every style.

An address book repeats a few dozen heads a hundred thousand times, so each is read once.
"""

from dataclasses import dataclass

from passo.readers.vcard.text import encoding_named

QUOTED_PRINTABLE = {"QUOTED-PRINTABLE", "Q"}
BASE64 = {"BASE64", "B"}
BARE_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"}
# These say how a thing is made, not what its owner calls it.
SAY_NOTHING = {
    *("pref", "internet", "x400", "uri"),
    *("voice", "msg", "text", "video"),
    *("dom", "intl", "postal", "parcel"),
}
LAST = 101  # after every preference that a card can name


@dataclass(frozen=True, slots=True)
class Head:
    name: str
    group: str = ""
    label: str = ""
    encoding: str = ""
    charset: str = ""
    preference: int = LAST  # 1 is the best
    no_year: str = ""  # the year that stands for an unknown one
    is_special: bool = False  # something in the rest of the card may change its label or place
    is_derived: bool = False  # made by the program that wrote it, from the rest of the card


def read_head(head: str) -> Head:
    name, *parameters = split_outside_quotes(head, ";")
    group, _dot, name = name.strip("\ufeff \t").upper().rpartition(".")
    types: list[str] = []
    values: dict[str, str] = {}
    for parameter in parameters:
        key, _equals, value = parameter.strip().partition("=")
        if not _equals:
            key, value = ("ENCODING" if key.upper() in BARE_ENCODINGS else "TYPE"), key
        if key.upper() == "TYPE":
            types += types_in(value)
        else:
            values.setdefault(key.upper(), value.strip('" '))
    encoding = values.get("ENCODING", "").upper()
    preference = preference_in(values.get("PREF", "1" if "pref" in types else ""))
    return Head(
        name=name,
        group=group,
        label=" ".join(dict.fromkeys(kind for kind in types if kind not in SAY_NOTHING)),
        encoding="q" if encoding in QUOTED_PRINTABLE else "b" if encoding in BASE64 else "",
        charset=encoding_named(values.get("CHARSET", "")),
        preference=preference,
        is_special=bool(group) or preference < LAST,
        no_year=values.get("X-APPLE-OMIT-YEAR", ""),
        is_derived=values.get("DERIVED", "").upper() == "TRUE",
    )


def types_in(value: str) -> list[str]:
    """`HOME,VOICE`, `"home,voice"`, and `HOME,TYPE=VOICE`, which some write."""
    listed = value.replace('"', "").lower().split(",")
    return [kind.removeprefix("type=").strip() for kind in listed if kind.strip()]


def preference_in(value: str) -> int:
    return min(int(value[:3]), LAST) if value.isdecimal() else LAST


def split_outside_quotes(head: str, mark: str) -> list[str]:
    if '"' not in head:
        return head.split(mark)
    pieces, quoted = [""], False
    for character in head:
        quoted ^= character == '"'
        if character == mark and not quoted:
            pieces.append("")
        else:
            pieces[-1] += character
    return pieces


def end_of_quoted_head(line: str) -> int:
    """Where the colon stands that ends a head in which quotes hide others; -1 if nowhere."""
    quoted = False
    for at, character in enumerate(line):
        quoted ^= character == '"'
        if character == ":" and not quoted:
            return at
    return -1
