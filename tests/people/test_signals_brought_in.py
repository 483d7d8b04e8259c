"""What mails say is read once, when they are brought in: kept is one sentence, never the mail."""

from datetime import date

import pytest

from passo.businesses.models import Business, User
from passo.people import erasing, merging
from passo.people.bringing_in import report, undoing
from passo.people.models import Import, OwnAddress, Signal
from tests.people.bringing import bring, mail

pytestmark = pytest.mark.django_db

US = "us@bakery.example"
PAOLA = "Paola Rinaldi <paola@rinaldi.example>"
LUCA = "Luca Ferri <luca@ferri.example>"
PROMISE = "I'll send you the quote by Friday."
AWAY = "I am out of the office until 20 November. I will answer when I am back."
AUTO = "Auto-Submitted: auto-replied\nIn-Reply-To: <1@post.example>\n"
REPORT = 'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\n'
NOT_FOUND = (
    "--x\nContent-Type: text/plain\n\n"
    "Your message could not be delivered: <paola@rinaldi.example>: user unknown\n\n--x--"
)


@pytest.fixture
def bakery(bakery: Business) -> Business:
    OwnAddress.objects.create(business=bakery, address=US)
    return bakery


def said(business: Business) -> list[tuple[str, bool, str]]:
    rows = business.signals.order_by("pk").values_list("kind", "is_ours", "quote")
    return sorted(rows)


def undo(brought_by: Import, by: User) -> None:
    undoing.begin(brought_by, by=by)
    undoing.carry_out(brought_by.business, brought_by.pk, by.pk)


def test_a_question_and_a_promise_are_kept_and_the_mail_is_not(bakery: Business) -> None:
    asked = mail(1, PAOLA, US, text="Dear Anna,\n\nCould you come on Tuesday? It is dark here.")
    bring(bakery, asked + mail(2, US, PAOLA, text=PROMISE), "post.mbox")
    assert said(bakery) == [
        ("promise", True, PROMISE),
        ("question", False, "Could you come on Tuesday?"),
    ]
    promise = bakery.signals.get(kind="promise")
    assert (promise.on, promise.deed, promise.certainty) == (date(2026, 11, 6), "send", 0.9)
    assert promise.at == promise.touch.at
    assert set(bakery.touches.values_list("text", flat=True)) == {""}


def test_a_quote_shows_all_that_it_says(bakery: Business) -> None:
    """Signs that nobody sees turn no line around, here or in a mail of ours."""
    hidden = "Could you\u202e come\x1b[2J on\u200b Tuesday?"
    bring(bakery, mail(1, PAOLA, US, text=hidden), "post.mbox")
    assert said(bakery) == [("question", False, "Could you come [2J on Tuesday?")]


def test_the_day_is_that_of_the_business(bakery: Business) -> None:
    """Late on Sunday in New York it is Monday at the bakery."""
    late = mail(1, PAOLA, US, day="Sun, 01 Nov 2026 20:00:00 -0500", text="I'll call you today.")
    bring(bakery, late, "post.mbox")
    assert bakery.signals.get().on == date(2026, 11, 2)


def test_the_same_mailbox_again_adds_nothing(bakery: Business) -> None:
    mails = mail(1, PAOLA, US) + mail(2, US, PAOLA, text=PROMISE)
    first = bring(bakery, mails, "post.mbox")
    before = list(bakery.signals.values_list("pk", flat=True))
    again = bring(bakery, mails + mail(3, PAOLA, US, text="Fine by me."), "post.mbox")
    assert list(bakery.signals.values_list("pk", flat=True)) == before
    assert (first.counts["questions"], first.counts["promises"]) == (1, 1)
    assert (again.counts["questions"], again.counts["promises"]) == (0, 0)


def test_mails_from_before_get_their_signals_when_they_come_again(bakery: Business) -> None:
    bring(bakery, mail(1, PAOLA, US), "post.mbox")
    Signal.objects.all().delete()
    again = bring(bakery, mail(1, PAOLA, US), "post.mbox")
    assert said(bakery) == [("question", False, "Could you come on Tuesday?")]
    assert (again.counts["touches_new"], again.counts["questions"]) == (0, 1)


