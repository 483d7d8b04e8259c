"""What Today does in the background."""

from django.utils import timezone

from passo.businesses import wall
from passo.lib.queue import job
from passo.today import keeping


@job
def forget_old() -> None:
    """What was shown is held against what came of it; after two years nothing more comes."""
    with wall.opened():
        keeping.forget_old(timezone.localdate())
