"""An address book that nobody owns: made names in four languages, with the mess of real ones."""

import random

from passo.engine.linkage import Records

GIVEN = {
    "it": "Giuseppe Giovanni Francesco Antonio Luigi Salvatore Vincenzo Alessandro Stefano Andrea "
    "Matteo Luca Marco Paolo Mario Roberto Riccardo Maria Anna Giulia Chiara Francesca Elena "
    "Federica Alessandra Elisabetta Caterina Margherita Teresa Valentina Paola Lucia",
    "de": "Johannes Josef Franz Georg Friedrich Heinrich Wilhelm Karl Michael Andreas Thomas "
    "Stefan Alexander Sebastian Tobias Jürgen Günther Katharina Elisabeth Margarete Maria "
    "Magdalena Christina Barbara Susanne Sabine Ursula Monika Jörg Björn Käthe",
    "es": "José Francisco Ignacio Manuel Antonio Enrique Jesús Juan Luis Guillermo Eduardo Rafael "
    "Sergio Javier Jorge Miguel Concepción Dolores Mercedes Pilar Teresa Isabel Cristina Lucía "
    "Íñigo Begoña Nuria Raúl Óscar Rubén",
    "en": "Robert William Richard James John Joseph Michael Thomas Charles Edward Henry Andrew "
    "Christopher Daniel David Stephen Elizabeth Katherine Margaret Susan Deborah Jennifer "
    "Rebecca Victoria Patricia Emma Olivia Sarah Laura Grace",
}
PETS = {
    "Giuseppe": "Pino", "Giovanni": "Gianni", "Francesco": "Franco", "Antonio": "Toni",
    "Salvatore": "Totò", "Vincenzo": "Enzo", "Alessandro": "Sandro", "Roberto": "Roby",
    "Elisabetta": "Betta", "Johannes": "Hans", "Josef": "Sepp", "Georg": "Schorsch",
    "Friedrich": "Fritz", "Heinrich": "Heinz", "Wilhelm": "Willi", "Katharina": "Kathi",
    "José": "Pepe", "Ignacio": "Nacho", "Enrique": "Quique", "Jesús": "Chus",
    "Concepción": "Concha", "Dolores": "Lola", "Robert": "Bob", "William": "Bill",
    "Richard": "Dick", "Edward": "Ted", "Margaret": "Peggy", "Elizabeth": "Liz",
}  # fmt: skip
COMMON = {
    "it": "Rossi Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno De_Luca Conti",
    "de": "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Huber Groß",
    "es": "García_López Fernández González Rodríguez López_Ruiz Martínez Sánchez Pérez Gómez Díaz",
    "en": "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright O'Brien",
}
SYLLABLES = {
    "it": ("ber bor cas cor fal gal lam mar mon pel ric san tor val ven zan", "a e i o u etti ini"),
    "de": ("berg brun eich feld grun hart kirch lang ober rein stein wald", "er mann meier bauer"),
    "es": ("agui alma barre cabe esco fuen guti iba mora pala quin valde", "ro rra llo nza rte ño"),
    "en": ("ash black brad clif ding farn hart kings lang mor stan wood", "ley ton ford son well"),
}
ENDS = {"it": "telli rotti ghini nardi", "de": "hofer inger stätter", "es": "s z", "en": "s e"}
TOWNS = "Torino Milano Bolzano München Wien Graz Sevilla Madrid Bilbao London Leeds Bristol".split()  # noqa: SIM905
TITLES = {"it": "Dott.", "de": "Dr.", "es": "Sr.", "en": "Mr"}
TRADES = "Elettra Verde Nord Sole Metall Garten Holz Nova Azul Fuente Bright Stone".split()  # noqa: SIM905
FREE = "gmail.com gmx.de libero.it hotmail.com yahoo.es outlook.com".split()  # noqa: SIM905


