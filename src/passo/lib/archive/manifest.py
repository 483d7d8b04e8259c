"""The list of contents of a backup: what is in it, from which Passo, with fingerprints."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from passo import version
from passo.lib.archive.rows import TableCount
from passo.lib.archive.tables import Migration
from passo.lib.refusal import Refusal

FORMAT = 1


@dataclass(frozen=True)
class FileCount:
    """An uploaded file, by its path inside the folder of uploads."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    passo: str
    made_at: str
    database: str
    migrations: list[Migration]
    tables: list[TableCount]
    columns: dict[str, list[str]]
    files: list[FileCount]
    secrets_sha256: str
    format: int = FORMAT

    def written(self) -> str:
        return json.dumps(asdict(self), indent=1, ensure_ascii=False)

    @classmethod
    def read(cls, text: bytes) -> Self:
        """Refuses what is damaged and what is newer, each in its own words."""
        try:
            content = json.loads(text)
            refuse_newer(int(content["format"]), str(content["passo"]))
            return cls(**parts(content))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
            sentence = _("The list of contents of this backup cannot be read. It is damaged.")
            raise Refusal(sentence) from problem


def parts(content: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: str(content[name]) for name in ("passo", "made_at", "database")},
        "secrets_sha256": str(content["secrets_sha256"]),
        "migrations": [(str(app), str(name)) for app, name in content["migrations"]],
        "tables": [TableCount(**checked(one, "table", "rows")) for one in content["tables"]],
        "columns": {str(table): list(names) for table, names in content["columns"].items()},
        "files": [FileCount(**checked(one, "name", "bytes")) for one in content["files"]],
    }


def checked(one: dict[str, Any], name: str, number: str) -> dict[str, Any]:
    if isinstance(one[name], str) and isinstance(one[number], int) and one[number] >= 0:
        return one
    raise ValueError(f"{one!r} is no entry of a list of contents.")


def refuse_newer(form: int, passo: str) -> None:
    if form > FORMAT or numbers(passo) > numbers(version()):
        raise Refusal(
            _("This backup was made by Passo %(theirs)s; this is %(ours)s. Please update first.")
            % {"theirs": passo, "ours": version()}
        )


def numbers(release: str) -> list[int]:
    return [int(part) for part in release.split(".")]