def test_in_a_large_round_nobody_speaks_to_somebody(bakery: Business) -> None:
    others = [f"p{number}@rinaldi.example" for number in range(8)]
    few, many = ", ".join(others[:6]), ", ".join(others)
    bring(bakery, mail(1, PAOLA, f"{US}, {few}") + mail(2, LUCA, f"{US}, {many}"), "post.mbox")
    assert [one.touch.outer_id for one in bakery.signals.all()] == ["1@post.example"]


def test_the_report_says_how_many_were_found(bakery: Business) -> None:
    done = bring(bakery, mail(1, PAOLA, US) + mail(2, US, PAOLA, text=PROMISE), "post.mbox")
    lines = {line.label: line.count for line in report.lines_of(done)}
    assert lines["Questions and promises in the mails"] == 2


def test_a_third_who_brought_us_together_is_remembered(bakery: Business) -> None:
    words = "I would like to introduce you to each other: Luca, meet Anna."
    bring(bakery, mail(1, PAOLA, f"{US}, {LUCA}", text=words), "post.mbox")
    assert [(one.kind, one.is_ours) for one in bakery.signals.all()] == [
        ("introduction_made", False)
    ]


def test_newsletters_say_nothing(bakery: Business) -> None:
    news = mail(1, PAOLA, US, heads="List-Unsubscribe: <mailto:x@y.example>\nPrecedence: bulk\n")
    bring(bakery, news, "post.mbox")
    assert said(bakery) == []


@pytest.mark.parametrize("order", [1, -1], ids=["after", "before"])
def test_whoever_is_away_is_known_from_the_answer_of_their_machine(
    bakery: Business, order: int
) -> None:
    """Wherever in the file it stands. It is no touch, for nobody wrote."""
    mails = [mail(1, US, f"{PAOLA}, {LUCA}"), mail(2, PAOLA, US, heads=AUTO, text=AWAY)]
    bring(bakery, "".join(mails[::order]), "post.mbox")
    away = bakery.signals.get(kind="out_of_office")
    assert (away.address, away.on) == ("paola@rinaldi.example", date(2026, 11, 20))
    assert (away.touch.direction, away.is_ours) == ("out", False)
    assert bakery.touches.count() == 1


def test_whoever_left_the_firm_is_known_from_their_machine(bakery: Business) -> None:
    """Not every machine says which mail it answers: then it was the last one before."""
    gone = mail(
        2,
        PAOLA,
        US,
        day="Wed, 04 Nov 2026 09:00:00 +0100",
        heads="Auto-Submitted: auto-replied\n",
        text="I no longer work here. Please write to info@rinaldi.example.",
    )
    bring(bakery, mail(1, US, PAOLA) + gone, "post.mbox")
    assert bakery.signals.get(kind="no_longer_here").address == "paola@rinaldi.example"


def test_a_mail_that_did_not_arrive_is_known_from_its_report(bakery: Business) -> None:
    report_of_it = mail(
        2, "MAILER-DAEMON@post.example", US, heads=REPORT, subject="Undelivered", text=NOT_FOUND
    )
    bring(bakery, report_of_it + mail(1, US, f"{PAOLA}, {LUCA}"), "post.mbox")
    bounce = bakery.signals.get(kind="bounce")
    assert (bounce.address, bounce.touch.outer_id) == ("paola@rinaldi.example", "1@post.example")
    assert bakery.people.count() == 2


@pytest.mark.parametrize(
    ("subject", "day"),
    [
        ("Delayed: Undelivered", "Mon, 02 Nov 2026 09:00:00 +0100"),
        ("Undelivered", "Wed, 02 Dec 2026 09:00:00 +0100"),
    ],
    ids=["not yet", "of another mail"],
)
def test_what_may_still_arrive_or_answers_nothing_we_know_of_says_nothing(
    bakery: Business, subject: str, day: str
) -> None:
    late = mail(2, "MAILER-DAEMON@post.example", US, heads=REPORT, subject=subject, day=day,
                text=NOT_FOUND)  # fmt: skip
    bring(bakery, mail(1, US, PAOLA) + late, "post.mbox")
    assert not bakery.signals.filter(kind="bounce").exists()


