"""Why a job failed, in words that fit into one line."""

from django.utils.translation import gettext as _

from passo.lib.queue.models import Job


class GaveUpError(Exception):
    """A job whose worker died under it three times is not tried again by itself."""


GAVE_UP = f"{GaveUpError.__module__}.{GaveUpError.__qualname__}"


def reason(job: Job) -> str:
    if job.exception_class_path == GAVE_UP:
        return _("The worker ended three times in the middle of it. It is not tried again.")
    last_line = job.traceback.strip().rpartition("\n")[2]
    return str(last_line.partition(": ")[2] or job.exception_class_path.rpartition(".")[2])
