"""How close are we and each of our people?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from passo.engine.strength.touches import (
    CHANNEL_WEIGHTS,
    CHANNELS,
    HALF_LIVES,
    TWO,
    Floats,
    Touches,
    Whole,
    _,
    calendar_days,
    faded,
    in_company,
    summed,
)

HALF = 1.5  # the raw strength that is shown as 0.5
HALVED = 4.0  # gaps of silence that take half of a strength away
MONTH = 30  # days; the silence that is usual after a first contact
YEAR = 365  # days that the counts in the reason look back
GRAIN = 2.0**30  # masses are whole multiples of 1/GRAIN, so that their sums know no order
JUST_BELOW_ONE = float(np.nextafter(1.0, 0.0))

NOTHING = _("No touches yet.")
LONG_AGO = _("No touches in twelve months; the last one %(ago)s.")
ONCE = (
    _("One touch in twelve months, today."),
    _("One touch in twelve months, yesterday."),
    _("One touch in twelve months, %(ago)s."),
)
OFTEN = (
    _("%(touches)s touches in twelve months, %(theirs)s started by them; last one today."),
    _("%(touches)s touches in twelve months, %(theirs)s started by them; last one yesterday."),
    _("%(touches)s touches in twelve months, %(theirs)s started by them; last one %(ago)s."),
)


@dataclass(frozen=True, slots=True, eq=False)
class Strengths:
    """Every array has one entry a person; those without a touch have 0, and nan for `last_day`.

    `value`: strength, 0 ≤ value < 1. `ours`, `theirs`, `shared`: touches of the last 365 days
    started by us, by them, by both. `last_day`: day of the last touch. `group_share`: share
    0..1 of those touches at which more than two took part. `channel`: place in `CHANNELS` of
    the most frequent one, -1 for none. `memory`: (people, 2, half-lives), what is left of our
    and their touches. `gap`: days from contact to contact, one month before the first.
    """

    today: float
    value: Floats
    ours: Whole
    theirs: Whole
    shared: Whole
    last_day: Floats
    group_share: Floats
    channel: NDArray[np.int8]
    memory: Floats
    gap: Floats

    def reason(self, person: int) -> tuple[str, Mapping[str, int]]:
        """Why this strength? An English sentence to translate, and what fills its places.

        `ago` is for whoever shows it: the days in the words of the reader.
        """
        if np.isnan(self.last_day[person]):
            return NOTHING, {}
        days = int(np.floor(self.today) - np.floor(self.last_day[person]))
        ours, theirs, shared = self.ours[person], self.theirs[person], self.shared[person]
        touches = int(ours + theirs + shared)
        if not touches:
            return LONG_AGO, {"days": days}
        sentence = (ONCE if touches == 1 else OFTEN)[min(days, 2)]
        return sentence, {"touches": touches, "theirs": int(theirs), "days": days}

    def later(self, today: float) -> Floats:
        """The strengths on a later day, if no touch came in between: (people,), to rounding.

        >>> one = strengths(Touches([0], [100], [1], [0], [2]), people=1, today=100)
        >>> afterwards = strengths(Touches([0], [100], [1], [0], [2]), people=1, today=130)
        >>> bool(np.isclose(one.later(130)[0], afterwards.value[0]))
        True
        """
        days = np.floor(today) - np.floor(self.today)
        memory = self.memory * 0.5 ** (days / HALF_LIVES)
        return shown(memory, silences(self.last_day, today) / self.gap)


def strengths(touches: Touches, *, people: int, today: float) -> Strengths:
    """How close are we and each of our people, from 0 to 1, and why?

    Every touch has a mass, its channel's weight ÷ log2(size). What happens on one calendar day
    is one contact, worth the root of the sum of the squared masses: nine mails say three times
    as much as one, not nine times. A contact fades by a power law of its age, as mail senders
    come back (exponent ½), written as a sum of six half-lives of 1 to 1,024 days. What is left
    is split between the directions; one-way counts three quarters, two-way in full. A silence
    of four gaps, as gaps are with this person, takes half of it away:

        left = Σ worth(day) · fade(today - day)
        gap = (last - first + 30) / days with a contact
        raw = left · (3 + 2 min(ours, theirs) / left) / 4 ÷ (1 + silence / (4 gap))
        value = raw / (raw + 1.5)

    1.5 is a fixed measure, so that a strength means the same in every book. Touches after
    `today` (days, as in `Touches`) are not counted yet. Each person's figures come from their
    own touches alone, whatever the order: over a part of the touches that holds all of some
    persons', those get the same figures to the last bit.

    Cost: one sort, O(n log n) for n touches; O(n + people) memory. Sources: Roth et al., KDD
    2010 (decayed touches of two directions); Anderson and Schooler, Psychological Science 1991
    (the power law by which senders of mail come back).

    >>> daily = Touches([0, 0, 1], [98, 99, 99], [1, -1, -1], [0, 0, 0], [2, 2, 40])
    >>> strengths(daily, people=2, today=100).value.round(2).tolist()
    [0.44, 0.06]
    """
    past = touches.of(people).where(touches.day <= today)
    contacts = past.where(CHANNEL_WEIGHTS[past.channel] > 0)
    days = contact_days(contacts, today)
    memory, gap, last = remembered(days, people), gaps(days, people), last_days(contacts, people)
    recent = contacts.where(contacts.day > today - YEAR)
    counts = np.bincount(recent.person * 3 + recent.direction + 1, minlength=people * 3)
    theirs, shared, ours = counts.reshape(people, 3).T
    return Strengths(
        today=today,
        value=shown(memory, silences(last, today) / gap),
        ours=ours,
        theirs=theirs,
        shared=shared,
        last_day=last,
        group_share=group_shares(recent, people),
        channel=usual_channels(recent, people),
        memory=memory,
        gap=gap,
    )


class ContactDays(NamedTuple):
    """One entry for each person and day with a contact: `age` in days, squared masses."""

    person: Whole
    age: Whole
    ours: Floats
    theirs: Floats


def contact_days(contacts: Touches, today: float) -> ContactDays:
    age = int(np.floor(today)) - calendar_days(contacts.day)
    masses = CHANNEL_WEIGHTS[contacts.channel] * in_company(contacts.size)
    squares = np.maximum(np.rint(masses**2 * GRAIN), 2) / GRAIN
    span = int(age.max(initial=0)) + 1
    days, place = np.unique(contacts.person * span + age, return_inverse=True)
    ours = summed(place, squares * (1 + contacts.direction) / 2, len(days))
    theirs = summed(place, squares * (1 - contacts.direction) / 2, len(days))
    return ContactDays(days // span, days % span, ours, theirs)


def remembered(days: ContactDays, people: int) -> Floats:
    """What is left today of each person's contacts, ours and theirs, by half-life."""
    both = days.ours + days.theirs
    worth, our_share = np.sqrt(both), days.ours / both
    memory = np.empty((people, 2, len(HALF_LIVES)))
    for place, left in enumerate(faded(days.age)):
        memory[:, 0, place] = summed(days.person, worth * left * our_share, people)
        memory[:, 1, place] = summed(days.person, worth * left * (1 - our_share), people)
    return memory


