"""Work that can wait: written down with what caused it, done by a worker, lost by nobody."""

from passo.lib.queue.calling import at_once, is_wanted, job, later

__all__ = ["at_once", "is_wanted", "job", "later"]
