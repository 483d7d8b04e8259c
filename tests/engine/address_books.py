"""Small address books for linkage."""

from passo.engine.linkage import Pairs, Records

OTHERS = [
    "Luca Conti", "Paola Greco", "Hans Gruber", "Eva Steiner", "Juan Pérez", "Lucía Gómez",
    "Tom Baker", "Grace Miller", "Marta Sala", "Ivo Lang", "Nina Wolf", "Raúl Vega",
    "Ugo Testa", "Ida Ferro", "Max Adler", "Sara Quinn", "Omar Haddad", "Lena Vogt",
]  # fmt: skip


def a_book(*cards: dict[str, object]) -> Records:
    """The cards, and after them eighteen people who have nothing to do with them."""
    rows = [
        *cards,
        *({"name": name, "mails": [f"mail{n}@x{n}.org"]} for n, name in enumerate(OTHERS)),
    ]
    columns = {key for row in rows for key in row}
    empty: dict[str, object] = {"mails": [], "phones": [], "others": []}
    return Records(
        **{key: [row.get(key, empty.get(key, "")) for row in rows] for key in columns | {"name"}}
    )


def probability(pairs: Pairs, left: int, right: int) -> float:
    found = pairs.probability[(pairs.left == left) & (pairs.right == right)]
    return float(found[0]) if len(found) else 0.0
