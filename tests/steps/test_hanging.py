"""What hangs on a person goes along: joined, taken back with an import, erased."""

from passo.businesses.models import Business, User
from passo.people import erasing, hanging, merging
from passo.people.bringing_in import undoing
from passo.steps import proposing
from passo.steps.models import Offer, Opportunity, Step
from passo.today.models import Shown
from tests.people_world import make_person
from tests.steps_world import make_offer, make_opportunity, make_step


def test_everything_that_names_a_person_is_found() -> None:
    named = {hook.key for hook in hanging.hung()}
    assert named >= {model._meta.label_lower for model in (Opportunity, Step, Offer, Shown)}


def test_it_moves_when_two_are_joined_and_back_when_taken_apart(
    bakery: Business, anna: User
) -> None:
    stays, gone = make_person(bakery, "Luca Ferri"), make_person(bakery, "L. Ferri")
    walk, step = make_opportunity(bakery, gone), make_step(bakery, gone)
    merge = merging.merge(stays, gone, by=anna)
    for row in (walk, step):
        row.refresh_from_db()
        assert row.person == stays
    merge.remove(by=anna)
    for row in (walk, step):
        row.refresh_from_db()
        assert row.person == gone


def test_only_what_somebody_did_keeps_a_person_from_going(bakery: Business, anna: User) -> None:
    walked, proposed = make_person(bakery, "Luca Ferri"), make_person(bakery, "Paola Rinaldi")
    ids = [walked.pk, proposed.pk]
    bakery.changes.all().delete()
    Opportunity.objects.create(business=bakery, person=proposed, state="proposed")
    make_opportunity(bakery, walked, by=anna)
    assert set(undoing.worked_on(bakery, ids)) == {walked.pk}


def test_the_erased_leave_no_trace_in_the_history_of_steps(bakery: Business, anna: User) -> None:
    person = make_person(bakery, "Ottavia Quarantotti")
    make_opportunity(bakery, person, purpose="Ottavia's kiln", by=anna)
    make_offer(bakery, person, promise="A kiln for Ottavia", by=anna).remove(by=anna)
    make_step(bakery, person, words="Call Ottavia", by=anna)
    erasing.erase(person, by=anna)
    told = str(list(bakery.changes.values_list("thing_name", "before", "after")))
    assert "Ottavia" not in told
    assert not bakery.opportunities.exists()
    assert not bakery.steps.exists()


def test_proposing_nothing_of_nobody_is_fine(bakery: Business) -> None:
    assert proposing.look_again(bakery) == 0
