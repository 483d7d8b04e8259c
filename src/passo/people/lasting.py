"""Names that last: by them a person or touch of this business is known again in any file.

Such a name is a UUID made of the business and the row's number, so that nothing has to be kept
for it, and this business can tell its own from every other's.
"""

import hashlib
import re
from uuid import UUID

from passo.businesses.models import Business
from passo.people.cards import checksum

MARK = "urn:uuid:"
LOOKS_SO = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
NUMBER_BYTES = 6
PREFIX_BYTES = 10
VERSION, VARIANT = 0x80, 0x80  # 8: made in a way of one's own (RFC 9562)


def key_of(name: str) -> str:
    """Of a source that has this name; the reader of vCards takes the mark away."""
    return checksum("uid", name.removeprefix(MARK))


def as_urn(name: str) -> str:
    """With its mark, whether it was written with or without; empty for what is no UUID."""
    bare = name.removeprefix(MARK)
    return f"{MARK}{bare}" if LOOKS_SO.fullmatch(bare) else ""


class Names:
    """Of the people or of the touches of one business."""

    def __init__(self, business: Business, what: str) -> None:
        said = f"passo {what} {business.pk} {business.made_at.isoformat()}"
        prefix = bytearray(hashlib.sha256(said.encode()).digest()[:PREFIX_BYTES])
        prefix[6] = prefix[6] & 0x0F | VERSION
        prefix[8] = prefix[8] & 0x3F | VARIANT
        self.prefix = bytes(prefix)

    def of(self, number: int) -> str:
        return f"{MARK}{UUID(bytes=self.prefix + number.to_bytes(NUMBER_BYTES))}"

    def number(self, name: str) -> int | None:
        """Which row of this business is called so; nothing for a name that is another's."""
        try:
            found = UUID(name.removeprefix(MARK)).bytes if name.startswith(MARK) else b""
        except ValueError:
            return None
        is_ours = found.startswith(self.prefix)
        return int.from_bytes(found[PREFIX_BYTES:]) if is_ours else None
