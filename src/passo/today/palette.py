"""Find: pages, things to do and what the business knows, as one types."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from passo.businesses import wall
from passo.businesses.access import LAST_BUSINESS, membership_in, signed_in
from passo.lib.htmx import page
from passo.lib.search import fold, matching
from passo.today.navigation import own_pages, pages_of

MOST = 8


class Finding(NamedTuple):
    label: str
    hint: str
    icon: str
    url: str
    is_post: bool = False


@signed_in
def palette(request: Any) -> HttpResponse:
    words = request.GET.get("q", "").replace("\0", "")[:200]
    membership = membership_in(request.user, request.COOKIES.get(LAST_BUSINESS, ""))
    findings = [
        *(one for one in actions(request, membership) if fits(one, words)),
        *(things(membership.business, words) if membership and words.strip() else []),
    ]
    asked = who_introduces(membership, words)
    context = {"q": words, "findings": [*findings[: MOST - len(asked)], *asked], "nav": "find"}
    request.business = membership.business if membership else None
    request.membership = membership
    return page(request, "today/palette.html", context, fragment="findings")


def who_introduces(membership: Any, words: str) -> list[Finding]:
    """Whatever was typed may be whom one would like to meet, or what one needs somebody for."""
    said = " ".join(words.split())
    if not membership or not said:
        return []
    address = reverse("find_introduction", args=[membership.business.slug])
    label = _("Who can introduce me: %(words)s") % {"words": said}
    return [Finding(label, _("Introductions"), "route", f"{address}?{urlencode({'q': said})}")]


def fits(finding: Finding, words: str) -> bool:
    """Every word typed begins a word of the label or of the hint."""
    there = fold(f"{finding.label} {finding.hint}").split()
    return all(any(word.startswith(typed) for word in there) for typed in fold(words).split())


def actions(request: HttpRequest, membership: Any) -> list[Finding]:
    """Pages first, then what can be done; only what this member may do."""
    found = [Finding(one.label, _("Page"), one.icon, one.url) for one in own_pages()]
    if membership:
        business = membership.business
        found = [
            *(Finding(one.label, _("Page"), one.icon, one.url) for one in pages_of(business)),
            *further_pages(membership),
            *found,
            *deeds(membership),
        ]
    return [
        *found,
        Finding(_("Businesses"), _("Switch or found another"), "store", reverse("businesses")),
        Finding(_("Keyboard shortcuts"), _("Help"), "keyboard", reverse("shortcuts")),
        Finding(_("Sign out"), _("Account"), "log-out", reverse("account_logout")),
    ]


def further_pages(membership: Any) -> list[Finding]:
    """Those that stand in no bar."""
    known = [
        (_("Steps"), "footprints", "steps"),
        (_("How you look for clients"), "trending-up", "prospecting_rules"),
        (_("Given and received"), "hand-helping", "contributions"),
        (_("Who can introduce me?"), "route", "find_introduction"),
        (_("Whom of these can we reach?"), "users", "reach_many"),
        (_("Bring two together"), "handshake", "worthy_introductions"),
    ]
    if membership.may("staff"):
        known.append((_("The week"), "calendar-days", "weekly_review"))
    gap = [membership.business.slug]
    return [Finding(label, _("Page"), icon, reverse(name, args=gap)) for label, icon, name in known]


def deeds(membership: Any) -> list[Finding]:
    slug = membership.business.slug
    found = []
    if membership.may("staff"):
        note = Finding(
            _("Note"), _("In your own words"), "pen-line", reverse("capture", args=[slug])
        )
        people, there = _("People"), _("Bring in contacts")
        found += [
            note,
            Finding(_("Add a person"), people, "user-plus", reverse("add_person", args=[slug])),
            Finding(there, people, "upload", reverse("bring_in", args=[slug])),
            *introducing(slug),
            Finding(_("Today by mail"), _("For you alone"), "mail", reverse("digest", args=[slug])),
            Finding(
                _("Steps in your calendar"),
                _("For you alone"),
                "calendar-days",
                reverse("steps_calendar", args=[slug]),
            ),
        ]
    if not membership.may("owner"):
        return found
    return [
        *found,
        Finding(_("Invite somebody"), _("Team"), "user-plus", reverse("team", args=[slug])),
        Finding(
            _("Change the one sentence"),
            _("Settings"),
            "quote",
            reverse("business_settings", args=[slug]),
        ),
        Finding(
            _("Take everything with you"),
            _("Export"),
            "download",
            reverse("business_settings", args=[slug]) + "#export",
        ),
    ]


def introducing(slug: str) -> list[Finding]:
    given = reverse("note_contribution", args=[slug])
    need = reverse("worthy_introductions", args=[slug]) + "#note-a-need"
    hint = _("Introductions")
    return [
        Finding(_("Note something given or received"), hint, "hand-helping", given),
        Finding(_("Note what somebody needs"), hint, "pen-line", need),
    ]


def things(business: Any, words: str) -> list[Finding]:
    """From the index of the business: members now, people and more with their areas."""
    with wall.inside(business.pk):
        rows = matching(business.search_rows.all(), words)[:MOST]
        return [
            Finding(row.title, row.subtitle, ICONS[row.kind], page_of(business, row))
            for row in rows
        ]


ICONS = {"member": "user", "person": "user", "organisation": "store"}


def page_of(business: Any, row: Any) -> str:
    """People and firms have a page; of a member, what they did."""
    if row.kind == "member":
        return reverse("history", args=[business.slug]) + f"?by={row.ref}"
    return reverse(row.kind, args=[business.slug, row.ref])
