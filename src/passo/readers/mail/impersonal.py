"""Which mail and which addresses no person stands behind, and why.

A wrong "impersonal" loses a client, a wrong "personal" adds a shop's robot to the people: so a
single doubtful sign is never enough. The order of the questions matters, and the first answer
counts:

1. **bounce**: a report that mail did not arrive, or a sender called mailer-daemon or postmaster.
2. **spam**: the provider marked it, or it lies in the folder for it.
3. **automatic**: the mail says so itself (Auto-Submitted, RFC 3834), also an out-of-office note:
   a person set it up, but nobody wrote to anybody. An empty Return-Path says the same.
4. **list**: List-Id (RFC 2919), List-Post, or Precedence: list. Not so where the list is called
   as a firm's desk is (info@, office@): that is a mailbox that several people share.
5. **newsletter**: a program for campaigns sent it, or one can leave with one click (RFC 8058), or
   Precedence: bulk. List-Unsubscribe alone also counts, but not on an answer to another mail and
   not from an address at a provider of private mail: some providers add it to what people write.
   The same holds where only the text says how to unsubscribe, beside a link.
6. The sender's address is a machine's (no-reply@ …): newsletter, automatic or bounce.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from passo.readers.mail import local_parts
from passo.readers.mail.words import word_set
from passo.readers.records import _

RULES: dict[str, tuple[str, str]] = {
    "report": ("bounce", _("It reports that a mail did not arrive.")),
    "daemon": ("bounce", _("A mail server wrote it, to report on another mail.")),
    "flagged": ("spam", _("Your mail provider marked it as spam.")),
    "spam_folder": ("spam", _("It lies in the folder for spam.")),
    "answered_by_itself": ("automatic", _("It is an automatic answer, such as an absence note.")),
    "sent_by_itself": ("automatic", _("It says itself that a program sent it.")),
    "no_way_back": ("automatic", _("It was sent so that nothing can come back to it.")),
    "list": ("list", _("It came through a mailing list.")),
    "campaign": ("newsletter", _("A program for newsletters sent it.")),
    "one_click": ("newsletter", _("One can unsubscribe from it with one click.")),
    "bulk": ("newsletter", _("It says itself that it was sent to many.")),
    "unsubscribe": ("newsletter", _("One can unsubscribe from it.")),
    "offers_to_leave": ("newsletter", _("Its text offers to unsubscribe.")),
    "no_reply": ("automatic", _("Its address takes no answers.")),
    "notices": ("automatic", _("Its address is one that sends notices.")),
    "news": ("newsletter", _("Its address is one that sends newsletters.")),
    "list_address": ("list", _("The address belongs to a mailing list.")),
    "room": ("automatic", _("The address belongs to a calendar, a room or a thing.")),
    "token": ("automatic", _("A program made the address for a single purpose.")),
}
LIST_FIELDS = ("list-id", "list-post", "mailing-list", "x-beenthere", "x-mailing-list")
# Fields that programs for campaigns add, and nobody else.
CAMPAIGN_FIELDS = (
    "x-campaign", "x-campaignid", "x-campaign-id", "x-mc-user", "x-mailchimp-id",
    "x-csa-complaints", "x-rpcampaign", "x-newsletter", "x-emarsys-identify", "x-cr-mailing",
    "x-mailup-id", "x-sib-id", "x-mailing-id", "x-mailingid", "x-job_id",
)  # fmt: skip
CAMPAIGN_MAILERS = re.compile(
    "mailchimp|sendinblue|brevo|mailup|phplist|campaign ?monitor|activecampaign|cleverreach"
    "|rapidmail|newsletter2go|acumbamail|mailrelay|constant contact|roving|getresponse|mailpoet"
    "|aweber|sendy|inxmail|emarsys|evalanche|mailworx|klaviyo|4dem|contactlab|magnews",
    re.IGNORECASE,
)
AUTOMATIC_SUBJECT = re.compile(
    r"(?:automatic reply|auto(?:matic)?[- ]?response|auto[- ]?reply|out of (?:the )?office"
    r"|automatische antwort|abwesenheitsnotiz|abwesend|risposta automatica|fuori sede"
    r"|fuori ufficio|respuesta autom[aá]tica|fuera de (?:la )?oficina)\b",
    re.IGNORECASE,
)
ANSWER_SUBJECT = re.compile(r"\s*(?:re|aw|r|rif|antw|rv|sv)\s*:", re.IGNORECASE)
# Not the mere word: people write it too.
OFFER = re.compile(
    r"\b(?:to unsubscribe|unsubscribe (?:here|from|at|by|link)|click here to (?:unsub|be removed)"
    r"|you are (?:receiving|subscribed)|you (?:have )?received this (?:e-?mail|newsletter) because"
    r"|to be removed from|remove yourself|no longer wish to receive|opt[- ]out"
    r"|disiscriv"
    r"|annulla(?:re)? l.iscrizione|cancell\w+ (?:l.iscrizione|dalla (?:newsletter|mailing))"
    r"|non (?:desideri|vuoi|desidera) più ricevere|ricevi questa (?:e-?mail|newsletter) perch"
    r"|newsletter (?:hier )?(?:abbestellen|abmelden)|hier abmelden|abmelde-?link|vom newsletter"
    r"|keine weiteren e-?mails|sie erhalten diese (?:e-?mail|nachricht), weil"
    r"|dar(?:se|te|me)? de baja|cancelar (?:la|su|tu) suscripción|si no desea\w* (?:seguir )?recib"
    r"|recibe\w* este (?:correo|mensaje|e-?mail) porque)",
    re.IGNORECASE,
)
EDGE = 2000
PRIVATE_MAIL = word_set(
    """
    gmail.com googlemail.com icloud.com me.com mac.com outlook.com outlook.it outlook.de
    outlook.es hotmail.com hotmail.it hotmail.de hotmail.es live.com live.it msn.com yahoo.com
    yahoo.it yahoo.de yahoo.es aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de
    mail.de posteo.de libero.it virgilio.it tiscali.it alice.it tin.it email.it inwind.it
    fastwebnet.it tim.it telefonica.net terra.es ono.com proton.me protonmail.com fastmail.com
    zoho.com
    """
)
LIST_HOSTS = (
    "googlegroups.com", "groups.io", "yahoogroups.com", "yahoogroups.de", "yahoogroups.it",
    "freelists.org", "groups.google.com", "listserv.com", "egroups.com", "topica.com",
)  # fmt: skip
LIST_DOMAIN = re.compile(r"(?:lists?|listserv|mailman|listen|liste|listas|groups)\d?\.")
MACHINE_DOMAIN = re.compile(
    r"(?:reply|noreply|no-reply|notifications?|notify|unsub|unsubscribe|mailer)\d?\."
    r"|users\.noreply\.github\.com$"
)
NEWSLETTER_DOMAIN = re.compile(r"(?:newsletters?|news|mailing|rundbrief|boletin)\d?\.")
ROOM_DOMAIN = re.compile(r"(?:^|\.)calendar\.google\.com$")
HEX = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){2,}-?[0-9a-f]*|[0-9a-f]{20,}")
PARTS = re.compile(r"[-._+=]")
TOKEN_LENGTH, TOKEN_DIGITS = 24, 6
TOKEN_BEGINNINGS = ("reply+", "unsubscribe+", "unsub+", "r+", "reply-", "bounce+", "unsubscribe-")


def verdict(
    fields: Mapping[str, str], sender: str, subject: str, *, folder_is_spam: bool = False
) -> str:
    """The code of the first rule that holds for a mail; empty where a person wrote it."""
    return (
        bounced(fields, sender)
        or ("spam_folder" if folder_is_spam else "")
        or flagged(fields)
        or by_itself(fields, subject)
        or by_list(fields)
        or by_campaign(fields, sender, subject)
        or by_address(sender)
    )


def bounced(fields: Mapping[str, str], sender: str) -> str:
    kind = fields.get("content-type", "")
    if "report" in kind and "delivery-status" in kind.lower():
        return "report"
    local = sender.partition("@")[0]
    return (
        "daemon" if local.replace("-", "") in {"mailerdaemon", "postmaster", "maildaemon"} else ""
    )


def flagged(fields: Mapping[str, str]) -> str:
    said = fields.get("x-spam-flag", "") or fields.get("x-spam-status", "")
    return "flagged" if said[:3].lower() == "yes" else ""


def by_itself(fields: Mapping[str, str], subject: str) -> str:
    said = fields.get("auto-submitted", "").lower()
    precedence = fields.get("precedence", "").strip().lower()
    if (
        said.startswith("auto-replied")
        or precedence == "auto_reply"
        or "x-autoreply" in fields
        or "x-autorespond" in fields
        or AUTOMATIC_SUBJECT.match(subject)
    ):
        return "answered_by_itself"
    if (said and not said.startswith("no")) or suppresses_answers(fields):
        return "sent_by_itself"
    return "no_way_back" if fields.get("return-path", "").strip() == "<>" else ""


def suppresses_answers(fields: Mapping[str, str]) -> bool:
    """Only the whole of it: some mail programs of people ask not to be sent receipts."""
    said = fields.get("x-auto-response-suppress", "").lower()
    return "all" in said or ("oof" in said and "autoreply" in said)


def by_list(fields: Mapping[str, str]) -> str:
    if not any(name in fields for name in LIST_FIELDS):
        return "list" if fields.get("precedence", "").strip().lower() == "list" else ""
    name = fields.get("list-id", "").rpartition("<")[2].partition(".")[0].strip().lower()
    return "" if name in local_parts.SHARED else "list"


def by_campaign(fields: Mapping[str, str], sender: str, subject: str) -> str:
    if any(name in fields for name in CAMPAIGN_FIELDS) or CAMPAIGN_MAILERS.search(
        fields.get("x-mailer", "")
    ):
        return "campaign"
    if fields.get("precedence", "").strip().lower() in {"bulk", "junk"}:
        return "list" if is_answer(fields, subject) else "bulk"
    if "list-unsubscribe" not in fields or is_answer(fields, subject):
        return ""
    if "list-unsubscribe-post" in fields:
        return "one_click"
    return "" if sender.rpartition("@")[2] in PRIVATE_MAIL else "unsubscribe"


def offers_to_leave(fields: Mapping[str, str], sender: str, subject: str, text: str) -> bool:
    """Whether the sender's own text says how to unsubscribe; the first and last words will do."""
    if is_answer(fields, subject) or sender.rpartition("@")[2] in PRIVATE_MAIL:
        return False
    edges = f"{text[:EDGE]}\n{text[-EDGE:]}" if len(text) > 2 * EDGE else text
    has_link = (
        "http" in edges or "www." in edges or "html" in fields.get("content-type", "").lower()
    )
    return has_link and bool(OFFER.search(" ".join(edges.split())))


