"""Words the owner puts on people, and filters kept as views."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business


class Tag(models.Model):
    business = models.ForeignKey(Business, models.CASCADE, related_name="tags")
    name = models.CharField(_("tag"), max_length=60)
    key = models.CharField(max_length=60)  # folded: one tag for Fair and fair

    class Meta:
        ordering = ["key"]
        constraints = [models.UniqueConstraint(fields=["business", "key"], name="one_tag_each")]

    def __str__(self) -> str:
        return self.name


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
    told_by_deed = frozenset({"tag", "person", "is_own"})

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "person"], name="one_tagging_each")]

    def __str__(self) -> str:
        return f"{self.person}: {self.tag}"


class PeopleView(models.Model):
    """A filter of the list of people, kept under a name."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="people_views")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=500)  # as in the address of the page
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["business", "name"], name="one_view_each")]
