"""Whom do I look after, and how do we stand today?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from passo.engine.ranking.assumptions import CLIENT, STEPS, UNOPENED
from passo.engine.ranking.figures import FAR, RICH, Floats, Whole, figures

NEVER, UNKNOWN = float("inf"), float("nan")


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """One row for each opportunity, and one for each person with whom nothing has begun.

    Every array is (rows,); one value stands for all rows. Days are calendar days until today.

    `person`: identity; only one step is chosen for each. `kind`: place of the kind of
    relationship in `Rates`. `stage`: 0 … 6 (6 is a client), -1 where nothing has begun.
    `theirs`, `silence`, `ours`: days since their last sign of life, since any contact, since our
    last message. `unanswered`: tries without an answer since their last sign of life, a mere
    hello counts half. `failed`: answered tries on this stage that did not reach the next.
    `waiting`: days they have waited for our answer. `due`: days until a promise of ours is due,
    negative when it is late. `thanks`: days since something we have not thanked for. `asked`,
    `bought`: days since we asked for an introduction, since their last purchase. `worth`:
    owner's guess, money that a purchase leaves. `margins`, `purchases`: what their purchases
    left in sum, and how many. `rhythm`: days usual between two contacts with this person.
    `barred`: (steps, rows), what the owner does not want now.

    nan, where it is a default, says that there is no such thing, or that nobody knows. What lies
    beyond all reason is moved to its border; nan elsewhere or a shape that does not fit raises
    `ValueError`.

    >>> People([7, 8], 0, [2, -1], theirs=[3, 400], waiting=[3, UNKNOWN]).theirs.tolist()
    [3.0, 400.0]
    """

    person: Whole
    kind: Whole
    stage: Whole
    theirs: Floats
    silence: Floats
    ours: Floats
    unanswered: Floats
    failed: Floats
    waiting: Floats
    due: Floats
    thanks: Floats
    asked: Floats
    bought: Floats
    worth: Floats
    margins: Floats
    purchases: Floats
    rhythm: Floats
    barred: NDArray[np.bool_]

    def __init__(
        self,
        person: ArrayLike,
        kind: ArrayLike,
        stage: ArrayLike,
        *,
        theirs: ArrayLike = NEVER,
        silence: ArrayLike = NEVER,
        ours: ArrayLike = NEVER,
        unanswered: ArrayLike = 0,
        failed: ArrayLike = 0,
        waiting: ArrayLike = UNKNOWN,
        due: ArrayLike = UNKNOWN,
        thanks: ArrayLike = UNKNOWN,
        asked: ArrayLike = NEVER,
        bought: ArrayLike = NEVER,
        worth: ArrayLike = UNKNOWN,
        margins: ArrayLike = 0,
        purchases: ArrayLike = 0,
        rhythm: ArrayLike = UNKNOWN,
        barred: ArrayLike = False,
    ) -> None:
        keep = object.__setattr__
        keep(self, "person", np.atleast_1d(np.asarray(person, dtype=np.int64)))
        rows = self.person.shape
        keep(self, "kind", np.broadcast_to(np.asarray(kind, dtype=np.int64), rows))
        keep(self, "stage", np.broadcast_to(np.asarray(stage, dtype=np.int64), rows))
        keep(self, "theirs", figures(theirs, rows, FAR))
        keep(self, "silence", figures(silence, rows, FAR))
        keep(self, "ours", figures(ours, rows, FAR))
        keep(self, "unanswered", figures(unanswered, rows, FAR))
        keep(self, "failed", figures(failed, rows, FAR))
        keep(self, "waiting", figures(waiting, rows, FAR, unknown=True))
        keep(self, "due", figures(due, rows, FAR, least=-FAR, unknown=True))
        keep(self, "thanks", figures(thanks, rows, FAR, unknown=True))
        keep(self, "asked", figures(asked, rows, FAR))
        keep(self, "bought", figures(bought, rows, FAR))
        keep(self, "worth", figures(worth, rows, RICH, unknown=True))
        keep(self, "margins", figures(margins, rows, RICH))
        keep(self, "purchases", figures(purchases, rows, FAR))
        keep(self, "rhythm", figures(rhythm, rows, FAR, least=1.0, unknown=True))
        keep(self, "barred", np.broadcast_to(np.asarray(barred, bool), (len(STEPS), *rows)))
        self._check()

    def _check(self) -> None:
        if self.person.ndim != 1:
            raise ValueError("people stand in one row")
        if self.stage.size and not UNOPENED <= self.stage.min() <= self.stage.max() <= CLIENT:
            raise ValueError("there is no such stage")
        if self.kind.size and self.kind.min() < 0:
            raise ValueError("there is no such kind")
