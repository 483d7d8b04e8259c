"""What the sender of a mail wrote in it: not what they quote, nor their signature or small print.

Each line is looked at a fixed number of times and none beyond its first letters, so the time
grows with the length and with nothing else. In doubt a line stays: a word too many is better
than a promise that is lost.
"""

import re
from itertools import islice

from passo.readers.mail.phrases import (
    DISCLAIMER_BEGINNINGS,
    DISCLAIMER_SIGNS,
    FROM_LABELS,
    HEAD_LABELS,
    ORIGINALS,
    QUOTE_BEGINNINGS,
    QUOTE_VERBS,
    SENT_FROM,
    SIGN_OFFS,
)

LONGEST_TEXT = 256 * 1024
LONGEST_RESULT = 20 * 1024
LONGEST_LINE = 400  # of which a line is judged
HEAD_LINES = 7
SIGNATURE_LINES, SIGNATURE_WIDTH = 14, 100
LINES_AFTER_PHONE = 5
RULE_LENGTH, FOOTER_LINES = 20, 5
DISCLAIMER_LENGTH, DISCLAIMER_PARTS, SIGNS = 120, 6, 3
PHONE = re.compile(r"(?:\+|\b00|\(?\b0|\b)\d[\d\s()./-]{6,16}\d")
CONTACT = re.compile(
    r"www\.|https?://|@|\btel\b|\bmob|\bcell|\bfax\b|p\.? ?iva|\bphone\b|\bvat\b", re.IGNORECASE
)
BLANK_LINES = re.compile(r"\n{3,}")


def own_text(text: str, sender_name: str = "") -> str:
    r"""What is the sender's own in this text, at most 20 KB.

    >>> own_text("Yes, Friday.\n\nOn Mon, 3 Mar 2025, Ben wrote:\n> Which day?\n\n-- \nAnna")
    'Yes, Friday.'
    """
    above = f"\n{text[:LONGEST_TEXT]}".partition("\n-- \n")[0]
    lines = [line.rstrip() for line in above.split("\n")]
    kept = before_signature(before_print(unquoted(lines)), sender_name)
    result = BLANK_LINES.sub("\n\n", "\n".join(kept)).strip()
    if len(result) * 4 <= LONGEST_RESULT:
        return result
    return result.encode("utf-8", "replace")[:LONGEST_RESULT].decode("utf-8", "ignore")


def unquoted(lines: list[str]) -> list[str]:
    """The lines that are not quoted, up to where a whole older mail follows."""
    kept: list[str] = []
    for at, line in enumerate(lines):
        if line.startswith(">"):
            if line.startswith(">From "):
                kept.append(line[1:])  # not a quote: mboxes write the word From so
            continue
        if line[-2:] == "--" and line.strip() == "--" and at and is_end(lines, at):
            break
        if begins_older_mail(lines, at, line):
            while kept and not kept[-1].strip("-_=* "):
                kept.pop()
            break
        if line.endswith(":") and (length := attribution(lines, at)):
            del kept[max(0, len(kept) - length + 1) :]
            if not quotes_next(lines, at):
                break
            continue
        kept.append(line)
    return kept


def is_end(lines: list[str], at: int) -> bool:
    """Whether only a signature's worth of lines follows two dashes (the space behind them was cut
    off, or one stands before them).
    """
    following = [line for line in lines[at + 1 : at + 40] if line and line[0] != ">"]
    return len(following) <= SIGNATURE_LINES


def begins_older_mail(lines: list[str], at: int, line: str) -> bool:
    if not line or len(line) > LONGEST_LINE:
        return False
    if line[0] in "-_=*>" or line[-1] == ":":
        bare = line.strip("-_=*> \t:").lower()
        if bare in ORIGINALS or (line[0] == "-" and bare.startswith("forwarded by ")):
            return True
    return ":" in line[:14] and label(line) in FROM_LABELS and is_head(lines, at)


def label(line: str) -> str:
    return line[:40].partition(":")[0].strip("* _\t").lower()


