"""Finding what was named on the command line, or saying what comes near."""

import sys
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from passo.cli.answers import Code, Stop
from passo.lib.words import _

if TYPE_CHECKING:
    from passo.businesses.models import Business, User

YES = {"y", "yes", "s", "si", "sì", "sí", "j", "ja"}


def the_business(slug: str) -> "Business":
    from passo.businesses.models import Business

    found = Business.objects.filter(slug=slug).first()
    if found is None:
        known = Business.objects.values_list("slug", flat=True)
        raise not_there(_("There is no business “{word}”.").format(word=slug), slug, known)
    return found


def business_of(slug: str) -> "Business":
    """The one that was named; without a name the only one there is."""
    from passo.businesses.models import Business

    if slug:
        return the_business(slug)
    known = list(Business.objects.order_by("slug")[:20])
    if len(known) == 1:
        return known[0]
    if not known:
        sentence = _("There is no business yet. Start with: passo business add NAME")
        raise Stop(sentence, Code.NOT_FOUND)
    names = ", ".join(one.slug for one in known)
    raise Stop(
        _("Which business? Add --business SLUG: {names}.").format(names=names), Code.WRONG_USAGE
    )


def the_user(mail: str) -> "User":
    from passo.businesses.models import User

    found = User.objects.filter(email__iexact=mail).first()
    if found is None:
        known = User.objects.values_list("email", flat=True)
        raise not_there(_("Nobody has the mail address “{word}”.").format(word=mail), mail, known)
    return found


def not_there(sentence: str, word: str, known: Iterable[str]) -> Stop:
    near = get_close_matches(word.lower(), list(known), n=3, cutoff=0.5)
    if near:
        sentence += " " + _("Near it: {names}.").format(names=", ".join(near))
    return Stop(sentence, Code.NOT_FOUND)


def confirm(question: str, *, yes: bool) -> None:
    """Ask a person; a script has to say `--yes`."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise Stop(_("This cannot be undone. Add --yes if you mean it."))
    sys.stderr.write(f"{question} {_('[y/N]')} ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in YES:
        raise Stop(_("Nothing was changed."))
