"""Bytes and encoded words of a mail as text, whatever its sender claims about them.

Encoded words are those of RFC 2047: `=?utf-8?Q?Caff=C3=A8?=`. Real mail breaks them at will, so
what cannot be read as declared is tried as UTF-8 and then as cp1252, and never refused.
"""

import binascii
import re
from urllib.parse import unquote_to_bytes

# What senders call a charset, and the wider one that also reads what they really wrote.
WIDER = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "iso-8859-8-i": "iso-8859-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "windows-31j": "cp932",
    "windows-874": "cp874",
}
# Python calls these encodings too; they are slow or not meant for mail.
NOT_FOR_MAIL = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
CHARSET = re.compile(r"[a-z0-9][a-z0-9_.:-]{0,39}", re.ASCII)
WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*(?:\?(?!=)[^?]*){0,3})\?=")
WORD_FIELD = re.compile(r"(?<=\?=)\s+(?==\?)")
UNWANTED = re.compile(
    "[\x00-\x20\x7f-\xa0\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]+"
)
LONG = 64 * 1024
NOT_BASE64 = bytes(
    set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
)


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def decoded(content: bytes, charset: str = "") -> str:
    r"""The text of these bytes: as declared if that works, else as UTF-8, else as cp1252.

    >>> decoded(b"Caff\xc3\xa8", "x-unknown"), decoded(b"Caff\xe8", "utf-8")
    ('Caffè', 'Caffè')
    """
    name = known(charset)
    if name != "utf-8":
        try:
            return whole(content.decode(name))
        except (UnicodeError, LookupError):
            pass  # the declared charset is wrong or unknown: the two usual ones come next
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(content) > LONG and error.start >= len(content) - 3:  # it was cut off there
            return content[: error.start].decode("utf-8")
    return mixed(content)


def known(charset: str) -> str:
    """The name Python has for a charset; UTF-8 where the sender's is missing or unfit."""
    name = charset.strip("\"' ").lower()
    if not CHARSET.fullmatch(name) or name.replace("-", "_") in NOT_FOR_MAIL:
        return "utf-8"
    return WIDER.get(name, name)


def whole(text: str) -> str:
    """UTF-7 and its like can spell half a character, which no database takes."""
    return (
        text
        if text.isascii()
        else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )


def mixed(content: bytes) -> str:
    """Broken UTF-8: mostly right with a few bad bytes, or in truth cp1252."""
    text = content.decode("utf-8", "replace")
    good = sum(letter > "\x7f" for letter in text[:4000]) - 2 * text[:4000].count("\ufffd")
    return text if good > 0 else content.decode("cp1252", "replace")


def raw(value: str) -> str:
    """A field that was read as Latin-1, in the charset that it is really in."""
    return value if value.isascii() else decoded(value.encode("latin-1"))


def tidy(text: str) -> str:
    """In one line, with no control characters nor marks that turn the direction of reading."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return UNWANTED.sub(" ", text).strip()


def words(value: str) -> str:
    """A field's value with its encoded words read; adjacent ones are one text.

    >>> words("=?utf-8?Q?Caff=C3?= =?UTF-8?Q?=A8?= nero")
    'Caffè nero'
    """
    if "=?" not in value:
        return tidy(raw(value))
    found: list[str] = []
    waiting, charset, end = b"", "", 0
    for word in WORD.finditer(value):
        between, name = value[end : word.start()], word[1].partition("*")[0].lower()
        if between.strip() or name != charset:
            found.append(decoded(waiting, charset))
            if between.strip() or not end:
                found.append(raw(between))
            waiting, charset = b"", name
        waiting += plain(word[2], word[3])
        end = word.end()
    found += [decoded(waiting, charset), raw(value[end:])]
    return tidy("".join(found))


def plain(how: str, coded: str) -> bytes:
    content = coded.encode("latin-1", "replace")
    if how in "bB":
        return from_base64(content)
    return binascii.a2b_qp(content.replace(b" ", b"_"), header=True)


def from_base64(content: bytes) -> bytes:
    """What base64 holds, also where padding is missing or the end was cut off."""
    try:
        return binascii.a2b_base64(content)
    except binascii.Error:
        clean = content.translate(None, NOT_BASE64)
        clean = clean[: len(clean) - 1] if len(clean) % 4 == 1 else clean
        return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def parameter(value: str, name: str) -> str:
    """A parameter of a field such as Content-Type, also split and coded as in RFC 2231.

    >>> parameter('multipart/mixed; boundary*0="ab"; boundary*1=cd', "boundary")
    'abcd'
    """
    if name not in value.lower():
        return ""
    parts: dict[str, str] = {
        key.lower(): quoted or bare for key, quoted, bare in PARAMETER.findall(value[:4000])
    }
    if name in parts:
        return parts[name].strip()
    if f"{name}*" in parts:
        return uncoded(parts[f"{name}*"])
    keys = [key for at in range(20) for key in (f"{name}*{at}", f"{name}*{at}*") if key in parts]
    return "".join(uncoded(parts[key]) if key.endswith("*") else parts[key] for key in keys)


PARAMETER = re.compile(r';\s*([\w*-]{1,40})\s*=\s*(?:"([^"]*)"?|([^;\s"]*))')


def uncoded(value: str) -> str:
    charset, mark, rest = value.partition("'")
    text = rest.partition("'")[2] if mark else value
    return decoded(unquote_to_bytes(text), charset if mark else "")
