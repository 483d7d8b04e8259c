"""A mailbox, calendar or address book that Passo looks into by itself."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses.history import Historic
from passo.businesses.models import Business
from passo.lib.secret import SecretField

MINUTES_BETWEEN = 30


class LiveAccount(Historic):
    KINDS = [
        ("imap", _("mail account")),
        ("caldav", _("calendar account")),
        ("carddav", _("address book account")),
        ("ics", _("calendar address")),
    ]
    business = models.ForeignKey(Business, models.CASCADE, related_name="live_accounts")
    kind = models.CharField(_("kind"), max_length=8, choices=KINDS)
    name = models.CharField(_("name"), max_length=120)
    host = models.CharField(_("server"), max_length=250, blank=True, default="")
    port = models.PositiveIntegerField(_("port"), null=True, blank=True)
    security = models.CharField(max_length=10, blank=True, default="tls")
    user = models.CharField(_("user name"), max_length=254, blank=True, default="")
    password = SecretField(_("app password"), blank=True, default="")
    # The address of a calendar holds a secret itself.
    address = SecretField(_("address"), blank=True, default="")
    # Folders, calendars or address books that the owner chose.
    folders = models.JSONField(_("what is read"), default=list)
    # places: where each folder goes on, by its name; problem: what went wrong last, in words.
    cursor = models.JSONField(default=dict)
    # Everything it brings is one import, so that it can be taken back as a whole.
    brings = models.OneToOneField("Import", models.SET_NULL, null=True, related_name="account")
    is_paused = models.BooleanField(_("rests"), default=False)
    newest_at = models.DateTimeField(null=True)
    count = models.PositiveIntegerField(default=0)
    last_run_at = models.DateTimeField(null=True)
    next_run_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=400, blank=True, default="")
    failures = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)

    tracked = ("name", "kind", "host", "user", "folders", "is_paused")
    deeds: ClassVar[dict[str, Any]] = {
        "add": _("connected"),
        "settle": _("changed"),
        "remove": _("disconnected"),
        "undo": _("undid a change to"),
    }
    said_as: ClassVar[dict[str, Callable[[Any], str]]] = {
        "folders": lambda folders: ", ".join(folder["title"] for folder in folders),
        "is_paused": lambda is_paused: str(_("yes")) if is_paused else "",
    }
    lasting = frozenset({"add", "remove"})
    changed_by_role = "owner"

    class Meta:
        verbose_name = _("live account")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    def wait_for_next(self) -> None:
        """Half an hour; longer after each failure in a row, up to a day."""
        minutes = min(24 * 60, MINUTES_BETWEEN * 2 ** min(self.failures, 6))
        self.next_run_at = timezone.now() + timedelta(minutes=minutes)
