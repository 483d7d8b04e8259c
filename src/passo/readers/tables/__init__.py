"""Tables of contacts: CSV and workbooks in, cards out, whoever exported them."""

from passo.readers.tables.layouts import Mapping
from passo.readers.tables.mapping import FIELDS, signature
from passo.readers.tables.reading import Preview, preview, read_table
from passo.readers.tables.values import plain
from passo.readers.tables.writing import write_table

__all__ = [
    "FIELDS",
    "Mapping",
    "Preview",
    "plain",
    "preview",
    "read_table",
    "signature",
    "write_table",
]
