"""Never through them, not now, forgotten: as the owner heard it; and taken back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import next_page, say
from passo.introductions.models import Wish
from passo.lib.refusal import Refusal
from passo.people.models import Person

SAID = {
    Wish.Kind.NEVER_THROUGH: lambda: _("Noted: nobody is introduced through %(name)s."),
    Wish.Kind.STRAINED: lambda: _("Noted: nothing is asked of %(name)s for now."),
    Wish.Kind.FORGET: lambda: _("Noted: %(name)s stays out of all introductions."),
}


@require_POST
@members_only("staff")
def note_wish(request: Any, business: Business, person_id: int) -> HttpResponse:
    person: Person = get_object_or_404(business.people, pk=person_id, merged_into=None)
    kind = request.POST.get("kind", "")
    if kind not in Wish.Kind.values:
        raise Refusal(_("Choose one of the wishes."))
    change = Wish.note(person, kind, by=request.user)
    told = SAID[Wish.Kind(kind)]() % {"name": person.first_name}
    say(request, told if change else _("It was noted so already."), change)
    return redirect(back(request, person))


@require_POST
@members_only("staff")
def take_back_wish(request: Any, business: Business, wish_id: int) -> HttpResponse:
    wish = get_object_or_404(business.wishes.select_related("person", "business"), pk=wish_id)
    say(request, _("Taken back."), wish.remove(by=request.user))
    return redirect(back(request, wish.person))


def back(request: Any, person: Person) -> str:
    return next_page(request, reverse("person", args=[person.business.slug, person.pk]))