def gaps(days: ContactDays, people: int) -> Floats:
    """Days from contact to contact: (people,); a month for who has one contact or none."""
    count = np.bincount(days.person, minlength=people)
    starts = np.concatenate([[0], np.cumsum(count)])[:-1][count > 0]
    span = np.zeros(people)
    if len(starts):
        ends = starts + count[count > 0] - 1
        span[count > 0] = days.age[ends] - days.age[starts]
    return (span + MONTH) / np.maximum(count, 1)


def silences(last: Floats, today: float) -> Floats:
    """Whole days since the last contact; none for who never had one."""
    whole_days: Floats = np.floor(today) - np.floor(last)
    return np.where(np.isnan(last), 0.0, whole_days)


def shown(memory: Floats, silence: Floats) -> Floats:
    """From what is left of touches and a silence in gaps, (people,), to strengths, (people,)."""
    ours, theirs = memory.sum(axis=2).T
    left = ours + theirs
    answered = np.divide(2 * np.minimum(ours, theirs), left, where=left > 0, out=left * 0)
    raw: Floats = left * (3 + answered) / 4 / (1 + silence / HALVED)
    value: Floats = np.minimum(raw / (raw + HALF), JUST_BELOW_ONE)
    return value


def last_days(contacts: Touches, people: int) -> Floats:
    last = np.full(people, -np.inf)
    np.maximum.at(last, contacts.person, contacts.day)
    return np.where(np.isfinite(last), last, np.nan)


def group_shares(recent: Touches, people: int) -> Floats:
    every = np.bincount(recent.person, minlength=people)
    in_groups = np.bincount(recent.person[recent.size > TWO], minlength=people)
    return in_groups / np.maximum(every, 1)


def usual_channels(recent: Touches, people: int) -> NDArray[np.int8]:
    kinds = len(CHANNELS)
    counts = np.bincount(recent.person * kinds + recent.channel, minlength=people * kinds)
    table = counts.reshape(people, kinds)
    usual = kinds - 1 - table[:, ::-1].argmax(axis=1)
    return np.where(table.any(axis=1), usual, -1).astype(np.int8)
