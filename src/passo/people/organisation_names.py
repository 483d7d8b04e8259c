"""What two spellings of one firm share."""

import re
from functools import lru_cache

from passo.lib.search import fold

# Legal forms say what a firm is, not which one: folded, a dot is a space (`s r l`).
FORMS = (
    "gesellschaft mit beschrankter haftung|aktiengesellschaft|gmbh co kg|gmbh u co kg"
    "|gmbh und co kg|gmbh|mbh|ug haftungsbeschrankt|ug|ag|kgaa|kg|ohg|gbr|e k|ek|e v|ev|eg"
    "|s r l s|s r l|s p a|s n c|s a s|s c a r l|s c|s s|srls|srl|spa|snc|sas|scarl"
    "|soc coop|societa cooperativa|sociedad limitada|sociedad anonima"
    "|s l u|s l|s a u|s a|slu|sl|sa|s coop|scoop"
    "|ltd|limited|llc|l l c|inc|incorporated|plc|llp|corp|corporation|co|pty"
    "|bv|b v|nv|n v|sarl|oy|ab|as|a s|kft|doo|sro|s r o"
)
AT_THE_END = re.compile(rf" (?:{FORMS})$")
# The part before the ending; `co.uk` and the like are one ending.
STEM = re.compile(r"([^.]+)\.(?:(?:com?|org|net|gov|edu|ac|or)\.[a-z]{2}|[^.]+)$")
# Most names end in no legal form; these perhaps do.
PERHAPS = re.compile(
    r"(?:[.)]|\b[A-Z]{1,6}|\b(?i:gmbh|mbh|srls?|spa|snc|sas|ltd|limited|inc|corp))\s*$"
)
AT_THE_START = re.compile(r"^(?:ditta|firma|fa|the|la|il|die|der|das|el) (?=\S)")


def organisation_key(name: str) -> str:
    """Folded, without legal form and article.

    >>> organisation_key("Bianchi & Figlia S.r.l."), organisation_key("BIANCHI & FIGLIA SRL")
    ('bianchi figlia', 'bianchi figlia')
    """
    folded = fold(name[:200])
    key = AT_THE_END.sub("", folded)
    while key != folded:
        folded, key = key, AT_THE_END.sub("", key)
    return (AT_THE_START.sub("", key) or name.strip().casefold())[:200]


@lru_cache(maxsize=20_000)
def without_form(name: str) -> str:
    """As it is written, but for the legal form at its end: what two records are compared by.

    >>> without_form("Studio Rossi S.r.l."), without_form("Alfa"), without_form("GmbH")
    ('Studio Rossi', 'Alfa', 'GmbH')
    """
    if not PERHAPS.search(name):
        return name
    words, key = name.split(), organisation_key(name)
    shorter = (" ".join(words[:count]) for count in range(1, len(words)))
    return next((one for one in shorter if organisation_key(one) == key), name).rstrip(" ,")


def name_of_domain(domain: str) -> str:
    """How a firm is called of which only the domain is known.

    >>> name_of_domain("studio-rinaldi.it"), name_of_domain("mail.bloom.co.uk")
    ('Studio Rinaldi', 'Bloom')
    """
    found = STEM.search(domain)
    stem = found[1] if found else domain
    return stem.replace("-", " ").replace("_", " ").title()


def firm_domain(address: str, free: frozenset[str]) -> str:
    """The domain of an address that belongs to a firm; empty at a free-mail provider."""
    domain = address.rpartition("@")[2]
    return "" if domain in free or "." not in domain else domain
