"""How far a longer piece of work has come, for a page to show live."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.models.business import Business


class Progress(models.Model):
    STATES = [
        ("waiting", _("waiting")),
        ("running", _("running")),
        ("finished", _("finished")),
        ("failed", _("failed")),
    ]
    business = models.ForeignKey(Business, models.CASCADE, related_name="progresses")
    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=120)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, choices=STATES, default="waiting")
    sentence = models.CharField(max_length=300, blank=True)
    file = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-id"]

    @property
    def is_over(self) -> bool:
        return self.state in {"finished", "failed"}

    @property
    def percent(self) -> int | None:
        """Whole percent, or None while nobody knows how much there is."""
        return min(100, 100 * self.done // self.total) if self.total else None

    def advance(self, done: int, total: int | None = None, sentence: str = "") -> None:
        self.done, self.state = done, "running"
        self.total = total if total is not None else self.total
        self.sentence = sentence or self.sentence
        self.save()

    def finish(self, sentence: str = "", *, file: str = "") -> None:
        self.state, self.sentence, self.file = "finished", sentence, file
        self.done = self.total or self.done
        self.save()

    def fail(self, sentence: str) -> None:
        self.state, self.sentence = "failed", sentence
        self.save()