def is_head(lines: list[str], at: int) -> bool:
    """Whether at least two more fields of a mail's head follow."""
    following = (label(line) for line in lines[at + 1 : at + HEAD_LINES] if ":" in line)
    return sum(name in HEAD_LABELS for name in following) > 1


def attribution(lines: list[str], at: int) -> int:
    """How many lines, up to this one, say who wrote what is quoted next; 0 if they do not."""
    whole, alone = "", 0
    quote_follows = quotes_next(lines, at)
    for length in range(1, 5):
        if length > at + 1 or not lines[at - length + 1]:
            break
        whole = f"{lines[at - length + 1][:LONGEST_LINE]} {whole}".strip().lower()
        if len(whole) > LONGEST_LINE or not any(verb in whole for verb in QUOTE_VERBS):
            continue
        is_likely = quote_follows or "@" in whole
        is_dated = any(letter.isdigit() for letter in whole)
        if whole.startswith(QUOTE_BEGINNINGS) and (is_likely or is_dated):
            return length
        if is_likely and whole.rstrip(": ").endswith(QUOTE_VERBS):
            alone = alone or length
    return alone


def quotes_next(lines: list[str], at: int) -> bool:
    following = next((line for line in lines[at + 1 : at + 5] if line), "")
    return following.startswith(">")


def before_signature(lines: list[str], sender_name: str) -> list[str]:
    """Up to "-- ", a phone's own line, a provider's advertisement under a ruled line, or a greeting
    and a name with an address or number.
    """
    last = len(lines)
    while last and not lines[last - 1]:
        last -= 1
    lines = lines[:last]
    for at, line in islice(enumerate(lines), max(0, last - LINES_AFTER_PHONE), None):
        if is_phones(line):
            return lines[:at]
    lines = lines[: footer_begin(lines)]
    return lines[: signature_begin(lines, sender_name.lower())]


def footer_begin(lines: list[str]) -> int:
    """Where a long ruled line stands above a few lines with an address, and nothing else."""
    for at in range(max(1, len(lines) - FOOTER_LINES - 3), len(lines) - 1):
        is_rule = len(lines[at]) >= RULE_LENGTH and not lines[at].strip("_-=*")
        below = [line for line in lines[at + 1 :] if line]
        if is_rule and len(below) <= FOOTER_LINES and is_card(below):
            return at
    return len(lines)


def is_phones(line: str) -> bool:
    return len(line) < SIGNATURE_WIDTH and line.lower().startswith(SENT_FROM)


def signature_begin(lines: list[str], name: str) -> int:
    """Where a greeting or the sender's own name stands with nothing but a card after it."""
    first = max(1, len(lines) - 2 * SIGNATURE_LINES)
    for at in range(first, len(lines)):
        said = lines[at].strip(" *_,.!;–-").lower()
        if (said in SIGN_OFFS or (name and said == name)) and is_card(lines[at + 1 :]):
            return at
    return len(lines)


def is_card(lines: list[str]) -> bool:
    filled = [line for line in lines if line]
    if len(filled) > SIGNATURE_LINES or any(len(line) > SIGNATURE_WIDTH for line in filled[:4]):
        return False
    return any(PHONE.search(line[:200]) or CONTACT.search(line[:200]) for line in filled)


def before_print(lines: list[str]) -> list[str]:
    """Without the small print at the end, from its first paragraph on."""
    begins = [at for at, line in enumerate(lines) if line and (not at or not lines[at - 1])]
    for at in begins[-DISCLAIMER_PARTS:]:
        if at and is_small_print(lines, at):
            return lines[:at]
    return lines


def is_small_print(lines: list[str], at: int) -> bool:
    paragraph: list[str] = []
    for line in lines[at : at + 30]:
        if not line:
            break
        paragraph.append(line[:2000])
    text = " ".join(paragraph).strip(" *_-\"“'").lower()
    if text.startswith(DISCLAIMER_BEGINNINGS):
        return True
    return len(text) > DISCLAIMER_LENGTH and sum(sign in text for sign in DISCLAIMER_SIGNS) >= SIGNS