def is_answer(fields: Mapping[str, str], subject: str) -> bool:
    return bool(fields.get("in-reply-to")) and bool(ANSWER_SUBJECT.match(subject))


@lru_cache(maxsize=4096)
def by_address(address: str) -> str:
    """The code of the rule that makes it impersonal; empty where it can be a person's."""
    local, _at, domain = address.rpartition("@")
    return by_domain(local, domain) or by_local_part(local)


def by_domain(local: str, domain: str) -> str:
    if domain.endswith(LIST_HOSTS) or LIST_DOMAIN.match(domain):
        return "list_address"
    if ROOM_DOMAIN.search(domain):
        return "room"
    if MACHINE_DOMAIN.match(domain):
        return "no_reply"
    if NEWSLETTER_DOMAIN.match(domain):
        return "news"
    return "daemon" if domain.startswith("bounce") else ""


def by_local_part(local: str) -> str:
    joined = PARTS.sub("", local.rstrip("0123456789"))
    parts = frozenset((*PARTS.split(local), joined))
    if joined.startswith(local_parts.NO_REPLY) or joined.endswith(local_parts.NO_REPLY):
        return "no_reply"
    if parts & local_parts.BOUNCES:
        return "daemon"
    if parts & local_parts.NOTICES or joined in local_parts.ONLY_NOTICES:
        return "notices"
    if parts & local_parts.NEWSLETTERS or joined in local_parts.ONLY_NEWSLETTERS:
        return "news"
    if local_parts.LIST_ENDS & {local.rpartition("-")[2], local.partition("-")[0]} - {local}:
        return "list_address"
    return "token" if is_token(local) else ""


