"""Whom you could bring together; what they need, noted in a line; what you do not want dropped."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.introductions import picture
from passo.introductions.matching import worthy
from passo.introductions.models import Dropped, Need
from passo.introductions.need_form import NeedForm
from passo.lib.refusal import Refusal
from passo.people.person_forms import is_number

SHOWN = 200


@members_only()
def worthy_introductions(request: Any, business: Business) -> HttpResponse:
    return shown(request, business, NeedForm(business=business, initial=first_words(request)))


def first_words(request: Any) -> dict[str, str]:
    """Whose need it is, from their own page."""
    return {"who": request.GET.get("who", "").replace("\0", "")[:200]}


def shown(request: Any, business: Business, form: NeedForm) -> HttpResponse:
    needs = business.needs.filter(person__is_listed=True).order_by("-said_on", "-pk")
    context = {
        "worthy": [
            (one, picture.of_pair(one.lacks, one.gives, request.user)) for one in worthy(business)
        ],
        "needs": list(needs.select_related("person")[:SHOWN]),
        "form": form,
        "may_change": request.membership.may("staff"),
        "nav": "introductions",
    }
    return render(request, "introductions/worthy.html", context)


@require_POST
@members_only("staff")
def note_need(request: Any, business: Business) -> HttpResponse:
    form = NeedForm(request.POST, business=business)
    if not form.is_valid():
        return shown(request, business, form)
    change = Need.note(form.person, form.cleaned_data["words"], by=request.user)
    said = _("Kept. In a minute Passo has looked whom it fits.")
    say(request, said if change else _("It was noted so already."), change)
    return redirect("worthy_introductions", business.slug)


@require_POST
@members_only("staff")
def remove_need(request: Any, business: Business, need_id: int) -> HttpResponse:
    need = get_object_or_404(business.needs, pk=need_id)
    say(request, _("Removed."), need.remove(by=request.user))
    return redirect("worthy_introductions", business.slug)


@require_POST
@members_only("staff")
def drop_worthy(request: Any, business: Business) -> HttpResponse:
    people = business.people.listed()
    one, other = (
        people.filter(pk=number if is_number(number) else 0).first()
        for number in (request.POST.get("one", ""), request.POST.get("other", ""))
    )
    if one is None or other is None:
        raise Refusal(_("Choose two different people."))
    change = Dropped.keep(one, other, by=request.user)
    names = {"one": one.name, "other": other.name}
    say(request, _("Passo no longer proposes %(one)s and %(other)s.") % names, change)
    return redirect("worthy_introductions", business.slug)
