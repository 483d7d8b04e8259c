"""How the work in the background is doing, for whoever runs this Passo."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import operator_only
from passo.lib.htmx import page
from passo.lib.queue import health
from passo.today.templatetags.background import in_words


@operator_only
def jobs_page(request: HttpRequest) -> HttpResponse:
    return page(request, "today/jobs.html", {"queue": health.overview()}, fragment="state")


@require_POST
@operator_only
def retry_job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    name = health.retry(job_id)
    messages.success(request, _("%(job)s waits for its turn again.") % {"job": in_words(name)})
    return redirect("jobs")