def is_token(local: str) -> bool:
    """Made by a program: reply+3f9a…, a long row of hexadecimal digits, or letters gone wild."""
    if HEX.search(local) or (local.startswith(TOKEN_BEGINNINGS) and len(local) > TOKEN_LENGTH):
        return True
    longest = max(PARTS.split(local), key=len)
    digits = sum(letter.isdigit() for letter in longest)
    return len(longest) >= TOKEN_LENGTH and TOKEN_DIGITS <= digits < len(longest)


def is_impersonal_address(address: str) -> str:
    """Why no person stands behind this address, in a sentence; empty where one may.

    >>> is_impersonal_address("no-reply@shop.example")
    'Its address takes no answers.'
    >>> is_impersonal_address("anna.rossi@shop.example")
    ''
    """
    code = by_address(address.strip().lower())
    return RULES[code][1] if code else ""


def is_shared_address(address: str) -> bool:
    """Whether it belongs to a firm and not to one person in it.

    >>> is_shared_address("info@shop.example"), is_shared_address("Ufficio.Acquisti@x.it")
    (True, True)
    >>> is_shared_address("anna@shop.example")
    False
    """
    local = address.strip().lower().rpartition("@")[0].partition("+")[0].rstrip("0123456789")
    parts = PARTS.split(local)
    return "".join(parts) in local_parts.SHARED or parts[0] in local_parts.SHARED_BEGINNINGS
