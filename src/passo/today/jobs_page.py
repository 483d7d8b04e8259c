"""How the work in the background is doing, for whoever runs this Passo."""

from contextlib import nullcontext
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import on_its_clock, operator_only
from passo.lib.htmx import page
from passo.lib.queue import health
from passo.today.navigation import last_looked_at
from passo.today.templatetags.background import in_words


@operator_only
def jobs_page(request: Any) -> HttpResponse:
    with on_their_clock(request):
        return page(request, "today/jobs.html", {"queue": health.overview()}, fragment="state")


def on_their_clock(request: Any) -> Any:
    """This page belongs to no business; its times are those of the one they look at otherwise."""
    mine = [one.business for one in request.user.memberships.select_related("business")]
    business = last_looked_at(request, mine)
    return on_its_clock(business) if business else nullcontext()


@require_POST
@operator_only
def retry_job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    name = health.retry(job_id)
    messages.success(request, _("%(job)s waits for its turn again.") % {"job": in_words(name)})
    return redirect("jobs")
