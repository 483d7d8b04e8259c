"""A deed for more people than a page can wait for: done in the background, told as it goes."""

from django.db import transaction
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.businesses.models import Business, Progress, User
from passo.lib.dates import format_number
from passo.lib.queue import later
from passo.lib.refusal import Refusal
from passo.people import many
from passo.people.listing import Wish, every_id, wish_of

KIND = "many_"  # and the deed


def begin(
    business: Business, deed: str, value: str, wish: Wish, count: int, *, by: User
) -> Progress:
    if deed not in many.DEEDS:
        raise Refusal(_("Please choose what to do."))
    many.DEEDS[deed](business, value)  # says no now, and not in the background
    with transaction.atomic():
        title = _("Changing many people")
        made = business.progresses.create(kind=f"{KIND}{deed}"[:30], title=title, total=count)
        later("people.change_many", business.pk, made.pk, by.pk, deed, value, wish.query)
    return made


def carry_out(  # noqa: PLR0917 -- as the job has them
    business: Business, progress_id: int, user_id: int, deed: str, value: str, query: str
) -> None:
    """Begun anew after a lost worker, it passes by whom it has changed."""
    progress = business.progresses.filter(pk=progress_id).first()
    member = business.memberships.select_related("user").filter(user_id=user_id).first()
    if progress is None or progress.is_over or member is None or not member.may("staff"):
        return
    with translation.override(member.user.language or business.language):
        ids = every_id(business, wish_of(QueryDict(query).dict()))
        for start in range(0, len(ids), many.BATCH):
            progress.advance(start, total=len(ids))
            many.do(business, deed, ids[start : start + many.BATCH], value, by=member.user)
        progress.finish(told(len(ids)))


def told(count: int) -> str:
    words = ngettext("Done for %(n)s person.", "Done for %(n)s people.", count)
    return words % {"n": format_number(count)}
