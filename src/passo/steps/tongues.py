"""In which language one writes to somebody: as the last offer to them, else as their words say."""

from passo.businesses.models import Business
from passo.people import tongues
from passo.people.models import Person
from passo.people.tongues import LANGUAGES


def language_for(person: Person, business: Business) -> str:
    """That of the last offer to them; of what they write; of a country abroad; of the business."""
    return of_the_last_offer(person) or tongues.language_for(person, business)


def of_the_last_offer(person: Person) -> str:
    """Somebody chose it."""
    offers = person.offers.exclude(sent_at=None).order_by("-sent_at", "-pk")
    said = offers.values_list("language", flat=True).first() or ""
    return said if said in LANGUAGES else ""
