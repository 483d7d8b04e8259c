"""A name taken apart: title, given and family name, pet name, trade."""

import re
from typing import NamedTuple

from passo.engine.names.folding import fold
from passo.engine.names.nicknames import is_given_name

TITLES = frozenset(
    """
    dott dottore dottoressa dottssa dssa dr dra drin doktor doctor ing ingegnere geom geometra
    avv avvocato arch architetto architekt rag ragioniere prof profssa professor professore
    professoressa profesor profesora sig signor signora signore sigra signa signorina mr mrs ms
    miss mister sir lady dame don donna dona doña sr sra srta senor senora señor señora herr frau
    fr hr hrn herrn mag dipl dipling dkfm kfm magister lic licenciado licenciada abogado abogada
    ingeniero ingeniera arq cav cavaliere comm on onorevole egr gent gentma spett per_ind perito
    rev reverend padre pater suor fra_ capt captain col lt sgt hon dottor dres med pdg priv
    """.split()  # noqa: SIM905 - words read better as words
)
SUFFIXES = frozenset(
    """
    jr sr junior senior ii iii iv phd mba md msc bsc ma ba llm llb esq cpa pmp dds rn mph facp
    bsce dvm jd beng meng cfa
    """.split()  # noqa: SIM905
)
PARTICLES = frozenset(
    """
    de del della dello delle degli dei da dal dalla dalle di du des la le lo van von vom zu zum
    zur vander vande vanden vonder der den ter ten dos das do af av el al bin ibn ben abu y san
    santa saint st mac mc op
    """.split()  # noqa: SIM905
)
# These alone open no family name after a given one: "Ben" is also a given name.
WEAK_PARTICLES = frozenset({"ben", "al", "el", "y", "san", "santa", "st", "op", "do", "la", "le"})
TRADES = frozenset(
    """
    idraulico elettricista muratore falegname fabbro giardiniere imbianchino pittore meccanico
    gommista carrozziere parrucchiere parrucchiera barbiere commercialista notaio avvocato
    geometra architetto dentista medico pediatra veterinario farmacia fiorista panettiere macellaio
    pizzaiolo barista cameriere tassista autista corriere assicurazione banca consulente fornitore
    cliente tecnico vetraio piastrellista serramentista caldaista antennista spazzacamino
    klempner elektriker maurer schreiner tischler schlosser gärtner gartner maler mechaniker friseur
    friseurin steuerberater notar anwalt zahnarzt arzt tierarzt apotheke florist bäcker backer
    metzger kellner taxi fahrer versicherung hausmeister installateur dachdecker fliesenleger
    fontanero electricista albañil albanil carpintero herrero jardinero pintor mecánico mecanico
    peluquero peluquera asesor gestor notario dentista veterinario farmacia florista panadero
    carnicero camarero taxista conductor seguros
    plumber electrician builder carpenter joiner blacksmith gardener painter mechanic hairdresser
    barber accountant lawyer solicitor dentist vet pharmacy florist butcher waiter driver
    insurance handyman plasterer roofer tiler locksmith
    """.split()  # noqa: SIM905
)
ASIDE = re.compile(r"\(([^()]*)\)|[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|(?<!\w)['‘]([^'’]+)['’](?!\w)")
ADDRESS = re.compile(r"<[^>]*>|\S+@\S+\.\S+")
LETTERS = re.compile(r"[^\W\d_]")
MARKS = str.maketrans("", "", ".,;:'’`´-_")


class NameParts(NamedTuple):
    """The parts as they are written; empty where the name has none."""

    given: str = ""
    family: str = ""
    title: str = ""
    suffix: str = ""
    nickname: str = ""
    trade: str = ""


def name_parts(text: str) -> NameParts:
    """Which part of this name is the given one, which the family's?

    Titles and degrees fall off the ends, what stands in brackets or quotes is a pet name, words
    for a trade are kept apart. A comma or capitals tell the family name; else known given names
    tell the order, particles begin a family name, and Spanish surnames come in twos.

    Cost O(letters). Source: the customs of four languages; a guess, never a verdict.

    >>> name_parts("Dott. ROSSI Giuseppe (Pino)")[:3]
    ('Giuseppe', 'ROSSI', 'Dott.')
    >>> name_parts("Juan Carlos García López")[:2], name_parts("Ludwig van Beethoven")[:2]
    (('Juan Carlos', 'García López'), ('Ludwig', 'van Beethoven'))
    >>> name_parts("Pino idraulico").trade
    'idraulico'
    """
    nickname, text = take_asides(text)
    before, comma, after = text.partition(",")
    if comma and not all(bare(word) in SUFFIXES for word in after.split()):
        return comma_parts(before, after, nickname)
    title, tokens, suffix = take_ends(text.replace(",", " ").split())
    trade = [token for token in tokens if bare(token) in TRADES]
    if trade and len(trade) < len(tokens):
        tokens = [token for token in tokens if bare(token) not in TRADES]
    else:
        trade = []
    given, family = in_order(tokens, formal=bool(title))
    return NameParts(given, family, title, suffix, nickname, " ".join(trade))


