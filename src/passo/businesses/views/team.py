"""The team: who is in, as what; and the links that let others in."""

import ipaddress
from typing import Any
from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.forms import InvitationForm, RoleForm
from passo.businesses.models import Business, Invitation, Membership
from passo.businesses.saying import say
from passo.businesses.views.businesses import refuse_guests


@members_only()
def team(request: Any, business: Business) -> HttpResponse:
    return team_page(request, business, InvitationForm())


@members_only("owner")
def invite(request: Any, business: Business) -> HttpResponse:
    """The link is in this answer and nowhere else: only its fingerprint is kept."""
    if request.method != "POST":
        return redirect("team", business.slug)
    refuse_guests(request.user)
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return team_page(request, business, form)
    invitation, token = Invitation.write(business, by=request.user, **form.cleaned_data)
    link = request.build_absolute_uri(reverse("join", args=[token]))
    context = {
        "invitation": invitation,
        "link": link,
        "is_only_here": leads_only_here(request.get_host()),
        "ways": ways_to_send(invitation, link),
        "nav": "team",
    }
    answer = render(request, "businesses/invited.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_POST
@members_only("owner")
def change_role(request: Any, business: Business, membership_id: int) -> HttpResponse:
    membership = get_object_or_404(business.memberships.select_related("user"), pk=membership_id)
    form = RoleForm(request.POST)
    if form.is_valid():
        change = membership.promote(form.cleaned_data["role"], by=request.user)
        values = {"name": membership.user, "role": membership.get_role_display()}
        say(request, _("%(name)s: %(role)s from now on.") % values, change)
    return redirect("team", business.slug)


@require_POST
@members_only("owner")
def take_out(request: Any, business: Business, membership_id: int) -> HttpResponse:
    membership = get_object_or_404(business.memberships.select_related("user"), pk=membership_id)
    change = membership.leave(by=request.user)
    say(request, _("%s can no longer enter.") % membership.user, change)
    return redirect("team", business.slug)


@require_POST
@members_only("owner")
def withdraw(request: Any, business: Business, invitation_id: int) -> HttpResponse:
    invitation = get_object_or_404(business.invitations, pk=invitation_id)
    change = invitation.withdraw(by=request.user)
    say(request, _("The link for %s no longer works.") % invitation, change)
    return redirect("team", business.slug)


def team_page(request: Any, business: Business, form: InvitationForm) -> HttpResponse:
    may_invite = request.membership.may("owner")
    members = list(business.memberships.select_related("user"))
    context = {
        "members": members,
        "last_owner": last_owner(members),
        "invitations": business.invitations.open().select_related("made_by") if may_invite else [],
        "form": form,
        "may_invite": may_invite,
        "nav": "team",
    }
    return render(request, "businesses/team.html", context)


def last_owner(members: list[Membership]) -> int | None:
    """Whose role nobody can change: a button that is always refused is not shown."""
    owners = [member.pk for member in members if member.role == "owner"]
    return owners[0] if len(owners) == 1 else None


def leads_only_here(host: str) -> bool:
    """Nobody else's computer finds Passo under this name."""
    name = host.rpartition(":")[0] if ":" in host and not host.endswith("]") else host
    name = name.strip("[]")
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def ways_to_send(invitation: Invitation, link: str) -> dict[str, str]:
    """The words to go with it, ready in the mail program or in WhatsApp."""
    business = invitation.business
    subject = _("Come into “%s”") % business
    text = _(
        "Hello %(name)s, with this link you come into “%(business)s” on Passo: %(link)s\n"
        "It works once, for fourteen days."
    ) % {"name": invitation.name, "business": business, "link": link}
    return {
        "mail": f"mailto:?subject={quote(subject)}&body={quote(text)}",
        "whatsapp": f"https://wa.me/?text={quote(text)}",
    }
