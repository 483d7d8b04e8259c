"""Where what we know comes from: imports, and each record that an import brought."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business, Progress


class State(models.TextChoices):
    UPLOADING = "uploading", _("uploading")
    ASKING = "asking", _("waiting for you")
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("reading")
    DONE = "done", _("done")
    FAILED = "failed", _("stopped")
    UNDOING = "undoing", _("being undone")
    UNDONE = "undone", _("undone")


class Import(Historic):
    """One file brought in, or everything a live account brings over time."""

    KINDS = [
        ("vcard", _("contacts")),
        ("table", _("table of contacts")),
        ("workbook", _("workbook of contacts")),
        ("mbox", _("mailbox")),
        ("eml", _("mail")),
        ("calendar", _("calendar")),
        ("zip", _("archive")),
        ("json", _("export of Passo")),
        ("imap", _("mail account")),
        ("caldav", _("calendar account")),
        ("carddav", _("address book account")),
        ("ics", _("calendar address")),
    ]
    business = models.ForeignKey(Business, models.CASCADE, related_name="imports")
    kind = models.CharField(_("kind"), max_length=8, choices=KINDS, blank=True, default="")
    name = models.CharField(_("file name"), max_length=200)
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.UPLOADING, db_index=True
    )
    # In the business's folder until it is read to the end; then it is deleted.
    file = models.CharField(max_length=200, blank=True, default="")
    bytes = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    # encoding, sheet, mapping, keep_bodies: what the owner chose
    options = models.JSONField(default=dict)
    # Where a killed import goes on; only its reader understands it.
    cursor = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    seconds = models.FloatField(default=0)
    sentence = models.CharField(max_length=300, blank=True, default="")
    progress = models.ForeignKey(Progress, models.SET_NULL, null=True, related_name="imports")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    tracked = ("name", "kind", "state")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("brought in"),
        "take_back": _("took back what came from"),
        "remove": _("forgot"),
    }
    lasting = frozenset({"add", "take_back", "remove"})

    class Meta:
        verbose_name = _("import")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class ImportProblem(models.Model):
    business = models.ForeignKey(Business, models.CASCADE, related_name="import_problems")
    brought_by = models.ForeignKey(Import, models.CASCADE, related_name="problems")
    file = models.CharField(max_length=200, blank=True, default="")  # inside an archive
    line = models.PositiveIntegerField()
    sentence = models.CharField(max_length=300)  # English; shown in the reader's language
    values = models.JSONField(default=dict)
    what = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["id"]


class Source(models.Model):
    """One record as it came: from it a person is told, and can be taken apart again."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="sources", db_index=False)
    brought_by = models.ForeignKey(Import, models.CASCADE, related_name="sources", db_index=False)
    # Empty until it is known who it is; an organisation's card has the other one.
    person = models.ForeignKey("Person", models.CASCADE, null=True, related_name="sources")
    organisation = models.ForeignKey(
        "Organisation", models.CASCADE, null=True, related_name="sources"
    )
    # The record's lasting name: its UID, or what it says of whom; for mail the address.
    key = models.CharField(max_length=64)
    digest = models.CharField(max_length=32)  # of the whole card: has it changed?
    file = models.CharField(max_length=200, blank=True, default="")
    line = models.PositiveIntegerField(default=0)
    outer_id = models.CharField(max_length=400, blank=True, default="")
    card = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brought_by", "key"], name="one_source_each")
        ]
        indexes = [
            models.Index(fields=["business", "key"], name="sources_by_key"),
            models.Index(
                fields=["business", "id"],
                name="sources_unresolved",
                condition=Q(person__isnull=True, organisation__isnull=True),
            ),
        ]


class TableMapping(models.Model):
    """Which column of such a table means what, said once by the owner and remembered."""

    business = models.ForeignKey(Business, models.CASCADE, related_name="table_mappings")
    signature = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["business", "signature"], name="one_mapping_each")
        ]
