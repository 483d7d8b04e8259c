"""Sixteen kinds of made-up business world: what is usual, and what each family changes."""

from dataclasses import dataclass, replace

FIRST = (0.45, 0.40, 0.35, 0.30, 0.40, 0.35)


@dataclass(frozen=True)
class Family:
    """Pairs are ranges, drawn log-uniformly for each business; days are working days."""

    name: str = "mixed"
    people: tuple[int, int] = (40, 120)
    most: int = 140
    minutes: tuple[float, float] = (20, 60)
    margin: tuple[float, float] = (30, 300)
    kinds: tuple[float, float, float] = (0.5, 1, 2.5)
    buying: tuple[float, float] = (1 / 80, 1 / 25)
    rhythm: tuple[float, float] = (12, 35)
    chances: float = 1.0  # times the usual ones
    cold: tuple[float, float] = (0.004, 0.0012)
    slope: float = 3.0
    unanswered: float = 4.0
    replies: tuple[float, float] = (0.7, 0.95)
    delay: float = 2.0
    leads: tuple[float, float] = (0.05, 0.25)
    unasked: tuple[float, float] = (0.0005, 0.002)
    asked: tuple[float, float] = (0.1, 0.35)
    gratitude: float = 0.5
    minutes_error: float = 0.2
    worth_spread: float = 0.6
    wasters: float = 0.15
    season: float = 0.0
    noise: float = 0.0
    alien: bool = False


USUAL = Family()
FAMILIES = {
    family.name: family
    for family in (
        USUAL,
        replace(
            USUAL,
            name="few_big",
            people=(15, 30),
            most=45,
            margin=(800, 4000),
            worth_spread=1.0,
            buying=(1 / 120, 1 / 50),
            leads=(0.01, 0.05),
        ),
        replace(
            USUAL,
            name="many_small",
            people=(120, 220),
            most=250,
            margin=(8, 50),
            buying=(1 / 40, 1 / 15),
            leads=(0.2, 0.6),
        ),
        replace(
            USUAL,
            name="slow_b2b",
            chances=0.5,
            rhythm=(30, 70),
            delay=6.0,
            margin=(300, 2000),
            buying=(1 / 120, 1 / 50),
            leads=(0.03, 0.12),
        ),
        replace(
            USUAL,
            name="impatient",
            rhythm=(5, 12),
            unanswered=12.0,
            margin=(20, 120),
            buying=(1 / 40, 1 / 15),
        ),
        replace(USUAL, name="seasonal", season=0.85),
        replace(
            USUAL,
            name="referral",
            people=(20, 50),
            most=110,
            leads=(0.001, 0.03),
            unasked=(0.002, 0.006),
            asked=(0.25, 0.5),
        ),
        replace(USUAL, name="min10", minutes=(10, 10)),
        replace(USUAL, name="min90", minutes=(90, 90)),
        replace(USUAL, name="wrong_minutes", minutes_error=0.7),
        replace(USUAL, name="cold_drop", cold=(0.010, 0.004), slope=6.0),
        replace(USUAL, name="late_replies", delay=12.0, replies=(0.4, 0.7)),
        replace(USUAL, name="noisy_stage", noise=0.3),
        replace(USUAL, name="wasters", wasters=0.5),
        replace(
            USUAL, name="gratitude", gratitude=2.5, unasked=(0.002, 0.005), leads=(0.001, 0.05)
        ),
        replace(USUAL, name="alien", alien=True, worth_spread=1.1, kinds=(1, 1, 1)),
    )
}
