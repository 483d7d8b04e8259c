"""People taken along: asked for on a page, written in the background, fetched within a week."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passo.businesses import files
from passo.businesses.models import Business, Progress, User
from passo.lib.dates import format_number
from passo.lib.queue import later
from passo.lib.refusal import Refusal
from passo.people.yours.files import ALL, FILES
from passo.people.yours.plain import People, whole_book

KIND = "people_"  # and the format
EVERY = 2_000  # pieces between two words on how far it has come
NUMBER = re.compile(r"[0-9]{1,18}")
MOST_CHOSEN = 15_000  # twice as many is what a database takes in one question
SHOWN = 3


def exports(business: Business) -> QuerySet[Progress]:
    return business.progresses.filter(kind__startswith=KIND)


def exports_of(business: Business) -> list[Progress]:
    return list(exports(business)[:SHOWN])


def begin(business: Business, user: User, *, form: str, ids: Sequence[int] = ()) -> Progress:
    if form not in {*FILES, ALL}:
        raise Refusal(_("Please choose one of the formats."))
    title = _("Everything about people") if form == ALL else str(FILES[form].name)
    with transaction.atomic():
        made = business.progresses.create(kind=KIND + form, title=title)
        chosen = ",".join(str(one) for one in few_enough(business, ids))
        later("people.take_along", business.pk, made.pk, user.pk, chosen)
        return made


def few_enough(business: Business, ids: Sequence[int]) -> Sequence[int]:
    """Whoever chooses everybody chooses nobody in particular; nobody is left behind unsaid."""
    if len(ids) <= MOST_CHOSEN:
        return ids
    if len(set(ids)) == business.people.listed().count():
        return []
    most = {"n": format_number(MOST_CHOSEN)}
    raise Refusal(_("Choose at most %(n)s people, or take everybody along.") % most)


def ids_in(text: str) -> list[int]:
    """As an address or a job has them: 3,14,15."""
    words = (one.strip() for one in text.split(",")[:MOST_CHOSEN])
    return [int(one) for one in words if NUMBER.fullmatch(one)]


def carry_out(business: Business, progress_id: int, user_id: int, chosen: str) -> None:
    """Done twice after a lost worker, it writes a second file and forgets the first."""
    progress = business.progresses.filter(pk=progress_id).first()
    member = business.memberships.select_related("user").filter(user_id=user_id).first()
    if progress is None or progress.is_over or member is None:
        return
    with translation.override(member.user.language or business.language):
        try:
            write(business, progress, chosen_by(business, ids_in(chosen)))
        except OSError:
            progress.fail(_("The file could not be written. Is the disk full?"))
            raise


def chosen_by(business: Business, ids: Sequence[int]) -> People | None:
    """Nobody chosen: all of them."""
    return business.people.filter(merged_into=None, pk__in=ids) if ids else None


def write(business: Business, progress: Progress, chosen: People | None) -> None:
    form = form_of(progress)
    people = (whole_book(business) if chosen is None else chosen).count()
    progress.advance(0, total=None if form == ALL else how_many(business, form, people, chosen))
    path = files.new_file(business.pk, ending_of(form))
    try:
        write_into(path, form, told(progress), business, chosen)
    except BaseException:  # half a file is none
        path.unlink(missing_ok=True)
        raise
    ready = ngettext("Ready: %(n)d person.", "Ready: %(n)d people.", people) % {"n": people}
    progress.finish(ready, file=path.name)


def how_many(business: Business, form: str, people: int, chosen: People | None) -> int | None:
    """Records that the file will have, as far as that is known beforehand."""
    if form == "json" and chosen is None:
        return people + business.touches.count()
    return people if form in {"vcard", "csv"} else None


def ending_of(form: str) -> str:
    return "zip" if form == ALL else FILES[form].name.rpartition(".")[2]


def write_into(
    path: Path,
    form: str,
    counted: Callable[[Iterator[str]], Iterator[str]],
    business: Business,
    chosen: People | None,
) -> None:
    if form != ALL:
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(counted(FILES[form].write(business, chosen)))
        return
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in FILES.values():
            with archive.open(one.name, "w", force_zip64=True) as member:
                text = TextIOWrapper(member, encoding="utf-8", newline="")
                text.writelines(counted(one.write(business, chosen)))
                text.flush()


def told(progress: Progress) -> Callable[[Iterator[str]], Iterator[str]]:
    """Every now and then how far it has come."""

    def counted(pieces: Iterator[str]) -> Iterator[str]:
        for number, piece in enumerate(pieces, start=1):
            if number % EVERY == 0:
                progress.advance(number)
            yield piece

    return counted


def write_beside(path: Path, business: Business, form: str) -> int:
    """Under another name until it is whole, so that no half file is taken for one."""
    half = path.with_name(f"{path.name}.part")
    try:
        write_into(half, form, iter, business, None)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    half.replace(path)
    return whole_book(business).count()


def file_of(progress: Progress) -> Path | None:
    path = files.folder_of(progress.business_id) / progress.file
    return path if progress.file and path.is_file() else None


def name_of(progress: Progress) -> str:
    """What the file is called where it is saved."""
    return named(progress.business, form_of(progress))


def form_of(progress: Progress) -> str:
    return progress.kind.removeprefix(KIND)


def named(business: Business, form: str) -> str:
    return f"{business.slug}-{FILES[form].name if form in FILES else 'people.zip'}"