class Maker:
    def __init__(self, count: int, seed: int) -> None:
        self.count, self.chance = count, random.Random(seed)
        self.rows: list[dict] = []
        self.people: list[int] = []
        self.taken: set[str] = set()

    def family_name(self, tongue: str) -> str:
        if self.chance.random() < 0.25:
            return self.chance.choice(COMMON[tongue].split()).replace("_", " ")
        begin, middle = SYLLABLES[tongue]
        parts = [self.chance.choice(begin.split()), self.chance.choice(middle.split())]
        if self.chance.random() < 0.6:
            parts.insert(1, self.chance.choice(begin.split()))
        if self.chance.random() < 0.4:
            parts.append(self.chance.choice(ENDS[tongue].split()))
        return "".join(parts).capitalize()

    def phone(self) -> str:
        return f"+39{self.chance.randrange(3_000_000_000, 3_999_999_999)}"

    def address(self, local: str) -> str:
        """Nobody gets an address that somebody has."""
        while (mail := f"{local}@{self.chance.choice(FREE)}") in self.taken:
            local += str(self.chance.randrange(10))
        self.taken.add(mail)
        return mail

    def person(self, family: str, given: str, tongue: str, shared: dict) -> dict:
        chance = self.chance
        digits = str(chance.randrange(100)) if chance.random() < 0.6 else ""
        local = f"{given}.{family}{digits}".lower().replace(" ", "").replace("'", "")
        row = {
            "given": given,
            "family": family,
            "mails": [self.address(local)] if chance.random() < 0.75 else [],
            "phones": [self.phone()] if chance.random() < 0.7 else [],
            "birthday": f"{chance.randrange(1940, 2005)}-{chance.randrange(1, 13):02}"
            f"-{chance.randrange(1, 29):02}" if chance.random() < 0.15 else "",
            "organisation": "", "city": "", "tongue": tongue,
        }  # fmt: skip
        for key, value in shared.items():
            row[key] = row[key] + value if isinstance(value, list) else value
        return row

    def household(self) -> list[dict]:
        """One person; or a family or an office with a line or an address that all of them use."""
        chance, tongue = self.chance, self.chance.choice(list(GIVEN))
        kind = chance.random()
        if kind < 0.85:
            city = {"city": chance.choice(TOWNS)} if chance.random() < 0.4 else {}
            given = chance.choice(GIVEN[tongue].split())
            return [self.person(self.family_name(tongue), given, tongue, city)]
        if kind < 0.93:
            family = self.family_name(tongue)
            common: dict = {"city": chance.choice(TOWNS), "phones": [self.phone()]}
            if chance.random() < 0.5:
                common["mails"] = [self.address(f"familie.{family.lower().replace(' ', '')}")]
            names = chance.sample(GIVEN[tongue].split(), chance.randrange(2, 5))
            return [self.person(family, given, tongue, common) for given in names]
        firm = f"{chance.choice(TRADES)}{chance.choice(TRADES).lower()} {chance.randrange(900)}"
        common = {"organisation": firm, "phones": [self.phone()], "city": chance.choice(TOWNS)}
        if chance.random() < 0.3:
            common["mails"] = [f"info@{firm.replace(' ', '').lower()}.com"]
        names = chance.sample(GIVEN[tongue].split(), chance.randrange(2, 9))
        return [self.person(self.family_name(tongue), given, tongue, common) for given in names]

    def typo(self, word: str) -> str:
        if len(word) < 4:
            return word
        place = self.chance.randrange(1, len(word) - 1)
        swapped = word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
        dropped, doubled = (
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
        )
        return self.chance.choice((swapped, dropped, doubled))

    def again(self, row: dict) -> dict:  # noqa: C901 - one slip after the other
        """The same person from another source."""
        chance = self.chance
        copy = {**row, "mails": list(row["mails"]), "phones": list(row["phones"])}
        given, family = copy["given"], copy["family"]
        if chance.random() < 0.15:
            given = PETS.get(given, given)
        elif chance.random() < 0.07:
            given = f"{given[0]}."
        elif chance.random() < 0.07:
            given = self.typo(given)
        if chance.random() < 0.1:
            family = self.typo(family)
        elif chance.random() < 0.05:
            family = ""
        if chance.random() < 0.05:
            given, family = family, given
        for key in ("mails", "phones"):
            if chance.random() < 0.25:
                copy[key] = []
            elif chance.random() < 0.15:
                copy[key] = [self.phone()] if key == "phones" else []
        for key in ("organisation", "birthday", "city"):
            if chance.random() < 0.3:
                copy[key] = ""
        return {**copy, "given": given, "family": family}

    def fill(self) -> None:
        person = 0
        while len(self.rows) < self.count:
            for row in self.household():
                self.add(row, person)
                while self.chance.random() < 0.1:
                    self.add(self.again(row), person)
                person += 1
        del self.rows[self.count :], self.people[self.count :]

    def add(self, row: dict, person: int) -> None:
        """Some sources have the whole name in one field, with a title or turned round."""
        row = {**row, "name": ""}
        if self.chance.random() < 0.3:
            given, family = row["given"], row["family"]
            shapes = (
                f"{given} {family}",
                f"{given} {family}",
                f"{family} {given}",
                f"{family}, {given}",
                f"{TITLES[row['tongue']]} {given} {family}",
                f"{family.upper()} {given}",
            )
            row |= {"name": self.chance.choice(shapes).strip(" ,"), "given": "", "family": ""}
        self.rows.append(row)
        self.people.append(person)


def made_book(count: int, seed: int) -> tuple[Records, list[int]]:
    """Records of which some one in ten is somebody who stands there already; and whom each is."""
    maker = Maker(count, seed)
    maker.fill()
    order = list(range(count))
    maker.chance.shuffle(order)
    keys = ("name", "given", "family", "mails", "phones", "organisation", "birthday", "city")
    columns = {key: [maker.rows[place][key] for place in order] for key in keys}
    return Records(**columns), [maker.people[place] for place in order]
