"""What two spellings of one firm share."""

import re

from passo.lib.search import fold

# Legal forms say what a firm is, not which one: folded, a dot is a space (`s r l`).
FORMS = (
    "gesellschaft mit beschrankter haftung|aktiengesellschaft|s r l s|s r l|s p a|s n c|s a s"
    "|s c a r l|s c|s s|srls|srl|spa|snc|sas|scarl|soc coop|societa cooperativa"
    "|gmbh co kg|gmbh u co kg|gmbh und co kg|gmbh|mbh|ug haftungsbeschrankt|ug|ag|kgaa|kg|ohg|gbr|e k|ek|e v|ev|eg"
    "|s l u|s l|s a u|s a|slu|sl|sa|s coop|scoop|sociedad limitada|sociedad anonima"
    "|ltd|limited|llc|l l c|inc|incorporated|plc|llp|corp|corporation|co|pty|bv|b v|nv|n v|sarl|sas|oy|ab|as|a s|kft|doo|sro|s r o"
)
AT_THE_END = re.compile(rf" (?:{FORMS})$")
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
    return AT_THE_START.sub("", key) or name.strip().casefold()[:200]


def name_of_domain(domain: str) -> str:
    """How a firm is called of which only the domain is known.

    >>> name_of_domain("studio-rinaldi.it"), name_of_domain("mail.bloom.co.uk")
    ('Studio Rinaldi', 'Bloom')
    """
    parts = domain.split(".")
    short = {"co", "com", "org", "net", "gov", "edu", "ac", "or"}
    last = -3 if len(parts) > 2 and parts[-2] in short and len(parts[-1]) == 2 else -2
    stem = parts[last] if len(parts) >= -last else parts[0]
    return stem.replace("-", " ").replace("_", " ").title()


def firm_domain(address: str, free: frozenset[str]) -> str:
    """The domain of an address that belongs to a firm; empty at a free-mail provider."""
    domain = address.rpartition("@")[2]
    return "" if domain in free or "." not in domain else domain
