"""Old backups go; of each of the last days the newest stays."""

import re
from pathlib import Path

NAME = re.compile(r"passo-(\d{8})-\d{6}(-\d+)?\.zip")


def backups(folder: Path) -> list[Path]:
    """Newest first; other files in the folder are nobody's business."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if NAME.fullmatch(path.name)]
    return sorted(found, key=lambda path: (path.stem.split("-")[:3], path.stem), reverse=True)


def newest(folder: Path) -> Path | None:
    return next(iter(backups(folder)), None)


def prune(folder: Path, keep_days: int) -> list[Path]:
    """Keep the newest of each of the last `keep_days` days that have one, and all of the last day.

    Returns what it removed.
    """
    last_of: dict[str, Path] = {}
    for path in backups(folder):
        last_of.setdefault(day_of(path), path)
    days = list(last_of)[: max(keep_days, 1)]
    staying = {last_of[day] for day in days}
    going = [path for path in backups(folder) if path not in staying and day_of(path) != days[0]]
    for path in going:
        path.unlink()
    return going


def day_of(path: Path) -> str:
    return path.name.split("-")[1]
