"""What somebody sees who is asked: who asks, for what, and how to say no in one tap.

GET only looks: a mail scanner that follows every link says yes to nothing. A link that is over
and one that never was lead to the same page.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation

from passo.businesses import wall
from passo.businesses.access import membership_in, on_its_clock, public
from passo.businesses.patience import has_tried_too_often, please_wait
from passo.introductions import answering, asking, letters
from passo.introductions.asking import Role
from passo.introductions.handing import root_of
from passo.introductions.models import Ask
from passo.introductions.models.introduction import WAITING
from passo.lib.wording import mail_link

MOST_TRIES = 20
HEARD, WISHED = "heard", "wished"


@public
def asked(request: Any, token: str) -> HttpResponse:
    one = answering.behind(token)
    is_try = request.method == "POST" or one is None
    if is_try and has_tried_too_often(request, "asked", most=MOST_TRIES):
        return please_wait(request)
    if one is None:
        return discreet(render(request, "introductions/nowhere.html", status=404))
    language = one.introduction.language
    with (
        wall.inside(one.business_id),
        on_its_clock(one.business),
        translation.override(language),
    ):
        page = (
            answer(request, one, token) if request.method == "POST" else shown(request, one, token)
        )
    page.headers["Content-Language"] = language
    return discreet(page)


def answer(request: Any, one: Ask, token: str) -> HttpResponse:
    """What was said stands in no address but for a wish, which the owner is told anyway."""
    said = request.POST.get("answer", "")
    if said not in answering.ANSWERS or looks_from_inside(request, one):
        return redirect("asked", token)
    reach = " ".join(request.POST.get("reach", "").replace("\0", "").split())
    answering.answer(one, said, reach=reach, day=timezone.localdate())
    if said == answering.YES:
        return redirect("asked", token)
    after = WISHED if said in answering.WISHES else HEARD
    return redirect(f"{reverse('asked', args=[token])}?after={after}")


def shown(request: Any, one: Ask, token: str) -> HttpResponse:
    made, after = one.introduction, request.GET.get("after")
    context = {
        "one": one,
        "made": made,
        "line": letters.line_for(one),
        "is_broker": one.role == Role.BROKER,
        "is_target": one.role == Role.TARGET,
        "me": letters.names_in(one)["me"],
        "looks_from_inside": looks_from_inside(request, one),
    }
    if after in {HEARD, WISHED} and not one.agreed_at:
        return render(request, "introductions/heard.html", context | {"after": after})
    if one.agreed_at:
        return render(request, "introductions/agreed.html", context | to_hand_on(request, one))
    return render(request, "introductions/asked.html", context)


def to_hand_on(request: Any, one: Ask) -> dict[str, str]:
    """With a broker's yes comes the line and the link for whom we want to meet."""
    made = one.introduction
    target = made.asks.select_related("person").filter(role=Role.TARGET).first()
    if one.role != Role.BROKER or target is None or made.state not in WAITING:
        return {}
    target.introduction = made
    text = letters.letter_for(target, asking.token_of(target), root_of(request)).text
    return {"hand_on": text, "mail": mail_link("", made.asker.name if made.asker else "", text)}


def looks_from_inside(request: Any, one: Ask) -> bool:
    """Whoever belongs to the business sees it as they do, and answers nothing."""
    return membership_in(request.user, one.business.slug) is not None


def discreet(response: HttpResponse) -> HttpResponse:
    """The address is the key: no search engine and no memory keeps it."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
