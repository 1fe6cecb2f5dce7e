"""Three hundred workers and their assignments, drawn with a seed that never changes."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from . import agency

GIVEN = (
    "Aaliyah Abebe Adriana Aisha Alejandro Amélie Amir Anjali Antoine Aroha Beatriz Brandon Camila Carlos Chiara "
    "Chidi Cyril Dariusz DeShawn Diego Dmitri Eleni Emeka Esperanza Fatima Fernando Folake Gabriela Giang Gloria "
    "Hamza Hiroshi Hyun-Woo Ibrahim Ingrid Isabelle Jamal Jasmine Jean-Luc Jesús Joanna Kateryna Kofi Kwame Laila "
    "Léa Lidia Linh Magdalena Malik Maria Marisol Mateo Mehmet Michael Mónica Nadia Nikola Noémie Oksana Olivia "
    "Oluwaseun Patrick Paweł Pedro Quentin Rafael Rania Renée Ricardo Ruth Samira Sandra Sanjay Sofía Stéphane "
    "Tadeusz Tatiana Thảo Tyrone Uchenna Valentina Viktor Wanjiru Xiomara Yara Yolanda Zainab Zsófia"
).split()
FAMILY = (
    "Abdi Acosta Aguilar Ahmed Bañuelos Beaulieu Bianchi Boateng Böhm Castillo Charles Chávez Chen Cruz Dąbrowski Desjardins "
    "Diaz Dubois Dupré Eze Farah Fernandes Flores Fontaine Fraser Gagné García Ghebremeskel Gill González Gupta Haile "
    "Hansen Hussein Ito Ivanova Jackson Jiménez Johnson Kaur Kovács Kowalski Lâm Larsen Lefèvre López MacDonald "
    "Mahlangu Martínez McKenzie Mbeki Mendoza Mohamed Moreau Mukherjee Müller Muñoz Ndiaye Nowak Núñez O'Brien "
    "Okonkwo Ortiz Osei Park Patel Pelletier Pérez Petrov Phạm Quispe Ramírez Reyes Rodríguez Roy Sánchez Santos Shevchenko "
    "Silva Singh Smith Sørensen Tadesse Tessier Thibault Torres Traoré Valdez Vargas Walsh Williams Yılmaz Zhang Zielińska"
).split()

# Names that break careless readers: commas, quotes, apostrophes, hyphens. They sit at fixed places.
AWKWARD = {
    ("northwind", 4): ('Robert "Bobby"', "O'Shaughnessy"),
    ("northwind", 37): ("Mary Ellen", "Smith-Jones, Jr."),
    ("cedar", 11): ('Dolores "Lola"', "de la Cruz"),
    ("harbor", 8): ("Anne-Sophie", "D'Amours"),
}

FIVE, TUESDAY, SUNDAY, TENS, PART = (
    (8, 8, 8, 8, 8, 0, 0), (0, 8, 8, 8, 8, 8, 0), (8, 8, 8, 8, 0, 0, 8), (10, 10, 10, 10, 0, 0, 0),
    (6, 0, 6, 0, 6, 0, 0),
)
HOTEL = {
    "day": (7.5, 7.5, 7.5, 7.5, 7.5, 0, 0), "weekend": (7.5, 0, 0, 7.5, 7.5, 7.5, 7.5),
    "evening": (0, 7.5, 7.5, 7.5, 7.5, 7.5, 0), "night": (0, 0, 7.5, 7.5, 7.5, 7.5, 7.5),
}
JOBS = {
    "northwind": (("Dock Associate", 18.5), ("Forklift Operator", 21.75), ("Inventory Clerk", 19.25), ("Lead Hand", 24.5)),
    "cedar": (("Line Packer", 17.25), ("Sanitation Technician", 18.4), ("Machine Operator", 20.6), ("Quality Checker", 21.1)),
    "harbor": (("Room Attendant", 19.8), ("Banquet Server", 18.9), ("Night Auditor", 22.35), ("Kitchen Steward", 18.2)),
}


@dataclass
class Worker:
    tenant: str
    number: str
    given: str
    family: str
    site: str
    job: str
    start: date
    through: date | None
    pay: int
    bill: int
    hours: tuple
    shift: str
    order: str
    busy: set = field(default_factory=set)

    @property
    def name(self):
        return f"{self.given} {self.family}"

    @property
    def last_first(self):
        return f"{self.family}, {self.given}"

    def works(self, day):
        return self.start <= day and (self.through is None or day <= self.through)

    def hours_on(self, day):
        return self.hours[day.weekday()] if self.works(day) else 0

    def expected_in(self, first):
        return any(self.works(first + timedelta(days=n)) for n in range(7))


def pick(rng, values):
    """One of the values; only `random()` is promised to stay the same from one Python to the next."""
    return values[int(rng.random() * len(values))]


def number_of(tenant, index):
    return {"northwind": f"{10400 + index * 7}", "cedar": f"{3100 + index * 11:06}", "harbor": f"H{2001 + index * 3}"}[tenant]


def worker(rng, tenant, index, taken):
    sites = [row[1] for row in agency.WORKSITES if row[0] == tenant]
    site = sites[0 if index < 40 else 1 if index < 75 else 2]
    given, family = AWKWARD.get((tenant, index)) or fresh_name(rng, taken)
    title, pay = pick(rng, JOBS[tenant])
    shift, hours = schedule(rng, tenant, site, title)
    # Whole cents only; the markup is the client's own, so bill and pay never stand in one fixed proportion.
    pay_cents = int(pay * 100) + 5 * int(rng.random() * 30)
    bill_cents = pay_cents * (142 + int(rng.random() * 19)) // 100
    start, through = dates(rng, index)
    order = "" if rng.random() < 0.1 else f"PO-{tenant[0].upper()}{site}-{26 if rng.random() < 0.8 else 25}01"
    return Worker(tenant, number_of(tenant, index), given, family, site, title, start, through,
                  pay_cents, bill_cents, hours, shift, order)


def schedule(rng, tenant, site, title):
    if tenant == "harbor":
        # Vancouver has no night shift: whether its clock still changes depends on the age of the installed tzdata.
        choices = ("day", "weekend", "evening") if site == "VAN" else ("day", "weekend", "evening", "night")
        shift = "night" if title == "Night Auditor" and site != "VAN" else pick(rng, choices)
        return shift, HOTEL[shift]
    usual = FIVE if tenant == "northwind" else SUNDAY
    return "day", pick(rng, (usual,) * 6 + (TUESDAY,) * 2 + (TENS, PART))


def dates(rng, index):
    """Most assignments began long ago and are open; some end, and some begin, inside the eight weeks."""
    first = date.fromisoformat(agency.FIRST_MONDAY)
    if index % 25 == 13:
        return first - timedelta(days=140), first + timedelta(days=7 * (1 + index // 25) + 4)
    if index % 25 == 19:
        return first + timedelta(days=7 * (2 + index // 25) + 2), None
    begin = first - timedelta(days=7 * (2 + int(rng.random() * 60)))
    return begin, (first + timedelta(days=250 + index) if rng.random() < 0.2 else None)


def fresh_name(rng, taken):
    while True:
        name = pick(rng, GIVEN), pick(rng, FAMILY)
        if name not in taken:
            taken.add(name)
            return name


def roster(seed):
    rng, taken = random.Random(seed), set()
    return [worker(rng, tenant[0], index, taken) for tenant in agency.TENANTS for index in range(100)]
