"""Whose turn it is to be looked into, one run at a time, and what is remembered of a run.

The moment of the next run is also the claim: whoever moves it from the past into the future has
the account until then, and each batch moves it on. A killed run moves nothing any more, so the
account is due again after a while. A pause or a farewell in the middle changes it too, and the
run stops at its next batch.
"""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.businesses.models import Business
from passo.lib.queue import later
from passo.lib.refusal import Refusal
from passo.lib.remote.unreachable import Unreachable, WrongPassword
from passo.people.bringing_in.work import Stopped
from passo.people.models import Import, LiveAccount
from passo.people.models.source import State

# A server may keep us waiting for longer: whoever takes over then makes the first one stop.
CLAIM = timedelta(minutes=5)


def queue_due() -> None:
    """Of all businesses: whatever should have been looked into by now."""
    due = LiveAccount.objects.filter(is_paused=False, next_run_at__lte=timezone.now())
    for business, account in due.values_list("business_id", "pk"):
        later("people.sync", business, account)


def look_soon(account: LiveAccount) -> None:
    """Asked for by hand."""
    refuse_what_cannot_be_looked_into(account)
    with transaction.atomic():
        due_now(account)
        later("people.sync", account.business_id, account.pk)


def refuse_what_cannot_be_looked_into(account: LiveAccount) -> None:
    if is_looking(account):
        raise Refusal(_("Passo is looking already."))
    if account.is_paused:
        raise Refusal(_("This account rests. Let it go on first."))
    if not account.folders:
        raise Refusal(_("Please choose first what Passo may read."))
    if needs_password(account):
        raise Refusal(_("Please type the password again first."))


def needs_password(account: LiveAccount) -> bool:
    """The server did not accept it: trying again would only lock the account over there."""
    return bool(account.cursor.get("problem", {}).get("needs") == "password")


def due_now(account: LiveAccount) -> None:
    account.next_run_at = timezone.now()
    account.save(update_fields=["next_run_at"])


def is_looking(account: LiveAccount) -> bool:
    """Right now; a run that was killed does not count once its claim is over."""
    is_claimed = account.next_run_at is not None and account.next_run_at > timezone.now()
    return bool(account.brings and account.brings.state == State.RUNNING and is_claimed)


def claimed(business: Business, account_id: int) -> LiveAccount | None:
    """The account, if it is due and nobody else has it."""
    now = timezone.now()
    with transaction.atomic():
        free = LiveAccount.objects.filter(
            business=business, pk=account_id, is_paused=False, next_run_at__lte=now
        )
        if not free.update(next_run_at=now + CLAIM, last_run_at=now):
            return None
        account = LiveAccount.objects.select_related("brings__progress").get(pk=account_id)
        ready = (State.DONE, State.RUNNING, State.FAILED)
        bringing = Import.objects.filter(account=account, state__in=ready)
        if not bringing.update(state=State.RUNNING):
            rest(account)
            return None
    return account


def rest(account: LiveAccount) -> None:
    """What it brought was taken back: it must not come again by itself."""
    account.is_paused = True
    account.save(update_fields=["is_paused"])


def keep_claim(account: LiveAccount, **values: Any) -> None:
    """Written together with what the batch brought: both are true, or neither."""
    if not account.pk or not moved(account, timezone.now() + CLAIM, **values):
        transaction.set_rollback(rollback=True)
        raise Stopped("")


def moved(account: LiveAccount, moment: Any, **values: Any) -> bool:
    held = LiveAccount.objects.filter(pk=account.pk, next_run_at=account.next_run_at)
    for name, value in {"next_run_at": moment, **values}.items():
        setattr(account, name, value)
    return bool(held.update(next_run_at=moment, **values))


def end(account: LiveAccount, problem: Unreachable | None, *, more: bool, seconds: float) -> None:
    """What the next run, and whoever asks how it went, must know."""
    before = account.next_run_at
    account.failures = account.failures + 1 if problem else 0
    account.wait_for_next()
    following, account.next_run_at = account.next_run_at, before
    if isinstance(problem, WrongPassword):
        following = None
    elif more and not problem:
        following = timezone.now()
    told = in_words(account, problem)
    with transaction.atomic():
        if not moved(account, following, failures=account.failures, **told):
            step_aside(account)
            return
        let_go(account, seconds)
        tell_progress(account, problem, more=more)
        if more and not problem:
            later("people.sync", account.business_id, account.pk)


def step_aside(account: LiveAccount) -> None:
    """It was paused, left or given to another run in the meantime."""
    now = timezone.now()
    if not LiveAccount.objects.filter(pk=account.pk, next_run_at__gt=now).exists():
        let_go(account, 0)


def ask_for_password(business: Business, account_id: int, problem: WrongPassword) -> None:
    """Where it cannot even be read any more."""
    mine = LiveAccount.objects.filter(business=business, pk=account_id)
    account = mine.defer("password", "address").get()
    mine.update(next_run_at=None, **in_words(account, problem))


def in_words(account: LiveAccount, problem: Unreachable | None) -> dict[str, Any]:
    """English beside its values, so that everybody reads it in their own language."""
    cursor = {name: value for name, value in account.cursor.items() if name != "problem"}
    if problem is None:
        return {"error": "", "cursor": cursor}
    needs = "password" if isinstance(problem, WrongPassword) else ""
    values = {name: str(value) for name, value in problem.values.items()}
    cursor["problem"] = {"sentence": problem.sentence, "values": values, "needs": needs}
    return {"error": (problem.sentence % problem.values)[:400], "cursor": cursor}


def let_go(account: LiveAccount, seconds: float) -> None:
    if account.brings:
        account.brings.seconds += seconds
        running = Import.objects.filter(pk=account.brings.pk, state=State.RUNNING)
        now = timezone.now()
        running.update(state=State.DONE, ended_at=now, seconds=account.brings.seconds)


def tell_progress(account: LiveAccount, problem: Unreachable | None, *, more: bool) -> None:
    """Only the first time all is read is worth a bar."""
    progress = account.brings.progress if account.brings else None
    if progress is None or progress.state == "finished":
        return
    if problem:
        progress.fail(str(problem)[:300])
    elif not more:
        progress.finish()
