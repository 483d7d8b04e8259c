"""Words the owner puts on people, and filters kept as views."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.lib.search import fold

if TYPE_CHECKING:
    from passo.businesses.models import Change, User


class Tag(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="tags")
    name = models.CharField(_("tag"), max_length=60)
    key = models.CharField(max_length=60)  # folded: one tag for Fair and fair

    tracked = ("name",)
    deeds: ClassVar[dict[str, Any]] = {
        "rename": _("renamed the tag"),
        "remove": _("removed the tag"),
        "undo": _("undid a change to the tag"),
    }

    class Meta:
        verbose_name = _("tag")
        ordering = ["key"]
        constraints = [models.UniqueConstraint(fields=["business", "key"], name="one_tag_each")]

    def __str__(self) -> str:
        return self.name

    def rename(self, name: str, *, by: "User | None") -> "Change | None":
        return self.change(by=by, what="rename", name=name, key=fold(name)[:60])

    def remove(self, *, by: "User | None", what: str = "remove") -> "Change":
        """The change keeps whose tag it was, so that undoing it gives it back to them."""
        with transaction.atomic():
            whose = list(self.taggings.values_list("person_id", "is_own"))
            change = super().remove(by=by, what=what)
            change.before |= {"taggings": whose}
            change.save(update_fields=["before"])
        return change

    def index(self) -> None:
        """Brought back: the last that happened to it is that it was removed."""
        gone = self.business.changes.of(self._meta.label_lower, str(self.pk)).first()
        if gone is None or gone.what != "remove":
            return
        whose = dict(gone.before.get("taggings", ()))
        there = self.business.people.filter(pk__in=whose).values_list("pk", flat=True)
        Tagging.objects.bulk_create(
            Tagging(business=self.business, tag=self, person_id=pk, is_own=whose[pk])
            for pk in there
        )


class Tagging(Historic):
    business = models.ForeignKey(Business, models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="taggings", db_index=False)
    person = models.ForeignKey("Person", models.CASCADE, related_name="taggings")
    is_own = models.BooleanField(default=True)

    tracked = ("tag", "person", "is_own")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("tagged"),
        "remove": _("took a tag away"),
        "undo": _("undid a tag"),
    }

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "person"], name="one_tagging_each")]

    def __str__(self) -> str:
        return f"{self.person}: {self.tag}"


class PeopleView(Historic):
    """A filter of the list of people, kept under a name."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="people_views")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=500)  # as in the address of the page
    made_at = models.DateTimeField(default=timezone.now)

    tracked = ("name", "query")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("kept the list"),
        "correct": _("changed the list"),
        "remove": _("no longer keeps the list"),
        "undo": _("undid a change to the list"),
    }

    class Meta:
        verbose_name = _("list of people")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["business", "name"], name="one_view_each")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def keep(
        cls, business: Business, name: str, query: str, *, by: "User | None"
    ) -> "Change | None":
        """Under a name that is there already, the new filters."""
        known = business.people_views.filter(name=name).first()
        if known:
            return known.change(by=by, what="correct", query=query)
        made = cls.add(by=by, business=business, name=name, query=query)
        return business.changes.of(cls._meta.label_lower, str(made.pk)).first()
