"""`passo user …`: accounts."""

import sys
from getpass import getpass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from passo.cli.answers import Answer, Stop, table
from passo.cli.commands import command, group
from passo.cli.finding import the_user
from passo.cli.links import new_user, password_link
from passo.lib.words import _

if TYPE_CHECKING:
    from passo.businesses.models import User

Mail = Annotated[str, typer.Argument(metavar="MAIL", help=_("The mail address they sign in with."))]
FromStdin = Annotated[
    bool, typer.Option("--password-stdin", help=_("Read the password from standard input."))
]

users = group(_("Accounts: add, list, let somebody in again."))


def attach(app: typer.Typer) -> None:
    app.add_typer(users, name="user")


@command(users, "add", _("Make an account. Without a password it answers with a link to set one."))
def add(
    mail: Mail,
    name: Annotated[str, typer.Option(help=_("Their name."))] = "",
    language: Annotated[str, typer.Option(help=_("en, it, de or es."))] = "",
    *,
    operator: Annotated[bool, typer.Option("--operator", help=_("Runs this Passo."))] = False,
    password_stdin: FromStdin = False,
) -> Answer:
    from django.db import transaction

    with transaction.atomic():
        user = new_user(mail, name=name, language=language, is_operator=operator)
        if password_stdin:
            set_password(user, typed_password(from_stdin=True))
    link = None if password_stdin else password_link(user)
    sentence = _("{name} has an account now: {mail}.").format(name=user.name, mail=user.email)
    return Answer({**described(user), "password_link": link}, (sentence, *invite_in(link)))


def invite_in(link: str | None) -> tuple[str, ...]:
    return (_("They choose a password here, within three days:"), link) if link else ()


@command(users, "list", _("Who has an account."))
def list_users() -> Answer:
    from passo.businesses.models import User

    every = User.objects.prefetch_related("memberships__business").order_by("email")
    found = [described(user) for user in every]
    heads = (_("Mail"), _("Name"), _("Businesses"), _("Runs this Passo"), _("Last here"))
    rows = [
        (
            one["mail"],
            one["name"],
            ", ".join(one["businesses"]),
            _("yes") if one["is_operator"] else "",
            one["last_login"],
        )
        for one in found
    ]
    return Answer({"users": found}, (table(heads, rows),) if found else (_("Nobody yet."),))


@command(users, "password", _("Give somebody a new password."))
def password(mail: Mail, *, password_stdin: FromStdin = False) -> Answer:
    user = the_user(mail)
    set_password(user, typed_password(from_stdin=password_stdin))
    return Answer(described(user), (_("{mail} has a new password.").format(mail=user.email),))


@command(users, "reset-link", _("Make a link with which somebody chooses a new password."))
def reset_link(mail: Mail) -> Answer:
    user = the_user(mail)
    if not user.is_active:
        raise Stop(_("This account is closed, or only a figure in the sample business."))
    link = password_link(user)
    return Answer({"mail": user.email, "password_link": link}, invite_in(link))


@command(users, "operator", _("Let somebody see the health of this Passo, or no longer."))
def operator(
    mail: Mail,
    *,
    off: Annotated[bool, typer.Option("--off", help=_("No longer."))] = False,
) -> Answer:
    user = the_user(mail)
    user.is_operator = not off
    user.save(update_fields=["is_operator"])
    said = _("{mail} does not run this Passo any more.") if off else _("{mail} runs this Passo.")
    return Answer(described(user), (said.format(mail=user.email),))


@command(users, "unlock", _("Take away lost second factors: the password alone opens again."))
def unlock(mail: Mail) -> Answer:
    """For the phone that fell off the roof, recovery codes and all."""
    from allauth.mfa.models import Authenticator

    user = the_user(mail)
    taken, _each = Authenticator.objects.filter(user=user).delete()
    said = _("{mail} signs in with the password alone. Second factors taken away: {n}.")
    return Answer(
        {**described(user), "taken_away": taken}, (said.format(mail=user.email, n=taken),)
    )


def described(user: "User") -> dict[str, Any]:
    return {
        "id": user.pk,
        "mail": user.email,
        "name": user.name,
        "language": user.language,
        "is_operator": user.is_operator,
        "is_active": user.is_active,
        "has_password": user.has_usable_password(),
        "businesses": [one.business.slug for one in user.memberships.all()],
        "last_login": user.last_login,
    }


def typed_password(*, from_stdin: bool) -> str:
    """Never as an argument: those are seen by everybody on the machine, and kept by the shell."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise Stop(_("Add --password-stdin to pass the password on standard input."))
    first = getpass(_("New password: "), stream=sys.stderr)
    if getpass(_("Once more: "), stream=sys.stderr) != first:
        raise Stop(_("The two are not the same. Nothing was changed."))
    return first


def set_password(user: "User", plain: str) -> None:
    from django.contrib.auth.password_validation import validate_password

    validate_password(plain, user)
    user.set_password(plain)
    user.save(update_fields=["password"])
