"""An ask is written, changed while nobody has seen it, and sent."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business, Change
from passo.businesses.saying import say
from passo.introductions import balance, balance_words, drafts, giving, handing, picture
from passo.introductions.drafts import Wanted
from passo.introductions.forms import LONGEST_PURPOSE, IntroductionForm, drafted, kept
from passo.introductions.letters import may_send
from passo.introductions.models import Introduction
from passo.introductions.views.introductions import find
from passo.lib.refusal import Refusal
from passo.people.models import Person
from passo.people.person_forms import is_number
from passo.people.tongues import LANGUAGES


@members_only("staff")
def write_introduction(request: Any, business: Business) -> HttpResponse:
    """Whom it is about comes with the address: `target`, and `broker` or `other`."""
    wanted = wanted_of(request, business)
    if wanted is None:
        return redirect("introductions", business.slug)
    form = IntroductionForm(
        request.POST or None, made=wanted.other is not None, initial=first_words(request, wanted)
    )
    if not form.is_valid():
        return editor(request, wanted, form)
    made = Introduction.add(
        by=request.user,
        business=business,
        target=wanted.target,
        broker=wanted.broker,
        other=wanted.other,
        asker=request.user,
        beyond=beyond(request, business),
        **form.cleaned_data,
    )
    return onwards(request, made, _("Written down. Nobody has seen it."), added(made))


def wanted_of(request: Any, business: Business) -> Wanted | None:
    target, broker, other = (
        person(request, business, one) for one in ("target", "broker", "other")
    )
    people = [one.pk for one in (target, broker, other) if one]
    if target is None or (broker is None) == (other is None) or len(set(people)) < len(people):
        return None
    return Wanted(business, target, broker, other)


def person(request: Any, business: Business, name: str) -> Person | None:
    number = request.GET.get(name, "")
    if not number:
        return None
    people = business.people.listed()
    return get_object_or_404(people, pk=number if is_number(number) else 0)


def beyond(request: Any, business: Business) -> list[int]:
    """Who stands between the broker and the target, from us on."""
    numbers = [int(one) for one in request.GET.getlist("beyond")[:2] if is_number(one)]
    known = set(business.people.listed().filter(pk__in=numbers).values_list("pk", flat=True))
    return [one for one in dict.fromkeys(numbers) if one in known]


def first_words(request: Any, wanted: Wanted) -> dict[str, str]:
    purpose = " ".join(request.GET.get("purpose", "").split())[:LONGEST_PURPOSE]
    language = request.GET.get("language", "")
    draft = drafts.draft_for(wanted, request.user, language=language, purpose=purpose)
    return drafted(draft, purpose)


def editor(
    request: Any, wanted: Wanted, form: IntroductionForm, made: Introduction | None = None
) -> HttpResponse:
    asked, user = wanted.first_asked, request.user
    address = handing.mails_of(asked)[:1]
    context = {
        "wanted": wanted,
        "form": form,
        "made": made,
        "kept_back": made is not None,
        "languages": [(code, get_language_info(code)["name_local"]) for code in LANGUAGES],
        "language": form["language"].value(),
        "query": request.GET.copy(),
        "can_mail": bool(address) and not wanted.other and may_send(wanted.business, user),
        "nav": "introductions",
        **beside(request, wanted, made),
    }
    context["query"].pop("language", None)
    return render(request, "introductions/editor.html", context)


def beside(request: Any, wanted: Wanted, made: Introduction | None) -> dict[str, Any]:
    """The way that it goes, and what could be given first."""
    through = made.beyond if made else beyond(request, wanted.business)
    user = request.user
    found: dict[str, Any] = {
        "way": picture.of_way(wanted, through, user, is_me=True),
        "back_to": back_of(wanted, made),
    }
    if wanted.broker:
        known = balance.balance(wanted.broker)
        found["advice"] = giving.before_asking(wanted.broker)
        found["standing"] = balance_words.between(known, wanted.broker.first_name)
    return found


def back_of(wanted: Wanted, made: Introduction | None) -> str:
    slug = wanted.business.slug
    if made:
        return reverse("introduction", args=[slug, made.pk])
    name = "introduce_person" if wanted.other else "who_introduces"
    return reverse(name, args=[slug, wanted.target.pk])


@members_only("staff")
def edit_introduction(request: Any, business: Business, introduction_id: int) -> HttpResponse:
    made = find(business, introduction_id)
    form = IntroductionForm(request.POST or None, made=made.is_made, initial=kept(made))
    if not form.is_valid():
        return editor(request, drafts.wanted_of(made), form, made)
    change = made.correct(by=request.user, **form.cleaned_data)
    return onwards(request, made, _("Kept.") if change else _("Nothing was different."), change)


def onwards(request: Any, made: Introduction, done: str, change: Change | None) -> HttpResponse:
    """Kept, or sent at once if that was pressed."""
    if request.POST.get("then") in {"mail", "hand"}:
        send(request, made)
    else:
        say(request, done, change)
    return redirect("introduction", made.business.slug, made.pk)


def added(made: Introduction) -> Change | None:
    kind = made._meta.label_lower
    return made.business.changes.of(kind, str(made.pk)).order_by("-pk").first()


@require_POST
@members_only("staff")
def send_introduction(request: Any, business: Business, introduction_id: int) -> HttpResponse:
    made = find(business, introduction_id)
    send(request, made)
    return redirect("introduction", business.slug, made.pk)


def send(request: Any, made: Introduction) -> None:
    """Asked from now on; by Passo's own mail if that was pressed, else by hand."""
    if not made.words.strip() or not made.blurb.strip():
        raise Refusal(_("Write a few words first."))
    made.send(by=request.user, today=timezone.localdate())
    asks = list(made.asks.select_related("person", "business", "introduction__asker"))
    addresses = [handing.mails_of(ask.person)[:1] for ask in asks]
    if request.POST.get("then") == "mail" and all(addresses):
        for ask, found in zip(asks, addresses, strict=True):
            handing.mail(request, ask, found[0])
    else:
        say(request, _("Ready. Hand it over now."))


@require_POST
@members_only("staff")
def remove_introduction(request: Any, business: Business, introduction_id: int) -> HttpResponse:
    made = find(business, introduction_id)
    say(request, _("Removed: %s") % made, made.remove(by=request.user))
    return redirect("introductions", business.slug)
