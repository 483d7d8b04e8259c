"""`passo business …`: the businesses on this Passo."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer, table
from passo.cli.commands import command, group
from passo.cli.finding import confirm, the_business
from passo.cli.links import public, user_of
from passo.cli.users import invite_in
from passo.lib.words import _

if TYPE_CHECKING:
    from passo.businesses.models import Business

Slug = Annotated[str, typer.Argument(metavar="SLUG", help=_("The business, as in its address."))]

businesses = group(_("Businesses: add, list, show, delete."))


def attach(app: typer.Typer) -> None:
    app.add_typer(businesses, name="business")


@command(businesses, "add", _("Found a business."))
def add(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    slug: Annotated[str, typer.Option(help=_("Its address; from the name if left out."))] = "",
    owner: Annotated[
        str, typer.Option(metavar="MAIL", help=_("Who owns it. An unknown mail gets an account."))
    ] = "",
    language: Annotated[str, typer.Option(help=_("en, it, de or es."))] = "en",
    currency: Annotated[str, typer.Option(help=_("Three letters, such as EUR."))] = "EUR",
    time_zone: Annotated[str, typer.Option(help=_("Such as Europe/Rome."))] = "Europe/Rome",
    sentence: Annotated[str, typer.Option(help=_("What it does, in one sentence."))] = "",
) -> Answer:
    from django.db import transaction

    from passo.businesses.models import Business

    values = {
        "language": language,
        "currency": known_currency(currency),
        "time_zone": time_zone,
        "sentence": sentence,
    }
    with transaction.atomic():
        refuse_what_does_not_fit(name, slug, values)
        user, link = user_of(owner) if owner else (None, None)
        made = Business.found(name.strip(), owner=user, slug=slug, **values)
    told = {**described(made), "owner": user.email if user else None, "password_link": link}
    said = _("{name} is founded: {address}").format(name=made.name, address=told["address"])
    return Answer(told, (said, *invite_in(link)))


def refuse_what_does_not_fit(name: str, slug: str, values: dict[str, str]) -> None:
    """The model's own rules, all at once, before anything is written."""
    from passo.businesses.models import Business
    from passo.businesses.models.business import RESERVED_SLUGS
    from passo.lib.refusal import Refusal

    if slug in RESERVED_SLUGS:
        raise Refusal(_("“{slug}” is kept for Passo itself. Choose another.").format(slug=slug))
    draft = Business(name=name.strip(), slug=slug, **values)
    draft.full_clean(exclude=None if slug else {"slug"})


def known_currency(code: str) -> str:
    from passo.businesses.places import money_of_today
    from passo.lib.refusal import Refusal

    if code.upper() not in money_of_today():
        raise Refusal(_("No currency is called “{code}”. Try EUR.").format(code=code))
    return code.upper()


@command(businesses, "list", _("All businesses."))
def list_businesses() -> Answer:
    from django.db.models import Count

    from passo.businesses.models import Business

    every = Business.objects.annotate(size=Count("memberships")).order_by("name", "id")
    found = [described(one, members=one.size) for one in every]
    heads = (_("Address"), _("Name"), _("Members"), _("Founded"))
    rows = [(one["slug"], one["name"], one["members"], one["made_at"]) for one in found]
    return Answer({"businesses": found}, (table(heads, rows),) if found else (_("None yet."),))


@command(businesses, "show", _("One business: what it is, and how much is in it."))
def show(slug: Slug) -> Answer:
    business = the_business(slug)
    told = {**described(business), "counts": counts(business)}
    rows = [(word, value) for word, value in told.items() if word != "counts"]
    amounts = [(in_words(word), number) for word, number in told["counts"].items() if number]
    return Answer(
        told, (table((_("What"), ""), rows), table((_("Kept here"), _("Number")), amounts))
    )


@command(businesses, "members", _("Who belongs to a business, and as what."))
def members(slug: Slug) -> Answer:
    business = the_business(slug)
    found = [
        {
            "mail": one.user.email,
            "name": one.user.name,
            "role": one.role,
            "since": one.since,
        }
        for one in business.memberships.select_related("user")
    ]
    heads = (_("Mail"), _("Name"), _("Role"), _("Since"))
    rows = [one.values() for one in found]
    return Answer({"business": slug, "members": found}, (table(heads, rows),))


@command(businesses, "delete", _("Delete a business and everything of it, for good."))
def delete(
    slug: Slug,
    *,
    yes: Annotated[bool, typer.Option("--yes", help=_("Do not ask."))] = False,
) -> Answer:
    from passo.today import demo

    business = the_business(slug)
    confirm(_("Delete {name} and everything of it, for good?").format(name=business.name), yes=yes)
    if business.is_sample:
        demo.remove(business)
    else:
        business.close()
    said = _("{name} and everything of it is gone.").format(name=business.name)
    return Answer({"deleted": slug, "name": business.name}, (said,))


def described(business: "Business", *, members: int | None = None) -> dict[str, Any]:
    return {
        "id": business.pk,
        "slug": business.slug,
        "name": business.name,
        "sentence": business.sentence,
        "language": business.language,
        "currency": business.currency,
        "time_zone": business.time_zone,
        "is_sample": business.is_sample,
        "made_at": business.made_at,
        "members": business.memberships.count() if members is None else members,
        "address": public(f"/b/{business.slug}/"),
    }


def in_words(label: str) -> str:
    from django.apps import apps

    return str(apps.get_model(label)._meta.verbose_name_plural)


def counts(business: "Business") -> dict[str, int]:
    """How many rows of each kind hang on it."""
    kinds = [(one.related_model, one.field.name) for one in business._meta.related_objects]
    return {
        model._meta.label_lower: model._default_manager.filter(**{field: business}).count()
        for model, field in kinds
    }