def test_an_import_taken_back_takes_what_its_mails_say(bakery: Business, anna: User) -> None:
    done = bring(bakery, mail(1, PAOLA, US), "post.mbox")
    bring(bakery, mail(2, LUCA, US, text="When do you come?"), "other.mbox")
    undo(done, anna)
    assert said(bakery) == [("question", False, "When do you come?")]


def test_whoever_is_erased_takes_along_what_they_said(bakery: Business, anna: User) -> None:
    """Also out of mails that stay, because others were in them."""
    mails = (
        mail(1, PAOLA, f"{US}, {LUCA}"),
        mail(2, US, f"{PAOLA}, {LUCA}", text="Luca, I'll send Paola Rinaldi the quote by Friday."),
        mail(3, US, f"{PAOLA}, {LUCA}", text="Luca, could you come on Monday?"),
        mail(4, PAOLA, US, heads=AUTO.replace("1@", "3@"), text=AWAY),
    )
    bring(bakery, "".join(mails), "post.mbox")
    assert bakery.signals.count() == 4
    erasing.erase(bakery.people.get(name="Paola Rinaldi"), by=anna)
    assert bakery.touches.count() == 3
    assert said(bakery) == [("question", True, "Luca, could you come on Monday?")]
    bring(bakery, "".join(mails), "post.mbox")
    assert not bakery.signals.exclude(is_ours=True).exists()


def test_joined_and_taken_apart_again_nothing_is_lost(bakery: Business, anna: User) -> None:
    bring(bakery, mail(1, PAOLA, US) + mail(2, LUCA, US), "post.mbox")
    before = said(bakery)
    paola, luca = bakery.people.order_by("-name")
    made = merging.merge(paola, luca, by=anna)
    assert bakery.signals.filter(touch__participations__person=paola).count() == 2
    made.remove(by=anna)
    assert bakery.signals.filter(touch__participations__person=luca).count() == 1
    assert said(bakery) == before


def test_a_record_taken_out_goes_with_what_it_said(bakery: Business, anna: User) -> None:
    bring(bakery, mail(1, PAOLA, US), "post.mbox")
    bring(bakery, mail(2, "Paola Rinaldi <pr@casa.example>", US), "post.mbox")
    paola, other = bakery.people.order_by("pk")
    merging.merge(paola, other, by=anna)
    merging.take_out(
        paola.sources.get(key__isnull=False, card__mails__0__0="pr@casa.example"), by=anna
    )
    assert bakery.signals.filter(touch__participations__person=paola).count() == 1
    assert bakery.signals.count() == 2


@pytest.mark.parametrize(
    ("to", "copy", "kinds"),
    [(LUCA, US, []), (f"{LUCA}, {US}", "", ["question"]), (US, LUCA, ["question"])],
    ids=["to another", "to both", "to us"],
)
def test_who_gets_a_copy_was_not_asked(
    bakery: Business, to: str, copy: str, kinds: list[str]
) -> None:
    bring(bakery, mail(1, PAOLA, to, heads=f"Cc: {copy}\n" if copy else ""), "post.mbox")
    assert [kind for kind, _ours, _quote in said(bakery)] == kinds


def test_what_we_promise_with_a_copy_to_ourselves_is_ours(bakery: Business) -> None:
    bring(bakery, mail(1, US, PAOLA, heads=f"Cc: {US}\n", text=PROMISE), "post.mbox")
    assert [kind for kind, _ours, _quote in said(bakery)] == ["promise"]


@pytest.mark.parametrize(
    ("heads", "kinds"),
    [("", ["promise"]), ("In-Reply-To: <9@post.example>\n", ["promise", "question"])],
    ids=["by itself", "an answer"],
)
def test_whoever_begins_with_an_essay_asks_their_readers(
    bakery: Business, heads: str, kinds: list[str]
) -> None:
    long = f"{'The lights of our town are old. ' * 150}Why do we keep them? {PROMISE}"
    bring(bakery, mail(1, PAOLA, US, heads=heads, text=long), "post.mbox")
    assert [kind for kind, _ours, _quote in said(bakery)] == kinds
