"""Who works with us: no relationship to be led up a ladder, and no client who waits."""

from passo.businesses.models import Business
from passo.people.addresses import domain_of
from passo.people.free_mail import FREE_MAIL


def own_domains(business: Business) -> list[str]:
    """Those of our addresses, except where anybody may have one. One question."""
    anybodys = business.free_mail_domains.order_by().values_list("domain", flat=True)
    ours = business.own_addresses.order_by().values_list("address", flat=True)
    known = set(ours.union(anybodys))
    free = FREE_MAIL | {one for one in known if "@" not in one}
    return sorted({domain_of(one) for one in known if "@" in one} - free)
