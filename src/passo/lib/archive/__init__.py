"""Every row out and in again, exactly: backup, restore and move are the same mechanism."""

from passo.lib.archive.manifest import Manifest
from passo.lib.archive.moving import move
from passo.lib.archive.packing import Report, backup
from passo.lib.archive.pruning import backups, newest, prune
from passo.lib.archive.restoring import restore
from passo.lib.archive.rows import TableCount

__all__ = [
    "Manifest",
    "Report",
    "TableCount",
    "backup",
    "backups",
    "move",
    "newest",
    "prune",
    "restore",
]
