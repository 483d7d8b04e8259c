"""The people of the sample business: known through files, close and far, some of them twice."""

from datetime import timedelta

import pytest

from passo.businesses.models import Business
from passo.people.bringing_in import report, undoing
from passo.people.models.person import Warmth
from tests.sample import CLOCK

pytestmark = pytest.mark.django_db


def test_it_knows_some_eighty_people_and_their_firms(sample: Business) -> None:
    assert 70 <= sample.people.listed().count() <= 85
    assert 28 <= sample.organisations.count() <= 36
    first = sample.people.get(name="Paola Rinaldi")
    assert first.organisation is not None
    assert first.organisation.name == "Studio Rinaldi"
    assert {point.kind for point in first.contact_points.all()} == {"mail", "phone"}


def test_paola_is_the_closest_and_others_are_cooling_or_cold(sample: Business) -> None:
    closest = sample.people.order_by("-strength")[0]
    assert (closest.name, closest.warmth) == ("Paola Rinaldi", Warmth.WARM)
    for warmth in Warmth:
        assert sample.people.filter(warmth=warmth).count() >= 3
    assert not sample.people.get(name="Ivano Masi").touch_count


def test_members_and_their_own_addresses_are_nobody_they_know(sample: Business) -> None:
    names = set(sample.people.values_list("name", flat=True))
    assert not names & {"Chiara Bianchi", "Roberto Bianchi", "Marta Ferri"}
    assert sample.own_addresses.count() == 3


def test_what_machines_wrote_is_left_out_with_a_reason(sample: Business) -> None:
    left_out = sample.left_out.all()
    assert len(left_out) == 5
    assert all(report.said(one.because, {}) for one in left_out)


def test_who_wrote_and_met_together_know_each_other(sample: Business) -> None:
    paola, nicola = (sample.people.get(name=name) for name in ("Paola Rinaldi", "Nicola Baldi"))
    tie = sample.ties.get(one=min(paola.pk, nicola.pk), other=max(paola.pk, nicola.pk))
    assert tie.evidence >= 5
    assert sample.ties.filter(kind="organisation").exists()


def test_some_may_be_the_same_person_and_each_pair_says_why(sample: Business) -> None:
    pairs = list(sample.pairs.filter(state="waiting").select_related("one", "other"))
    names = {frozenset((pair.one.name, pair.other.name)) for pair in pairs}
    assert frozenset(("Paola Rinaldi", "Paola R. amministratrice")) in names
    assert all(pair.because for pair in pairs)


def test_four_files_are_among_the_earlier_imports_with_counts_and_problems(
    sample: Business,
) -> None:
    earlier = report.earlier(sample, 10)
    assert [one.brought_by.name for one in earlier] == [
        "lavori-2026.ics",
        "posta-bianchi.mbox",
        "telefono-roberto.vcf",
        "telefono-chiara.vcf",
    ]
    assert [one.who for one in earlier[2:]] == ["Roberto Bianchi", "Chiara Bianchi"]
    assert all(one.short for one in earlier)
    problems = list(report.problems_of(sample.imports.get(name="telefono-chiara.vcf")))
    assert len(problems) == 3
    assert "“34”" in problems[0]["sentence"]


def test_roberto_has_some_of_them_in_his_phone_too(sample: Business) -> None:
    mario = sample.people.get(name="Mario Fontana")
    files = {source.brought_by.name for source in mario.sources.select_related("brought_by")}
    assert files >= {"telefono-chiara.vcf", "telefono-roberto.vcf"}


def test_one_of_its_imports_can_be_taken_back(sample: Business) -> None:
    brought_by = sample.imports.get(name="posta-bianchi.mbox")
    before = sample.people.listed().count()
    brought_by.state = "undoing"
    brought_by.save()
    undoing.carry_out(sample, brought_by.pk, None)
    assert not sample.touches.filter(kind="mail").exists()
    assert 40 < sample.people.listed().count() < before


def test_steps_are_noted_around_the_day_of_the_clock(sample: Business) -> None:
    today = CLOCK.date()
    noted = sample.touches.filter(step_on__lte=today + timedelta(days=7)).exclude(step="")
    assert [one.step_on < today for one in noted.order_by("step_on")[:3]] == [True, False, False]
    assert all(one.participations.filter(person__is_listed=True).exists() for one in noted)


def test_nothing_in_it_happens_after_its_clock(sample: Business) -> None:
    assert not sample.touches.filter(at__gt=CLOCK).exists()
    assert not sample.people.filter(added_at__gt=CLOCK).exists()
    assert not sample.organisations.filter(added_at__gt=CLOCK).exists()
    assert not sample.left_out.filter(made_at__gt=CLOCK).exists()


def test_no_mail_is_written_on_a_sunday(sample: Business) -> None:
    mails = sample.touches.filter(kind="mail")
    assert {mail.at.weekday() for mail in mails} <= {0, 1, 2, 3, 4}
