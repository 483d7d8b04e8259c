"""What somebody sees who is asked: who asks, for what, and how to say no in one tap.

GET only looks: a mail scanner that follows every link says yes to nothing. A link that is over
and one that never was lead to the same page. Whatever was said leads back to the same address, so
that neither the browser's list of visited pages nor any log of addresses has a no in it.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods

from passo.businesses import wall
from passo.businesses.access import membership_in, on_its_clock, public
from passo.businesses.patience import has_tried_too_often, please_wait
from passo.introductions import answering, asking, letters
from passo.introductions.asking import Role
from passo.introductions.handing import root_of
from passo.introductions.models import Ask
from passo.introductions.models.introduction import WAITING
from passo.lib.discreet import discreet
from passo.lib.wording import mail_link

MOST_TRIES = 20
HEARD, WISHED = "heard", "wished"
# Told once, to the browser that said it.
SAID, SECONDS = "said", 60


@require_http_methods(["GET", "HEAD", "POST"])
@public
def asked(request: Any, token: str) -> HttpResponse:
    one = answering.behind(token)
    is_try = request.method == "POST" or one is None
    # Who holds a link does not wait for somebody behind the same address who guesses.
    if is_try and has_tried_too_often(request, f"asked:{one.pk if one else ''}", most=MOST_TRIES):
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
    said, here = request.POST.get("answer", ""), reverse("asked", args=[token])
    back = redirect(here)
    if said not in answering.ANSWERS or looks_from_inside(request, one):
        return back
    reach = " ".join(request.POST.get("reach", "").replace("\0", "").split())
    answering.answer(one, said, reach=reach, day=timezone.localdate())
    if said != answering.YES:
        after = WISHED if said in answering.WISHES else HEARD
        secure = request.is_secure()
        back.set_cookie(
            SAID, after, SECONDS, path=here, secure=secure, httponly=True, samesite="Lax"
        )
    return back


def shown(request: Any, one: Ask, token: str) -> HttpResponse:
    page = one_of_three(request, one, request.COOKIES.get(SAID))
    if SAID in request.COOKIES:
        page.delete_cookie(SAID, path=reverse("asked", args=[token]), samesite="Lax")
    return page


def one_of_three(request: Any, one: Ask, after: str | None) -> HttpResponse:
    """The question, the thanks for a yes, or once that something else was heard."""
    made = one.introduction
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
    return {"hand_on": text, "mail": mail_link("", letters.names_in(one)["me"], text)}


def looks_from_inside(request: Any, one: Ask) -> bool:
    """Whoever belongs to the business sees it as they do, and answers nothing."""
    return membership_in(request.user, one.business.slug) is not None
