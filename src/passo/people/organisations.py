"""Firms by what their people's cards and addresses say."""

from collections import Counter
from collections.abc import Iterable

from passo.businesses.models import Business
from passo.lib.db.bulk import insert, next_ids
from passo.people import finding
from passo.people.models import Import, Organisation
from passo.people.models.person import sort_key_of
from passo.people.organisation_names import firm_domain, name_of_domain, organisation_key
from passo.people.telling import Told

COLUMNS = ("id", "business_id", "brought_by_id", "name", "key", "domain", "sort_key")
Jobs = list[tuple[Organisation, str]]  # where somebody is, and what they do there


class Organisations:
    """Those that a batch of people asks for; made where there are none."""

    def __init__(self, business: Business, free_mail: frozenset[str], by: Import | None) -> None:
        self.business = business
        self.free_mail = free_mail
        self.brought_by = by
        self.new = 0
        self.by_key: dict[str, Organisation] = {}
        self.by_domain: dict[str, Organisation] = {}

    def prepare(self, told: Iterable[Told]) -> None:
        """First the firms that cards name, with the domains of their people; then bare domains."""
        names: dict[str, str] = {}
        domains: dict[str, Counter[str]] = {}
        bare: set[str] = set()
        for one in told:
            own = set(self.domains_of(one))
            for key, (name, _job) in one.jobs.items():
                names.setdefault(key, name)
                domains.setdefault(key, Counter()).update(own)
            bare |= set() if one.jobs else own
        self.meet(names, domains)
        self.meet_domains(bare)

    def domains_of(self, told: Told) -> list[str]:
        mails = [value for kind, value in told.details if kind == "mail"]
        return [domain for mail in mails if (domain := firm_domain(mail, self.free_mail))]

    def of(self, told: Told) -> Jobs:
        """The organisations of a person and what they do there; by domain where no card says."""
        if told.jobs:
            found = [(self.by_key.get(key), job) for key, (_name, job) in told.jobs.items()]
        else:
            found = [(self.by_domain.get(domain), "") for domain in self.domains_of(told)]
        return list({one.pk: (one, job) for one, job in found if one is not None}.values())

    def meet(self, names: dict[str, str], domains: dict[str, Counter[str]]) -> None:
        """By key: find them, make those that are new; each learns the domain of its people."""
        self.find_domains({domain for counted in domains.values() for domain in counted})
        wanted = [key for key in names if key not in self.by_key]
        for one in self.business.organisations.filter(key__in=wanted):
            self.by_key[one.key] = one
        new = [
            Organisation(name=names[key][:200], key=key) for key in wanted if key not in self.by_key
        ]
        self.by_key.update((one.key, one) for one in new)
        learned = [one for key in names if self.learns(one := self.by_key[key], domains.get(key))]
        Organisation.objects.bulk_update([one for one in learned if one.pk], ["domain"])
        self.make(new)

    def find_domains(self, domains: set[str]) -> None:
        for one in self.business.organisations.filter(domain__in=domains - set(self.by_domain)):
            self.by_domain[one.domain] = one

    def learns(self, one: Organisation, counted: Counter[str] | None) -> bool:
        """The domain most of its people write from, where it has none and nobody else has it."""
        common = counted.most_common() if counted and not one.domain else []
        free = next((domain for domain, _n in common if domain not in self.by_domain), "")
        if free:
            one.domain = free[:190]
            self.by_domain[free] = one
        return bool(free)

    def meet_domains(self, domains: set[str]) -> None:
        """Where only a domain is known, it names the firm."""
        self.find_domains(domains)
        missing = {one: name_of_domain(one) for one in domains if one not in self.by_domain}
        keys = {domain: organisation_key(name) for domain, name in missing.items()}
        self.meet(
            {keys[domain]: name for domain, name in missing.items()},
            {keys[domain]: Counter([domain]) for domain in missing},
        )
        for domain, key in keys.items():
            self.by_domain.setdefault(domain, self.by_key[key])

    def make(self, made: list[Organisation]) -> None:
        for one, number in zip(made, next_ids(Organisation, len(made)), strict=True):
            one.pk, one.business, one.brought_by = number, self.business, self.brought_by
            one.sort_key = sort_key_of(one.name)
        insert(Organisation, COLUMNS, ([getattr(one, name) for name in COLUMNS] for one in made))
        self.new += len(made)
        finding.add_organisations(self.business, made)
