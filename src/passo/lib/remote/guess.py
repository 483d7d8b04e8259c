"""From a mail address to the servers behind it, so that nobody has to know their names.

Facts about providers as their help pages gave them in November 2026. A wrong guess costs a
sentence, so an unknown domain is simply asked at the names that most of them use.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_noop

from passo.lib.remote.server import Server, Site

APP_PASSWORD = gettext_noop(
    "This provider wants an app password: sign in there, switch on two-step verification and make "
    "one in the security settings. Your usual password does not work here."
)
GOOGLE = gettext_noop(
    "Google wants an app password for your mail: switch on two-step verification in your Google "
    "account and make one under app passwords. For the calendar, copy its secret address in iCal "
    "format from the calendar’s settings."
)
MICROSOFT = gettext_noop(
    "Microsoft lets no other program sign in with a password any more. Export your mail and "
    "contacts instead; the calendar can be published in Outlook’s settings as an ICS address."
)
SWITCH_ON = gettext_noop(
    "This provider lets other programs in only once you allow it: look for IMAP or POP3 in the "
    "settings of your mailbox."
)
OWN_PASSWORD = gettext_noop(
    "This provider has a password of its own for mail programs: you set it in your customer centre."
)
BRIDGE = gettext_noop(
    "Proton’s mail can only be read with Proton Bridge on a computer of your own. An export works "
    "without it."
)


@dataclass(frozen=True, slots=True)
class Provider:
    """`sites` are where its calendars and address books are; `hint` is what one must know."""

    domains: str
    mail: str = ""
    sites: tuple[str, ...] = ()
    hint: str = ""


PROVIDERS = (
    Provider("gmail.com googlemail.com", "imap.gmail.com", hint=GOOGLE),
    Provider(
        "outlook.com outlook.it outlook.de outlook.es hotmail.com hotmail.it hotmail.de hotmail.es "
        "live.com live.it live.de msn.com",
        "outlook.office365.com",
        hint=MICROSOFT,
    ),
    Provider(
        "icloud.com me.com mac.com",
        "imap.mail.me.com",
        ("https://caldav.icloud.com/", "https://contacts.icloud.com/"),
        APP_PASSWORD,
    ),
    Provider(
        "yahoo.com yahoo.it yahoo.de yahoo.es ymail.com rocketmail.com",
        "imap.mail.yahoo.com",
        ("https://caldav.calendar.yahoo.com/", "https://carddav.address.yahoo.com/"),
        APP_PASSWORD,
    ),
    Provider(
        "gmx.de gmx.net gmx.at gmx.ch",
        "imap.gmx.net",
        ("https://caldav.gmx.net/", "https://carddav.gmx.net/"),
        SWITCH_ON,
    ),
    Provider("gmx.com gmx.us", "imap.gmx.com", hint=SWITCH_ON),
    Provider(
        "web.de",
        "imap.web.de",
        ("https://caldav.web.de/", "https://carddav.web.de/"),
        SWITCH_ON,
    ),
    Provider("t-online.de magenta.de", "secureimap.t-online.de", hint=OWN_PASSWORD),
    Provider("freenet.de", "mx.freenet.de", hint=SWITCH_ON),
    Provider("ionos.de online.de", "imap.ionos.de"),
    Provider("ionos.it", "imap.ionos.it"),
    Provider("ionos.es", "imap.ionos.es"),
    Provider("ionos.com", "imap.ionos.com"),
    Provider("posteo.de posteo.net posteo.at posteo.ch", "posteo.de", ("https://posteo.de:8443/",)),
    Provider("mailbox.org", "imap.mailbox.org", ("https://dav.mailbox.org/",)),
    Provider(
        "fastmail.com fastmail.fm",
        "imap.fastmail.com",
        ("https://caldav.fastmail.com/", "https://carddav.fastmail.com/"),
        APP_PASSWORD,
    ),
    Provider("libero.it iol.it inwind.it blu.it giallo.it", "imapmail.libero.it", hint=SWITCH_ON),
    Provider("virgilio.it", "in.virgilio.it"),
    Provider("tim.it alice.it", "imap.tim.it"),
    Provider("aruba.it technet.it", "imaps.aruba.it"),
    Provider("pec.it arubapec.it", "imaps.pec.aruba.it"),
    Provider("tiscali.it", "imap.tiscali.it"),
    Provider("telefonica.net", "imap.telefonica.net"),
    Provider("movistar.es", "imap.movistar.es"),
    Provider("proton.me protonmail.com pm.me", hint=BRIDGE),
)
BY_DOMAIN = {domain: provider for provider in PROVIDERS for domain in provider.domains.split()}
IS_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)+")


def guess(address: str, password: str = "") -> list[Server]:
    """Mail servers to try, the likeliest first."""
    domain = domain_of(address)
    known = BY_DOMAIN.get(domain)
    if known:
        hosts = [known.mail] if known.mail else []
    else:
        hosts = [f"imap.{domain}", f"mail.{domain}", domain] if domain else []
    return [Server(host, user=address.strip(), password=password) for host in hosts]


def guess_sites(address: str, password: str = "") -> list[Site]:
    """Where calendars and address books may be; each site may know the other kind as well."""
    domain = domain_of(address)
    known = BY_DOMAIN.get(domain)
    if known:
        places: tuple[str, ...] = known.sites
    else:
        places = (f"https://{domain}/", f"https://dav.{domain}/") if domain else ()
    return [Site(place, address.strip(), password) for place in places]


def hint(address: str) -> str:
    """What its owner must know before trying, as a sentence to be translated; often nothing."""
    known = BY_DOMAIN.get(domain_of(address))
    return known.hint if known else ""


def domain_of(address: str) -> str:
    domain = address.strip().rpartition("@")[2].lower().rstrip(".")
    return domain if IS_DOMAIN.fullmatch(domain) else ""
