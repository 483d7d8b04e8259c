"""What the name of a folder or label says, in four languages."""

from passo.readers.mail.words import word_set, words

DRAFTS = word_set(
    """
    draft drafts bozze bozza entwurf entwürfe entwuerfe borrador borradores brouillons
    """
)
SPAM = frozenset(
    {
        "spam", "junk", "junk email", "junk e-mail", "junk mail", "bulk mail",
        "indesiderata", "posta indesiderata",
        "spamverdacht", "junk-e-mail", "unerwünscht", "unerwünschte werbung",
        "no deseado", "correo no deseado", "correo basura",
    }
)  # fmt: skip
SENT = frozenset(
    {
        "sent", "sent mail", "sent items", "sent messages", "sent-mail",
        "inviata", "inviati", "posta inviata", "messaggi inviati", "elementi inviati",
        "gesendet", "gesendete", "gesendete objekte", "gesendete elemente", "gesendete nachrichten",
        "enviado", "enviados", "elementos enviados", "mensajes enviados", "correo enviado",
    }
)  # fmt: skip


def names(folder: str) -> list[str]:
    """The parts of a folder's path, and each of several labels, in small letters."""
    parts = folder.lower().replace("\\", "/").replace(",", "/").split("/")
    return [part.strip(' ."[]').removesuffix(".mbox").removesuffix(".sbd") for part in parts]


def is_sent_folder(folder: str) -> bool:
    """Whether mail in it was written by the owner of the mailbox.

    >>> is_sent_folder("[Gmail]/Posta inviata"), is_sent_folder("Inbox")
    (True, False)
    """
    return any(name in SENT or name.removeprefix("inbox.") in SENT for name in names(folder))


def is_drafts_folder(folder: str) -> bool:
    return any(name.removeprefix("inbox.") in DRAFTS for name in names(folder))


def is_spam_folder(folder: str) -> bool:
    return any(name.removeprefix("inbox.") in SPAM for name in names(folder))


def labels(value: str) -> str:
    """Gmail's labels as Takeout writes them, readable, with a comma between."""
    return ", ".join(part.strip(' "') for part in words(value).split(",") if part.strip(' "'))
