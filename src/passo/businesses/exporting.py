"""An export from the first click to the file and, a week later, to its end."""

from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.businesses import export, files
from passo.businesses.models import Business, Progress, User
from passo.lib.queue import later

KEPT_DAYS = 7
ENDINGS = ("zip", "vcf", "csv", "ics", "json")
PATIENCE = timedelta(hours=1)


def exports_of(business: Business) -> "list[Progress]":
    return list(business.progresses.filter(kind="export")[:3])


def begin(business: Business, user: User) -> Progress:
    """One at a time: while one is being written, asking again shows that one."""
    youngest = timezone.now() - PATIENCE
    busy = business.progresses.filter(
        kind="export", state__in=["waiting", "running"], made_at__gt=youngest
    ).first()
    if busy:
        return busy
    with transaction.atomic():
        progress = business.progresses.create(kind="export", title=_("Export of everything"))
        later("businesses.export", business.pk, progress.pk, user.pk)
        return progress


def carry_out(business: Business, progress_id: int, user_id: int) -> None:
    """Done twice after a lost worker, it writes a second file and forgets the first."""
    progress = business.progresses.filter(pk=progress_id).first()
    member = business.memberships.select_related("user").filter(user_id=user_id).first()
    if progress is None or progress.is_over or member is None:
        return
    with translation.override(member.user.language or business.language):
        try:
            write(business, progress)
        except OSError:
            progress.fail(_("The file could not be written. Is the disk full?"))
            raise


def write(business: Business, progress: Progress) -> None:
    progress.advance(0, total=export.count(business))
    path = files.new_file(business.pk, "zip")
    try:
        rows = export.write_export(business, path, progress.advance)
    except BaseException:  # half a file is none
        path.unlink(missing_ok=True)
        raise
    ready = ngettext("Ready: %(rows)d row.", "Ready: %(rows)d rows.", rows) % {"rows": rows}
    progress.finish(ready, file=path.name)


def file_of(progress: Progress) -> Path | None:
    path = files.folder_of(progress.business_id) / progress.file
    return path if progress.file and path.is_file() else None


def forget_old() -> None:
    """Files first: a row without its file says so, a file without its row would stay for ever."""
    for ending in ENDINGS:
        files.remove_older_than(KEPT_DAYS, ending)
    oldest = timezone.now() - timedelta(days=KEPT_DAYS)
    Progress.objects.filter(made_at__lt=oldest).delete()
