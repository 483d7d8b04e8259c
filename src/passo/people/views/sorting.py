"""Settings: which addresses are our own, which providers anybody may use, which rules hold."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.people import sorting as sort
from passo.people.addresses import domain_of
from passo.people.free_mail import FREE_MAIL
from passo.people.person_forms import is_number
from passo.people.rules import RULES_BY_KIND


@members_only()
def sorting(request: Any, business: Business) -> HttpResponse:
    context = {
        "own": business.own_addresses.select_related("user").order_by("address"),
        "members": business.memberships.select_related("user"),
        "ourselves": sort.ourselves(business)[: sort.MOST_SHOWN],
        "providers": business.free_mail_domains.order_by("domain"),
        "known_providers": len(FREE_MAIL),
        "bare_firms": sort.firms_by_domain_alone(business)[: sort.MOST_SHOWN],
        "rules": [(one.label, one.sentences()) for one in RULES_BY_KIND],
        "left_out": business.left_out.exclude(verdict="person").count(),
        "may_decide": request.membership.may("owner"),
        "nav": "business_settings",
    }
    return render(request, "people/sorting.html", context)


@require_POST
@members_only("owner")
def add_own_address(request: Any, business: Business) -> HttpResponse:
    whose = request.POST.get("whose", "")
    member = business.memberships.filter(user_id=int(whose)) if is_number(whose) else None
    found = member.select_related("user").first() if member else None
    own = sort.add_own(
        business,
        request.POST.get("address", ""),
        whose=found.user if found else None,
        by=request.user,
    )
    change = business.changes.of("people.ownaddress", str(own.pk)).first()
    say(request, _("%s is yours now. Mail from there counts as written by you.") % own, change)
    return redirect("sorting", business.slug)


@require_POST
@members_only("owner")
def remove_own_address(request: Any, business: Business, own_address_id: int) -> HttpResponse:
    own = get_object_or_404(business.own_addresses, pk=own_address_id)
    change = own.remove(by=request.user)
    say(request, _("%s is no longer one of yours. It may become a person.") % own, change)
    return redirect("sorting", business.slug)


@require_POST
@members_only("owner")
def leave_ourselves_out(request: Any, business: Business) -> HttpResponse:
    changes = sort.leave_ourselves_out(business, by=request.user)
    if changes:
        say(
            request,
            _("Left out: %s") % ", ".join(change.thing_name for change in changes),
            changes[0] if len(changes) == 1 else None,
        )
    return redirect("sorting", business.slug)


@require_POST
@members_only("owner")
def add_provider(request: Any, business: Business) -> HttpResponse:
    made = sort.add_provider(business, request.POST.get("domain", ""), by=request.user)
    change = business.changes.of("people.freemaildomain", str(made.pk)).first()
    say(request, _("%s makes no firm from now on.") % made, change)
    return redirect("sorting", business.slug)


@require_POST
@members_only("owner")
def remove_provider(request: Any, business: Business, domain_id: int) -> HttpResponse:
    provider = get_object_or_404(business.free_mail_domains, pk=domain_id)
    change = provider.remove(by=request.user)
    say(request, _("%s may make a firm again.") % domain_of(provider.domain), change)
    return redirect("sorting", business.slug)


@require_POST
@members_only("owner")
def dissolve_firm(request: Any, business: Business, organisation_id: int) -> HttpResponse:
    """Only where nothing but the domain speaks for the firm."""
    firm = get_object_or_404(business.organisations, pk=organisation_id)
    if sort.firms_by_domain_alone(business).filter(pk=firm.pk).exists():
        sort.dissolve(firm, by=request.user)
        say(request, _("“%s” is gone. Its people stay.") % firm)
    else:
        say(request, _("More than a domain speaks for “%s”, so it stays.") % firm)
    return redirect("sorting", business.slug)
