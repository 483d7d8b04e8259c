"""All tags: how many have each, renamed, removed; each can be taken back."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.businesses.saying import say
from passo.people.list_forms import TagNameForm
from passo.people.models import Tag

SHOWN = 1_000


@members_only()
def tags(request: Any, business: Business) -> HttpResponse:
    return tags_page(request, business)


def tags_page(
    request: Any, business: Business, wrong: TagNameForm | None = None, status: int = 200
) -> HttpResponse:
    """The form that was filled in wrongly stands open, with what is wrong."""
    whose = Count("taggings", filter=Q(taggings__person__is_listed=True))
    rows = business.tags.annotate(people=whose)[:SHOWN]
    context = {
        "rows": [(tag, form_of(tag, wrong), is_of(wrong, tag)) for tag in rows],
        "may_change": request.membership.may("staff"),
        "nav": "people",
    }
    return render(request, "people/list_tags.html", context, status=status)


def form_of(tag: Tag, wrong: TagNameForm | None) -> TagNameForm:
    return wrong if wrong and is_of(wrong, tag) else TagNameForm(tag=tag)


def is_of(form: TagNameForm | None, tag: Tag) -> bool:
    return form is not None and form.tag == tag


@require_POST
@members_only("staff")
def rename_tag(request: Any, business: Business, tag_id: int) -> HttpResponse:
    tag = get_object_or_404(business.tags, pk=tag_id)
    form = TagNameForm(request.POST, tag=tag)
    if not form.is_valid():
        return tags_page(request, business, form, status=422)
    change = tag.rename(form.cleaned_data["name"], by=request.user)
    say(request, _("Kept.") if change else _("Nothing was different."), change)
    return redirect("tags", business.slug)


@require_POST
@members_only("staff")
def remove_tag(request: Any, business: Business, tag_id: int) -> HttpResponse:
    tag = get_object_or_404(business.tags, pk=tag_id)
    change = tag.remove(by=request.user)
    say(request, _("The tag is gone: %s") % tag, change)
    return redirect("tags", business.slug)
