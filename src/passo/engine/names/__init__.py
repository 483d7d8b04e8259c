"""What a name says, whoever writes it: one spelling, its parts, its short forms, its sound."""

from passo.engine.names.folding import fold, words
from passo.engine.names.nicknames import is_given_name, is_short_for, roots
from passo.engine.names.parts import NameParts, name_parts
from passo.engine.names.sounds import sound, spelling

__all__ = [
    "NameParts",
    "fold",
    "is_given_name",
    "is_short_for",
    "name_parts",
    "roots",
    "sound",
    "spelling",
    "words",
]
