"""What a reader takes out of our PDF: words, by the maps that stand in the file itself."""

import re
import zlib

STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.DOTALL)
LETTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj", re.DOTALL)


def streams(pdf: bytes) -> list[bytes]:
    return [zlib.decompress(one) if one[:1] == b"x" else one for one in STREAM.findall(pdf)]


def words_in(pdf: bytes) -> list[str]:
    """Line by line, as they were drawn."""
    found = streams(pdf)
    letters = [letters_in(one) for one in found if b"beginbfchar" in one]
    drawn = next(one for one in found if b" Tj" in one)
    lines, font = [], 0
    for number, text in SHOWN.findall(drawn):
        if number:
            font = int(number) - 1
        else:
            lines.append(line_in(bare(text), letters[font]))
    return lines


def bare(text: bytes) -> bytes:
    return ESCAPED.sub(lambda found: b"\r" if found[1] == b"r" else found[1], text)


def letters_in(told: bytes) -> dict[bytes, str]:
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(sign.decode()).decode("utf-16-be")
        for code, sign in LETTER.findall(told.partition(b"beginbfchar")[2])
    }


def line_in(text: bytes, letters: dict[bytes, str]) -> str:
    return "".join(letters[text[at : at + 2]] for at in range(0, len(text), 2))


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))
