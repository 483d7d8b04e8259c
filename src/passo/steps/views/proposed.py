"""Whom Passo proposes to walk with: kept or dropped, one or all, each taken back as easily."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.lib.dates import format_number
from passo.people.listing import number_in
from passo.steps import path as paths
from passo.steps import proposing, stages
from passo.steps.few_words import because
from passo.steps.models import Opportunity


@members_only()
def proposed(request: Any, business: Business) -> HttpResponse:
    rows = paths.with_person(business.opportunities.waiting())
    walks = list(rows.order_by("-stage", "-person__strength", "pk")[: proposing.MOST])
    told = paths.cards_of(business, walks, None)
    context = {
        "nav": "path",
        "count": len(walks),
        "groups": grouped(told),
        "stages": stages.STAGES,
        "may_change": request.membership.may("staff"),
    }
    return render(request, "steps/path_proposed.html", context)
