"""Two people chosen by hand: side by side as in the queue, joined or kept apart."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.lib.htmx import page
from passo.lib.refusal import Refusal
from passo.people import asking, comparing, finding, merging
from passo.people.joined import whoever_is
from passo.people.models import Pair, Person
from passo.people.views.same import say_decided, say_joined

MOST_FOUND = 12


@members_only()
def compare_people(request: Any, business: Business, one_id: int, other_id: int) -> HttpResponse:
    """Who was joined into somebody since is compared as that somebody."""
    one, other = (person_now(business, pk) for pk in (one_id, other_id))
    if request.method == "POST":
        return join_or_keep_apart(request, one, other)
    if one.pk == other.pk:
        return redirect("person", business.slug, one.pk)
    known = comparing.with_last_touch(business, [one.pk, other.pk])
    stays, gone = merging.in_order(known[one.pk], known[other.pk])
    pair = pair_of(one, other)
    because = pair.because if pair else comparing.because_now(stays, gone)
    context = {
        "one": one,
        "other": other,
        "pair": pair,
        "both": comparing.compare(stays, gone, because),
        "look_different": comparing.look_different(because),
        "nav": "people",
    }
    return render(request, "people/same_compare.html", context)


def person_now(business: Business, pk: int) -> Person:
    found = get_object_or_404(business.people.select_related("merged_into"), pk=pk)
    return whoever_is(found)


def pair_of(one: Person, other: Person) -> Pair | None:
    return merging.pairs_of(one, other).first()


def join_or_keep_apart(request: Any, one: Person, other: Person) -> HttpResponse:
    if not request.membership.may("staff"):
        raise Refusal(_("You may look here, but not change anything. Ask an owner."))
    answer = request.POST.get("answer")
    if answer == "same":
        made = asking.join(
            one, other, by=request.user, chosen=request.POST, pair=pair_of(one, other)
        )
        say_joined(request, made)
        return redirect("person", one.business.slug, made.stays_id)
    if answer != asking.SEPARATE or one.pk == other.pk:
        raise Refusal(_("Please choose one of the answers."))
    pair = merging.decide(one.business, one, other, answer, by=request.user)
    say_decided(request, pair, answer)
    return redirect("person", one.business.slug, one.pk)


@members_only()
def join_with(request: Any, business: Business, person_id: int) -> HttpResponse:
    """Whom to compare somebody with: who is called alike, or whoever is looked for."""
    person = person_now(business, person_id)
    words = request.GET.get("q", "").replace("\0", "")[:100]
    found = finding.people_matching(business, words or person.family or person.name)
    others = found.exclude(pk=person.pk).select_related("organisation")[:MOST_FOUND]
    context = {
        "person": person,
        "words": words,
        "others": [(one, compare_url(business, person, one)) for one in others],
        "nav": "people",
    }
    return page(request, "people/same_join_with.html", context, fragment="others")


def compare_url(business: Business, one: Person, other: Person) -> str:
    return reverse("compare_people", args=[business.slug, one.pk, other.pk])
