"""Who somebody is by now."""

from passo.people.models import Person


def whoever_is(person: Person) -> Person:
    """Joined into somebody, who may have been joined again."""
    while person.merged_into is not None:
        person = person.merged_into
    return person
