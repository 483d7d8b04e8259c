"""One person once: what was joined, and what may be the same."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business, Change

if TYPE_CHECKING:
    from passo.businesses.models import User


class Pair(models.Model):
    """Two who may be one. A decision is remembered: what was kept separate is not asked again."""

    STATES = [
        ("waiting", _("waiting")),
        ("unsure", _("not sure")),
        ("same", _("the same person")),
        ("separate", _("two people")),
    ]
    business = models.ForeignKey(Business, models.CASCADE, related_name="pairs")
    one = models.ForeignKey("Person", models.CASCADE, related_name="pairs_up")
    other = models.ForeignKey("Person", models.CASCADE, related_name="pairs_down")
    probability = models.FloatField()
    because = models.JSONField(
        default=list
    )  # [[feature, sentence, values], …], the weightiest first
    state = models.CharField(max_length=8, choices=STATES, default="waiting")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="pairs"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_pair_each")]
        indexes = [
            models.Index(
                fields=["business", "-probability", "id"],
                name="pairs_waiting",
                condition=Q(state="waiting"),
            )
        ]


class Merge(Historic):
    """That `gone` was joined into `stays`, with all that moved: enough to take it apart."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="merges")
    stays = models.ForeignKey("Person", models.CASCADE, related_name="merges")
    gone = models.OneToOneField("Person", models.CASCADE, related_name="gone_by")
    at = models.DateTimeField(default=timezone.now)
    probability = models.FloatField(null=True)
    because = models.JSONField(default=list)
    # Rows that moved from `gone` to `stays`: {"people.source": [ids], …}
    moved = models.JSONField(default=dict)

    tracked = ("stays", "gone")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("joined two people"),
        "remove": _("took apart"),
        "undo": _("took apart again"),
    }
    lasting = frozenset({"remove"})

    class Meta:
        verbose_name = _("joining")

    def __str__(self) -> str:
        return f"{self.stays} ← {self.gone}"

    def remove(self, *, by: "User | None", what: str = "remove") -> Change:
        """Take it apart: everything that moved goes back to where it was."""
        from passo.people.merging import take_apart  # noqa: PLC0415 -- merging reads models

        return take_apart(self, by=by, remove=super().remove, what=what)
