"""Firms by what their people's cards and addresses say."""

from collections import Counter
from collections.abc import Iterable

from passo.businesses.models import Business
from passo.people import finding
from passo.people.models import Import, Organisation
from passo.people.models.person import sort_key_of
from passo.people.organisation_names import firm_domain, name_of_domain, organisation_key
from passo.people.telling import Told

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
        self.meet(names)
        self.learn_domains(domains)
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

    def meet(self, names: dict[str, str]) -> None:
        """By key: find them, make those that are new."""
        wanted = [key for key in names if key not in self.by_key]
        for one in self.business.organisations.filter(key__in=wanted):
            self.by_key[one.key] = one
        self.make(
            Organisation(name=names[key], key=key) for key in wanted if key not in self.by_key
        )

    def meet_domains(self, domains: set[str]) -> None:
        wanted = domains - set(self.by_domain)
        for one in self.business.organisations.filter(domain__in=wanted):
            self.by_domain[one.domain] = one
        missing = {domain: name_of_domain(domain) for domain in wanted - set(self.by_domain)}
        self.meet({organisation_key(name): name for name in missing.values()})
        self.learn_domains(
            {organisation_key(name): Counter([one]) for one, name in missing.items()}
        )
        for domain, name in missing.items():
            self.by_domain.setdefault(domain, self.by_key[organisation_key(name)])

    def learn_domains(self, domains: dict[str, Counter[str]]) -> None:
        """The domain most of its people write from, where it has none and nobody else has it."""
        wanted = {domain for counted in domains.values() for domain in counted}
        for one in self.business.organisations.filter(domain__in=wanted - set(self.by_domain)):
            self.by_domain[one.domain] = one
        learned = []
        for key, counted in domains.items():
            firm = self.by_key.get(key)
            free = [domain for domain, _n in counted.most_common() if domain not in self.by_domain]
            if firm is not None and not firm.domain and free:
                firm.domain = free[0][:190]
                self.by_domain[free[0]] = firm
                learned.append(firm)
        Organisation.objects.bulk_update(learned, ["domain"])

    def make(self, organisations: Iterable[Organisation]) -> None:
        made = list(organisations)
        for one in made:
            one.business, one.brought_by = self.business, self.brought_by
            one.sort_key = sort_key_of(one.name)
        Organisation.objects.bulk_create(made)
        self.new += len(made)
        self.by_key.update((one.key, one) for one in made)
        finding.add_organisations(self.business, made)
