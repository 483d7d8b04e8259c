"""Each night: what has run out goes, and a backup is taken."""

from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from passo.businesses import exporting
from passo.businesses.models import Invitation
from passo.lib import archive

# Long enough to see in the list of the team whom one invited in vain.
INVITATION_KEPT = timedelta(days=30)
BACKUPS_KEPT = 7


def sweep() -> None:
    """Sessions, exports, the bars of finished work, invitations that nobody took."""
    call_command("clearsessions")
    exporting.forget_old()
    oldest = timezone.now() - INVITATION_KEPT
    Invitation.objects.exclude(state="accepted").filter(expires_at__lt=oldest).delete()


def back_up() -> None:
    """Everything in one file; of each of the last seven days the newest stays."""
    archive.backup(settings.BACKUPS, timezone.now())
    archive.prune(settings.BACKUPS, BACKUPS_KEPT)
