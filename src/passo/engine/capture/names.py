"""How a name may be written: declined, without marks, short."""

from functools import lru_cache

from passo.engine.capture.line import fold

EXACT, FOLDED, SPELT, DECLINED, SHORT = 5, 4, 3, 2, 1
SHORT_NAMES = (
    "giuseppe pino peppe beppe|francesco checco ciccio franco|francesca checca franca|"
    "luigi gigi gino|giovanni gianni nanni|antonio toni nino|salvatore turi totò|"
    "alessandro sandro ale|alessandra sandra|domenico mimmo|vincenzo enzo|lorenzo renzo|"
    "giacomo mimmo|elisabetta betta lisa|margherita rita|michele lele|gabriele lele|"
    "robert bob rob bobby|william bill will billy|richard dick rick richie|james jim jimmy|"
    "elizabeth liz beth betty lizzie|margaret maggie meg peggy|catherine kate cathy kathy|"
    "katherine kate kathy katie|michael mike mick|thomas tom tommy|anthony tony|joseph joe joey|"
    "daniel dan danny|samuel sam|benjamin ben|edward ed eddie ted|andrew andy drew|"
    "christopher chris|alexander alex sandy|jennifer jen jenny|susan sue susie|"
    "nicholas nick|matthew matt|stephen steve|steven steve|david dave|peter pete|"
    "patricia pat trish|deborah debbie|rebecca becky|johannes hannes hans johann|"
    "josef sepp seppi|joseph sepp|katharina kathi käthe|elisabeth lisa lisi sissi|"
    "franz franzl|ludwig wiggerl|georg schorsch|wilhelm willi|friedrich fritz|heinrich heinz|"
    "maximilian max|sebastian basti|ulrike uli|ulrich uli|susanne susi|andreas andi|"
    "johanna hanna|stefanie steffi|matthias matze|francisco paco curro fran pancho|"
    "ignacio nacho|josé pepe|maría mari|dolores lola|manuel manolo manu|enrique quique|"
    "jesús chus|rosario charo|concepción concha|guadalupe lupe|alejandro alex|eduardo edu|"
    "rafael rafa|fernando nando|antonio toño|javier javi|isabel isa|beatriz bea|cristina cris|"
    "mercedes merche|santiago santi|sergio sergi|alberto berto|roberto beto|pilar pili"
)


@lru_cache(maxsize=1)
def short_names() -> dict[str, frozenset[str]]:
    """Short form → the names it may stand for, all folded."""
    meant: dict[str, set[str]] = {}
    for group in SHORT_NAMES.split("|"):
        full, *shorts = (fold(name) for name in group.split())
        for short in shorts:
            meant.setdefault(short, set()).add(full)
    return {short: frozenset(full) for short, full in meant.items()}


@lru_cache(maxsize=20_000)
def forms(word: str) -> dict[str, int]:
    """The folded words that a written word may stand for, each with how good a match it is.

    >>> forms("Lucas") == {"lucas": FOLDED, "luca": DECLINED}
    True
    """
    folded = fold(word)
    found = dict.fromkeys(short_names().get(folded, ()), SHORT)
    if len(folded) > 3 and folded[-1] == "s":  # noqa: PLR2004 - Lucas Angebot
        found[folded[:-1]] = DECLINED
    for written, spelt in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        if written in word.lower():
            found[fold(word.lower().replace(written, spelt))] = SPELT
        elif spelt in folded:
            found[folded.replace(spelt, spelt[0])] = SPELT
    found[folded] = FOLDED
    return found