def bare(token: str) -> str:
    return fold(token).translate(MARKS)


def take_asides(text: str) -> tuple[str, str]:
    """What stands in brackets or quotes, and the rest without it and without mail addresses."""
    if text.isalpha():
        return "", text
    without = ADDRESS.sub(" ", text) if "@" in text else text
    found = [next(filter(None, match), "") for match in ASIDE.findall(without)]
    rest = ASIDE.sub(" ", without)
    if not LETTERS.search(rest):  # a name that is all in quotes is the name
        return "", " ".join(found)
    return " ".join(found).strip(), rest


def take_ends(tokens: list[str]) -> tuple[str, list[str], str]:
    """Titles before, degrees after; a name made of nothing else is left whole."""
    tokens = [token for token in tokens if LETTERS.search(token)]
    start, end = 0, len(tokens)
    while start < end - 1 and is_title(tokens[start]):
        start += 1
    while end - 1 > start and bare(tokens[end - 1]) in SUFFIXES:
        end -= 1
    return " ".join(tokens[:start]), tokens[start:end], " ".join(tokens[end:])


def is_title(token: str) -> bool:
    return all(part in TITLES for part in fold(token).replace(".", " ").split()) or (
        bare(token) in TITLES
    )


def comma_parts(before: str, after: str, nickname: str) -> NameParts:
    """What comes first is the family's, as in "Rossi, Dott. Giuseppe"."""
    title, family, suffix = take_ends(before.split())
    later_title, given, later_suffix = take_ends(after.replace(",", " ").split())
    return NameParts(
        " ".join(given),
        " ".join(family),
        title or later_title,
        suffix or later_suffix,
        nickname,
    )


def in_order(tokens: list[str], *, formal: bool) -> tuple[str, str]:
    """Given and family name of bare tokens; after a title, one word alone is the family's."""
    if len(tokens) <= 1:
        word = "".join(tokens)
        return ("", word) if formal else (word, "")
    split = capitals_end(tokens)
    if split:
        return " ".join(tokens[split:]), " ".join(tokens[:split])
    if is_turned_round(tokens):
        return tokens[-1], " ".join(tokens[:-1])
    split = family_start(tokens)
    return " ".join(tokens[:split]), " ".join(tokens[split:])


def capitals_end(tokens: list[str]) -> int:
    """How many tokens a leading family name in capitals has: "ROSSI Giuseppe"."""
    if not is_shouted(tokens[0]) or is_shouted(tokens[-1]):
        return 0
    return next(place for place, token in enumerate(tokens) if not is_shouted(token))


def is_shouted(token: str) -> bool:
    return token.isupper() and len(bare(token)) > 1 and "." not in token


def is_turned_round(tokens: list[str]) -> bool:
    """The last is a given name we know and the first is none, as in "Rossi Giuseppe"."""
    first, last = bare(tokens[0]), bare(tokens[-1])
    return (
        is_given_name(last)
        and not is_given_name(first)
        and len(first) > 1
        and (len(tokens) == 2 or first in PARTICLES)  # noqa: PLR2004
    )


def family_start(tokens: list[str]) -> int:
    """Where the family name begins, among two tokens or more."""
    count = len(tokens)
    plain = [bare(token) for token in tokens]
    begin = 3 if plain[0] == "maria" and plain[1] == "del" and count > 3 else 1  # noqa: PLR2004
    for place in range(begin, count - 1):
        if plain[place] in PARTICLES - WEAK_PARTICLES:
            return place - is_spanish(plain[place - 1]) if place > 1 else place
    if count > 2 and (is_spanish(plain[-2]) or plain[-2] in PARTICLES):  # noqa: PLR2004
        return count - 2
    return count - 1


SPANISH = frozenset(
    """
    garcia ruiz diaz moreno romero alonso navarro torres ramos gil serrano blanco molina morales
    ortega castro rubio marin sanz iglesias medina garrido cortes castillo santos guerrero lozano
    cano prieto cruz calvo gallego vidal leon herrera pena flores cabrera campos vega fuentes
    carrasco reyes caballero nieto aguilar pascual santana herrero montero hidalgo ibanez mora
    vicente vargas munoz rojas silva mendoza salazar delgado soto
    """.split()  # noqa: SIM905
)


def is_spanish(word: str) -> bool:
    """Is this a surname of Spain or Latin America?"""
    return word in SPANISH or (len(word) > 4 and word.endswith(("ez", "eiz")))  # noqa: PLR2004
