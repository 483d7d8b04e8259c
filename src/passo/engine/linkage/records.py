"""The people to compare, as the caller has them: columns of one length."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

Texts = Sequence[str]
Many = Sequence[Sequence[str]]
MANY = ("mails", "phones", "others")


@dataclass
class Records:
    """One entry a record: a person already known, or a new card. All but `name` may be left out.

    name          as written, (records,); given and family are better where the source has them
    mails         small letters, (records,) of sequences
    phones        +39… where they could be read, (records,) of sequences
    organisation  the firm's name, (records,)
    birthday      1980-04-12, or --04-12 without a year, (records,)
    street, city, code   of the postal address, (records,)
    others        further identifiers (tax code, member number), (records,) of sequences
    """

    name: Texts
    given: Texts = ()
    family: Texts = ()
    mails: Many = ()
    phones: Many = ()
    organisation: Texts = ()
    birthday: Texts = ()
    street: Texts = ()
    city: Texts = ()
    code: Texts = ()
    others: Many = ()
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.name)
        for column in fields(self):
            if column.name == "count":
                continue
            values = getattr(self, column.name)
            if not len(values):
                empty: tuple[str, ...] | str = () if column.name in MANY else ""
                setattr(self, column.name, [empty] * self.count)
            elif len(values) != self.count:
                raise ValueError(f"{column.name} has {len(values)} entries, name {self.count}")

    def __len__(self) -> int:
        return self.count
