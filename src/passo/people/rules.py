"""Why senders are left out, as people read it: the reader's rules by kind."""

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_lazy

from passo.people.bringing_in.left_out import SAID_NO
from passo.readers.mail.impersonal import RULES


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    title: object

    @property
    def label(self) -> str:
        return str(self.title)

    @property
    def because(self) -> list[str]:
        """In English, as they are kept."""
        return list(dict.fromkeys(said for kind, said in RULES.values() if kind == self.name))

    def sentences(self) -> list[str]:
        return [gettext(said) for said in self.because]


RULES_BY_KIND = (
    Kind("newsletter", gettext_lazy("Newsletters")),
    Kind("automatic", gettext_lazy("Sent by a program")),
    Kind("list", gettext_lazy("Mailing lists")),
    Kind("bounce", gettext_lazy("Mail that did not arrive")),
    Kind("spam", gettext_lazy("Spam")),
)
BY_NAME = {kind.name: kind for kind in RULES_BY_KIND}
SAID_BY_OWNER = SAID_NO
