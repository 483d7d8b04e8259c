"""Mail from mbox, Maildir, .eml and archives of these, as `Message` records."""

from passo.readers.mail.archives import Member, members, read_archive, read_maildir
from passo.readers.mail.folders import is_sent_folder
from passo.readers.mail.impersonal import is_impersonal_address, is_shared_address
from passo.readers.mail.reading import read_eml, read_mbox, read_message

__all__ = [
    "Member",
    "is_impersonal_address",
    "is_sent_folder",
    "is_shared_address",
    "members",
    "read_archive",
    "read_eml",
    "read_maildir",
    "read_mbox",
    "read_message",
]
