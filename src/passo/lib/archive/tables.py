"""Which tables and columns there are, at the state of migrations that a database has reached.

Read from the migrations and not from today's models, so that a backup can be taken before an
update migrates, and an old backup still finds the tables it was made of.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Field, Model
from django.db.models.expressions import Col
from django.utils.translation import gettext as _

from passo.lib.archive.values import Kind, kind_of
from passo.lib.refusal import Refusal

Migration = tuple[str, str]
# Rows about this machine's processes, true only while they run; and what triggers write by
# themselves while the rest is read back.
LEFT_OUT = frozenset({"queue_worker", "today_moved", "introductions_tiesmoved"})


@dataclass(frozen=True)
class Column:
    name: str
    kind: Kind
    field: Field[Any, Any]

    def converters(self, connection: BaseDatabaseWrapper) -> list[Any]:
        """Only the database's own: what a field of ours does (decrypting) stays undone."""
        expression = Col("", self.field)
        found = list(connection.ops.get_db_converters(expression))
        native = connection.features.has_native_duration_field
        if self.field.get_internal_type() == "DurationField" and not native:
            found += self.field.get_db_converters(connection)
        return [partial(convert, expression=expression, connection=connection) for convert in found]


@dataclass(frozen=True)
class Table:
    name: str
    columns: tuple[Column, ...]
    key: Column
    model: type[Model]

    @property
    def column_names(self) -> list[str]:
        return [column.name for column in self.columns]


def recorded_migrations(connection: BaseDatabaseWrapper) -> list[Migration]:
    """What has been applied, of the apps that Passo is made of today."""
    known = MigrationLoader(None).migrated_apps
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted((app, name) for app, name in applied if app in known)


def graph_nodes(recorded: Iterable[Migration], loader: MigrationLoader) -> set[Migration]:
    """The same state in today's migrations; unknown ones come from a newer Passo."""
    recorded = set(recorded)
    if recorded - set(loader.disk_migrations):
        raise Refusal(_("This was written by a newer Passo. Please update Passo first."))
    squashed = {
        key for key, one in loader.replacements.items() if recorded.issuperset(one.replaces)
    }
    return (recorded | squashed) & set(loader.graph.nodes)


def last_migrations(recorded: Iterable[Migration]) -> list[Migration]:
    """Those that no other one builds on: migrating to them leads to the same state."""
    loader = MigrationLoader(None)
    nodes = graph_nodes(recorded, loader)
    built_upon = {parent.key for node in nodes for parent in loader.graph.node_map[node].parents}
    return sorted(nodes - built_upon)


def tables_at(recorded: Iterable[Migration]) -> list[Table]:
    """Every table that had rows of its own at that state, by name."""
    loader = MigrationLoader(None)
    nodes = sorted(graph_nodes(recorded, loader))
    if not nodes:
        return []
    state = loader.project_state(nodes).apps
    models = state.get_models(include_auto_created=True, include_swapped=False)
    tables = [table_of(model) for model in models if is_kept(model)]
    return sorted(tables, key=lambda table: table.name)


def is_kept(model: type[Model]) -> bool:
    meta = model._meta
    return meta.managed and not meta.proxy and meta.db_table not in LEFT_OUT


def table_of(model: type[Model]) -> Table:
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    columns = tuple(column_of(field) for field in fields)
    return Table(model._meta.db_table, columns, column_of(model._meta.pk), model)


def column_of(field: Field[Any, Any]) -> Column:
    """A reference is kept as the key it points to is kept."""
    target: Any = field
    while target.remote_field:
        target = target.target_field
    return Column(str(field.column), kind_of(target), target)
