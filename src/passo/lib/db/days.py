"""A moment as days since 1970, reckoned by the database: a million of them in a second."""

from typing import Any

from django.db.models import FloatField, Func


class Days(Func):
    """`Days("at")`: a float; its fraction is the time of day in UTC."""

    output_field = FloatField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return super().as_sql(
            compiler, connection, template="(julianday(%(expressions)s) - 2440587.5)", **context
        )

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return super().as_sql(
            compiler,
            connection,
            template="(extract(epoch from %(expressions)s)::float8 / 86400)",
            **context,
        )
