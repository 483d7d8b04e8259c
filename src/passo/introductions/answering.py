"""What whoever is asked sees and says behind their link, without an account.

A yes is kept. Not now and no change nothing that anybody could look at: the link, the page behind
it and all of ours stay as they were, so that even whoever has the link cannot tell.
"""

from datetime import date

from django.utils import timezone

from passo.businesses import wall
from passo.businesses.access import on_its_clock
from passo.introductions import asking, marks
from passo.introductions.models import Ask, Wish
from passo.introductions.models.introduction import WAITING, State
from passo.lib.refusal import Refusal
from passo.lib.secret import hash_token

YES, LATER, NO, NEVER, FORGET = "yes", "later", "no", "never", "forget"
WISHES = {NEVER: Wish.Kind.NEVER_THROUGH, FORGET: Wish.Kind.FORGET}
ANSWERS = (YES, LATER, NO, *WISHES)
LONGEST_REACH = 200


def behind(token: str) -> Ask | None:
    """Whom a link belongs to, while it leads anywhere. Whoever holds it is not inside."""
    with wall.opened():
        asks = Ask.objects.select_related(
            "business",
            "person",
            "introduction__asker",
            "introduction__broker",
            "introduction__target",
            "introduction__other",
        )
        one = asks.filter(link_hash=hash_token(token)).first()
    if one is None or not token:
        return None
    with wall.inside(one.business_id), on_its_clock(one.business):
        return one if is_open(one, timezone.localdate()) else None


def is_open(one: Ask, day: date) -> bool:
    """Whoever else it takes may have asked meanwhile to be left alone: then it leads nowhere."""
    if one.introduction.state not in {*WAITING, State.BOTH} or one.ends_on < day:
        return False
    return asking.left_alone(one.business, asking.others_beside(one)) is None


def answer(one: Ask, said: str, *, reach: str, day: date) -> None:
    """A yes may follow a no; a yes stays one."""
    if said in WISHES:
        wish(one, WISHES[said])
    if one.agreed_at:
        return
    if said == YES:
        agree(one, reach, day)
    else:
        marks.put(one.business, marks.answered(one))


def agree(one: Ask, reach: str, day: date) -> None:
    try:
        one.introduction.agree(one.role, today=day, reach=reach[:LONGEST_REACH])
    except Refusal:  # it was taken back while the page stood open
        return
    marks.take(one.business, marks.answered(one), marks.owed(one))


def wish(one: Ask, kind: str) -> None:
    """Theirs, said by themselves: the owner is told, as their page says."""
    if one.person:
        Wish.note(one.person, kind, by=None, is_their_own=True)
