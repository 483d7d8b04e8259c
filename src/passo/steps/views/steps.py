"""The steps of a business, one of them, and one that is added by hand."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import next_page, say
from passo.lib.wording import mail_link, whatsapp_link
from passo.people.models import Person
from passo.people.person_forms import is_number
from passo.people.tongues import LANGUAGES
from passo.steps import drafts, verbs
from passo.steps.cards import Card, cards, team_of
from passo.steps.models import Step
from passo.steps.models.step import State
from passo.steps.prospecting import SAID
from passo.steps.step_forms import StepForm
from passo.steps.suggestions import to_do
from passo.steps.suggestions.suggestion import Suggestion
from passo.steps.views.doing import found, next_page_after

SHOWN = 50
DONE_SHOWN = 10
TURNS = 100


@members_only()
def steps(request: Any, business: Business) -> HttpResponse:
    """What was noted: ahead, at rest, with others, done lately."""
    today = timezone.localdate()
    rows = business.steps.filter(state=State.OPEN).select_related(
        "person__organisation", "opportunity", "handed_to"
    )
    mine = rows.meant_for(request.user)
    ahead = mine.ahead(today).order_by("on", "pk")[:SHOWN]
    done = business.steps.filter(state=State.DONE).select_related("person")
    context = {
        "nav": "today",
        "ahead": cards(
            business, [to_do.of_step(business, one, today) for one in ahead], request.user
        ),
        "resting": mine.exclude(pk__in=mine.ahead(today)).order_by("rests_until", "pk")[:SHOWN],
        "handed": rows.exclude(pk__in=mine).order_by("handed_to__name", "pk")[:SHOWN],
        "done": done.order_by("-done_at", "-pk")[:DONE_SHOWN],
        "may_change": request.membership.may("staff"),
    }
    return render(request, "steps/steps.html", context)


@members_only()
def step(
    request: Any, business: Business, step_id: int | None = None, suggestion_key: str = ""
) -> HttpResponse:
    """All of one: why now, the words to send, and what can be done with it."""
    one = found(business, step_id, suggestion_key)
    return render(request, "steps/step.html", page_of(request, one))


def page_of(request: Any, one: Suggestion, typed: dict[str, str] | None = None) -> dict[str, Any]:
    business, row = request.business, one.step
    ways = drafts.ways_to(one.person)
    language = request.GET.get("language", "")
    draft = drafts.draft_for(one, business, request.user, language=language, variant=turn(request))
    if draft and typed:
        draft = replace(draft, subject=typed["subject"], mail=typed["mail"])
    may_change = request.membership.may("staff")
    is_open = row is None or row.state == State.OPEN
    return {
        "nav": "today",
        "card": Card(business, one, team_of(business, request.user) if may_change else ()),
        "row": row,
        "is_open": is_open,
        "writes_offer": writing_offer(business, one) if is_open and may_change else "",
        "may_change": may_change,
        "draft": draft,
        "turn": turn(request) + 1,
        "languages": [(code, name) for code, name in settings.LANGUAGES if code in LANGUAGES],
        "mail_links": [
            (address, mail_link(address, draft.subject, draft.mail))
            for address in ways.mails
            if draft
        ],
        "phones": [
            (said, phone, whatsapp_link(phone, draft.message))
            for phone, said in ways.phones
            if draft
        ],
        "can_send": may_send(business, request.user),
        "parts": row.parts.order_by("pk") if row else (),
        "next": next_page_after(request, business),
    }


def writing_offer(business: Business, one: Suggestion) -> str:
    """Where a small offer is written for them, if that is the step."""
    if one.verb != verbs.OFFER or one.person is None:
        return ""
    whom = f"opportunity={one.opportunity.pk}" if one.opportunity else f"person={one.person.pk}"
    return f"{reverse('new_offer', args=[business.slug])}?{whom}"


def may_send(business: Business, user: Any) -> bool:
    """Nothing goes out from a sample, nor in the name of a guest."""
    return settings.HAS_MAIL and not business.is_sample and not user.is_guest


def turn(request: Any) -> int:
    """Another draft at each press."""
    number = request.GET.get("turn", "")
    return int(number) % TURNS if is_number(number) else 0


@members_only("staff")
def add_step(request: Any, business: Business) -> HttpResponse:
    person = person_named(request, business)
    form = StepForm(sent(request), business=business, person=person, idea=idea(request, person))
    if not form.is_valid():
        return form_page(request, form, person, None)
    values = form.values()
    made = Step.add(
        by=request.user, business=business, person=form.person, added_by=request.user, **values
    )
    change = business.changes.of(Step._meta.label_lower, str(made.pk)).first()
    say(request, _("Noted: “%(step)s”") % {"step": made.words}, change)
    return redirect(next_page(request, reverse("steps", args=[business.slug])))


def idea(request: Any, person: Person | None) -> dict[str, Any]:
    """What raises one of the seven rules, to be changed before it is kept."""
    rule = SAID.get(request.GET.get("rule", "")) if person else None
    if rule is None or person is None:
        return {}
    words = rule.step_for(person.first_name)
    return {"words": words, "verb": rule.verb, "minutes": rule.minutes}


def sent(request: Any) -> Any:
    """An empty form that was sent is told what is missing."""
    return request.POST if request.method == "POST" else None


def person_named(request: Any, business: Business) -> Person | None:
    number = request.POST.get("person") or request.GET.get("person") or ""
    if not is_number(number):
        return None
    return business.people.listed().filter(pk=number).first()


@members_only("staff")
def change_step(request: Any, business: Business, step_id: int) -> HttpResponse:
    row = get_object_or_404(business.steps.select_related("person"), pk=step_id)
    form = StepForm(sent(request), business=business, step=row)
    if not form.is_valid():
        return form_page(request, form, row.person, row)
    change = row.change(by=request.user, what="correct", **form.values())
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return redirect("step", slug=business.slug, step_id=row.pk)


@require_POST
@members_only("staff")
def remove_step(request: Any, business: Business, step_id: int) -> HttpResponse:
    row = get_object_or_404(business.steps, pk=step_id)
    words = row.words
    say(request, _("Removed: “%(step)s”") % {"step": words}, row.remove(by=request.user))
    return redirect("steps", business.slug)


def form_page(
    request: Any, form: StepForm, person: Person | None, row: Step | None
) -> HttpResponse:
    next_url = next_page(request, "")
    context = {"form": form, "person": person, "step": row, "nav": "today", "next": next_url}
    return render(request, "steps/step_form.html", context)
