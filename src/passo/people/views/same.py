"""“Same person?”: one pair at a time, three answers, the way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.lib.htmx import page, wants_fragment
from passo.lib.refusal import Refusal
from passo.people import asking, comparing, merging
from passo.people.models import Merge, Pair
from passo.people.views.same_tabs import counts_of, tabs_of

LONGEST_NUMBER = 9


@members_only()
def same_people(request: Any, business: Business) -> HttpResponse:
    return pair_page(request, business, wish_of(request.GET))


def wish_of(typed: Any) -> dict[str, int]:
    """Which pair was asked for, how many were answered before, and whether the unsure come too."""
    found = {name: typed.get(name, "") for name in ("pair", "done", "unsure")}
    return {
        name: int(text)
        for name, text in found.items()
        if text.isdecimal() and len(text) <= LONGEST_NUMBER
    }


def pair_page(request: Any, business: Business, wish: dict[str, int]) -> HttpResponse:
    counts = counts_of(business)
    is_unsure = bool(wish.get("unsure"))
    pair = next_pair(business, wish, is_unsure=is_unsure)
    left = counts[asking.UNSURE if is_unsure else asking.WAITING]
    done = wish.get("done", 0)
    context = {
        "pair": pair,
        "both": comparison_of(business, pair) if pair else None,
        "place": done + 1,
        "total": done + left,
        "done": done,
        "is_unsure": is_unsure,
        "unsure": counts[asking.UNSURE],
        "look": asking.last_look(business),
        **tabs_of(business, "unsure" if is_unsure else "same_people", counts),
        "nav": "people",
    }
    return page(request, "people/same.html", context, fragment="pair")


def next_pair(business: Business, wish: dict[str, int], *, is_unsure: bool) -> Pair | None:
    """The one that was asked for, where it is still open; else whichever comes next."""
    asked = asking.open_pairs(business, asking.WAITING) | asking.open_pairs(business, asking.UNSURE)
    state = asking.UNSURE if is_unsure else asking.WAITING
    found: Pair | None = asked.filter(pk=wish["pair"]).first() if "pair" in wish else None
    return found or asking.open_pairs(business, state).first()


def comparison_of(business: Business, pair: Pair) -> comparing.Comparison:
    known = comparing.with_last_touch(business, [pair.one_id, pair.other_id])
    stays, gone = merging.in_order(known[pair.one_id], known[pair.other_id])
    return comparing.compare(stays, gone, pair.because)


@require_POST
@members_only("staff")
def decide_pair(request: Any, business: Business, pair_id: int) -> HttpResponse:
    """Then the next one: swapped in where htmx asks, else the page again."""
    pair = get_object_or_404(business.pairs.select_related("one", "other"), pk=pair_id)
    wish = wish_of(request.POST)
    wish.pop("pair", None)
    answer = request.POST.get("answer", "")
    if answer == "same":
        made = asking.join(pair.one, pair.other, by=request.user, chosen=request.POST, pair=pair)
        say_joined(request, made)
    elif answer:
        asking.settle(pair, answer, by=request.user)
        say_decided(request, pair, answer)
    elif not answer:
        raise Refusal(_("Please choose one of the answers."))
    wish["done"] = wish.get("done", 0) + 1
    if wants_fragment(request):
        return pair_page(request, business, wish)
    return redirect(f"{reverse('same_people', args=[business.slug])}?{urlencode(wish)}")


def say_joined(request: Any, made: Merge) -> None:
    change = made.business.changes.of("people.merge", str(made.pk)).filter(what="add").first()
    names = {"gone": made.gone, "stays": made.stays}
    say(request, _("%(gone)s and %(stays)s are one person now.") % names, change)


def say_decided(request: Any, pair: Pair, answer: str) -> None:
    names = {"one": pair.one, "other": pair.other}
    sentences = {
        asking.SEPARATE: _("%(one)s and %(other)s stay two people. Passo will not ask again."),
        asking.UNSURE: _("%(one)s and %(other)s wait until you know more."),
    }
    back = reverse("ask_pair_again", args=[pair.business.slug, pair.pk])
    messages.success(request, sentences[answer] % names, extra_tags=f"undo:{back}")


@require_POST
@members_only("staff")
def ask_pair_again(request: Any, business: Business, pair_id: int) -> HttpResponse:
    """Undo of an answer: the pair comes up at once."""
    pair = get_object_or_404(business.pairs.select_related("one", "other"), pk=pair_id)
    asking.ask_again(pair)
    return redirect(f"{reverse('same_people', args=[business.slug])}?pair={pair.pk}")


@require_POST
@members_only("staff")
def look_for_same(request: Any, business: Business) -> HttpResponse:
    asking.begin_looking(business)
    return redirect(reverse("same_people", args=[business.slug]) + "#look")
