"""The business: everything else belongs to one."""

import zoneinfo
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from passo.businesses import files, places, wall
from passo.businesses.history import Historic
from passo.lib.search import fold

if TYPE_CHECKING:
    from passo.businesses.models import Change, Membership, User

SLUG_TRIES = 5
RESERVED_SLUGS = frozenset({"new", "sample"})


def must_be_a_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("This time zone is not known. Try Europe/Rome."))


class Business(Historic):
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    sentence = models.CharField(_("in one sentence"), max_length=300, blank=True, default="")
    language = models.CharField(
        _("language"), max_length=5, choices=settings.LANGUAGES, default="en"
    )
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="Europe/Rome", validators=[must_be_a_time_zone]
    )
    is_sample = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)

    tracked = ("name", "sentence", "language", "currency", "time_zone")
    said_as: ClassVar[dict[str, Any]] = {
        "currency": places.money_name,
        "time_zone": places.city_name,
    }
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("founded the business"),
        "settle": _("changed the business"),
        "undo": _("undid a change to the business"),
    }
    lasting = frozenset({"add"})
    changed_by_role = "owner"

    class Meta:
        verbose_name = _("business")

    def __str__(self) -> str:
        return self.name

    @property
    def money_name(self) -> str:
        return places.money_name(self.currency)

    @property
    def city_name(self) -> str:
        return places.city_name(self.time_zone)

    @property
    def whose(self) -> "Business":
        return self

    @classmethod
    def found(cls, name: str, *, owner: "User | None", slug: str = "", **values: Any) -> "Business":
        """A new business with its first owner. No wall can be inside of what is not there yet."""
        with wall.opened(), transaction.atomic():
            business = cls._add_at(slug, by=owner, name=name, **values)
            if owner:
                business.take_in(owner, role="owner", by=owner)
            return business

    @classmethod
    def _add_at(cls, slug: str, *, name: str, **values: Any) -> "Business":
        """At a free address; when another takes it at the very same moment, at the next."""
        for _try in range(SLUG_TRIES):
            try:
                with transaction.atomic():
                    return cls.add(name=name, slug=slug or free_slug(name), **values)
            except IntegrityError:
                if slug:
                    raise
        return cls.add(name=name, slug=free_slug(name), **values)

    def take_in(self, user: "User", *, role: str, by: "User | None") -> "Membership":
        return self.memberships.model.add(by=by, business=self, user=user, role=role)

    def settle(self, *, by: "User", **values: Any) -> "Change | None":
        """Change what the owner may change about the business itself."""
        return self.change(by=by, what="settle", **values)

    def owners(self) -> "QuerySet[Membership]":
        return self.memberships.filter(role="owner")

    def close(self) -> None:
        """Everything of it is gone, its files too, at once and for good."""
        with wall.opened(), transaction.atomic():
            transaction.on_commit(partial(files.remove_folder, self.pk))
            self.delete()


def free_slug(name: str) -> str:
    """From the name, in plain letters; numbered where another business has it."""
    base = slugify(fold(name))[:50].strip("-") or "business"
    taken = set(
        Business.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    ) | set(RESERVED_SLUGS)
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in [base, *numbered] if slug not in taken)
