from django.utils import timezone

from passo.lib.queue.calling import job
from passo.lib.queue.pruning import prune as forget_old_ones


@job
def prune() -> None:
    forget_old_ones(timezone.now())
