"""The sample business: who is in it, and what two years did to its name, sentence and team.

The same clock tells the same life. Its figures cannot sign in, and its links open nothing.
"""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from passo.businesses import history
from passo.businesses.models import Business, Change, Invitation, Membership, User
from passo.businesses.models.invitation import LIFE as INVITATION_LIFE

TIME_ZONE = "Europe/Rome"
NAMES = {
    "roberto": "Roberto Bianchi",
    "chiara": "Chiara Bianchi",
    "marta": "Marta Ferri",
    "luca": "Luca Marini",
}
# Starts like that of no account: nothing typed ever fits it, and the same clock gives the same row.
NO_PASSWORD = "!sample"  # noqa: S105 -- it opens nothing

Deed = Callable[[Business, datetime], object]


def found(clock: datetime, *, slug: str, language: str, guest: User | None) -> Business:
    """Roberto founds it two years ago; two days later his daughter is in. A guest plays her."""
    roberto = make_figure("roberto", slug, moment(clock, 730, "09:10"))
    with history.at(moment(clock, 730, "09:10")):
        business = Business.found(
            _("Bianchi Electrics"),
            owner=roberto,
            slug=slug,
            language=language,
            time_zone=TIME_ZONE,
            is_sample=True,
            made_at=moment(clock, 730, "09:10"),
        )
    business.memberships.update(since=business.made_at)
    chiara = guest or make_figure("chiara", slug, moment(clock, 728, "07:50"))
    told = [
        (730, "09:25", first_sentence),
        (729, "18:30", inviting("Chiara", "staff", by="roberto")),
        (728, "07:50", lambda business, then: join(business, then, "Chiara", chiara)),
    ]
    tell(business, clock, told)
    return business


def life(_clock: datetime) -> list[tuple[int, str, Deed]]:
    """What happened since, day by day."""
    return LIFE


def tell(business: Business, clock: datetime, life: list[tuple[int, str, Deed]]) -> None:
    for days, hour, deed in life:
        then = moment(clock, days, hour)
        with history.at(then):
            deed(business, then)
        business.refresh_from_db()


def moment(clock: datetime, days: int, hour: str) -> datetime:
    """So many days before the clock, at an hour of Bologna."""
    zone = ZoneInfo(TIME_ZONE)
    day = clock.astimezone(zone).date() - timedelta(days=days)
    return datetime.combine(day, time.fromisoformat(hour), zone)


# --- Its people -------------------------------------------------------------------------------


def mail_domain(slug: str) -> str:
    """`.invalid` never leads anywhere, by standard."""
    return f"@{slug}.invalid"


def make_figure(who: str, slug: str, then: datetime) -> User:
    return User.objects.create(
        email=who + mail_domain(slug),
        name=NAMES[who],
        password=NO_PASSWORD,
        is_active=False,
        joined_at=then,
    )


def figure(business: Business, who: str) -> User:
    """Who plays this part here: for areas that tell more of this life."""
    known = User.objects.filter(email=who + mail_domain(business.slug)).first()
    return known or User.objects.get(memberships__business=business, is_guest=True)


def figures(business: Business) -> "list[User]":
    return list(User.objects.filter(email__endswith=mail_domain(business.slug), is_active=False))


def act(deed: Callable[..., object], *who: str, **values: str) -> Deed:
    """Something that happens without caring when."""
    return lambda business, _then: deed(business, *who, **values)


def inviting(name: str, role: str, *, by: str) -> Deed:
    return lambda business, then: invite(business, then, name, role, by=by)


# --- What they did ------------------------------------------------------------------------------


def settle(business: Business, who: str, **values: str) -> Change | None:
    return business.settle(by=figure(business, who), **values)


def first_sentence(business: Business, then: datetime) -> None:
    settle(business, "roberto", sentence=_("Electricians in Bologna since 1987."))


def second_sentence(business: Business, then: datetime) -> None:
    settle(business, "roberto", sentence=_("We do electrical work in old apartment houses."))


def third_sentence(business: Business, then: datetime) -> None:
    said = _("My father and I do electrical work in Bologna’s old apartment houses.")
    settle(business, "chiara", sentence=said)


def fourth_sentence(business: Business, then: datetime) -> None:
    said = _(
        "My father and I do electrical work in Bologna’s old apartment houses, and lately chargers."
    )
    settle(business, "chiara", sentence=said)


def new_name(business: Business, then: datetime) -> None:
    settle(business, "chiara", name=_("Bianchi & Daughter Electrics"))


def invite(business: Business, then: datetime, name: str, role: str, *, by: str) -> Invitation:
    """No secret fits this fingerprint, so nobody can come in through a sample's invitation."""
    return Invitation.add(
        by=figure(business, by),
        business=business,
        name=name,
        role=role,
        made_by=figure(business, by),
        made_at=then,
        expires_at=then + INVITATION_LIFE,
        token_hash=f"{business.slug}: {name}"[:64],
    )


def join(business: Business, then: datetime, name: str, user: User) -> Membership:
    invitation = business.invitations.get(name=name)
    invitation.change(by=user, what="accept", state="accepted")
    membership: Membership = business.take_in(user, role=invitation.role, by=user)
    membership.since = then
    membership.save(update_fields=["since"])
    return membership


def marta_joins(business: Business, then: datetime) -> None:
    join(business, then, "Marta", make_figure("marta", business.slug, then))


def luca_joins(business: Business, then: datetime) -> None:
    join(business, then, "Luca", make_figure("luca", business.slug, then))


def luca_leaves(business: Business, then: datetime) -> None:
    membership_of(business, "luca").leave(by=figure(business, "luca"))


def promote(business: Business, who: str, role: str, *, by: str) -> Change | None:
    return membership_of(business, who).promote(role, by=figure(business, by))


def membership_of(business: Business, who: str) -> Membership:
    found: Membership = business.memberships.get(user=figure(business, who))
    return found


def withdraw_from_davide(business: Business, then: datetime) -> None:
    business.invitations.get(name="Davide").withdraw(by=figure(business, "chiara"))


def take_back(business: Business, who: str) -> None:
    """A slip, noticed a few minutes later."""
    last = business.changes.first()
    if last:
        last.undo(by=figure(business, who))


# Days ago, the hour in Bologna, what happened.
LIFE: list[tuple[int, str, Deed]] = [
    (700, "12:05", inviting("Marta", "viewer", by="roberto")),
    (698, "15:40", marta_joins),
    (640, "19:12", act(settle, "roberto", currency="CHF")),
    (640, "19:16", act(take_back, "roberto")),
    (540, "21:03", second_sentence),
    (480, "08:15", act(promote, "chiara", "owner", by="roberto")),
    (479, "08:02", new_name),
    (430, "17:45", inviting("Luca", "staff", by="chiara")),
    (428, "07:30", luca_joins),
    (410, "20:20", act(promote, "roberto", "staff", by="chiara")),
    (300, "06:55", third_sentence),
    (200, "18:10", inviting("Davide", "staff", by="chiara")),
    (193, "18:40", withdraw_from_davide),
    (180, "17:00", luca_leaves),
    (120, "09:20", act(promote, "marta", "staff", by="chiara")),
    (120, "09:24", act(take_back, "chiara")),
    (45, "06:48", fourth_sentence),
    (3, "18:25", inviting("Giulia", "staff", by="chiara")),
]
