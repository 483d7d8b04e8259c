"""History: who changed what, when, from what to what. Undo is the same mechanism backwards.

A model that wants a history is `Historic`: it names the fields that carry meaning (`tracked`)
and the words for its deeds, and its verbs call `add`, `change` and `remove` instead of `save`
and `delete`. Each writes the thing and one `Change` in the same transaction.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from passo.lib.refusal import Refusal
from passo.lib.secret import SecretField

if TYPE_CHECKING:
    from passo.businesses.models import Business, Change, User

ADD, REMOVE = "add", "remove"

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """What happens in here is remembered as of then: for a life told afterwards."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


def now() -> datetime:
    """The moment as of which things are remembered."""
    return _moment.get() or timezone.now()


class Historic(models.Model):
    """Something whose changes of meaning are kept."""

    tracked: ClassVar[tuple[str, ...]]
    deeds: ClassVar[dict[str, Any]]
    # How a value that is kept as a code is said: `{"currency": places.money_name}`.
    said_as: ClassVar[dict[str, Callable[[str], str]]] = {}
    # Whole cents, and the field that holds their currency; "" is the business's own.
    cents_in: ClassVar[dict[str, str]] = {}
    # Fields that the words of the deed tell already; an undo tells them all.
    told_by_deed: ClassVar[frozenset[str]] = frozenset()
    # Deeds that are acts of somebody, not slips: they are never undone.
    lasting: ClassVar[frozenset[str]] = frozenset()
    # The role it takes to change such a thing, and so also to undo a change of it.
    changed_by_role: ClassVar[str] = "staff"

    class Meta:
        abstract = True

    def index(self) -> None:
        """Tell Find about it. What cannot be found says nothing."""

    def unindex(self) -> None:
        """Tell Find that it is gone."""

    @property
    def whose(self) -> "Business":
        """The business whose history this belongs to."""
        return self.business  # type: ignore[attr-defined, no-any-return]

    @classmethod
    def add(cls, *, by: "User | None", what: str = ADD, **values: Any) -> Self:
        thing = cls(**values)
        with transaction.atomic():
            thing.save(force_insert=True)
            thing._remember(by, what, before={}, after=thing.snapshot())
            thing.index()
        return thing

    def change(self, *, by: "User | None", what: str, **values: Any) -> "Change | None":
        """Set these fields; nothing is written where nothing differs."""
        with transaction.atomic():
            before = self.snapshot(values)
            for name, value in values.items():
                field: Any = self._meta.get_field(name)
                setattr(self, field.attname, field.to_python(value))
            after = self.snapshot(values)
            changed = {name for name in values if before[name] != after[name]}
            if not changed:
                return None
            self.save(update_fields=sorted(changed))
            self.index()
            return self._remember(
                by,
                what,
                before={name: before[name] for name in changed},
                after={name: after[name] for name in changed},
            )

    def remove(self, *, by: "User | None", what: str = REMOVE) -> "Change":
        """Take it out; the row is kept in the change, so that it can come back."""
        with transaction.atomic():
            row = self.snapshot(self.what_may_be_kept())
            change = self._remember(by, what, before=row, after={})
            self.unindex()
            self.delete()
            return change

    @classmethod
    def what_may_be_kept(cls) -> list[str]:
        """All but secrets: a history is read by many, so they are typed in once more."""
        fields = cls._meta.concrete_fields
        return [field.name for field in fields if not isinstance(field, SecretField)]

    def snapshot(self, names: Any = None) -> dict[str, Any]:
        return {
            name: plain(self._meta.get_field(name), self)
            for name in (self.tracked if names is None else names)
        }

    def _remember(
        self, by: "User | None", what: str, *, before: dict[str, Any], after: dict[str, Any]
    ) -> "Change":
        return self.whose.changes.create(
            at=now(),
            by=by,
            by_name=by.name if by else "",
            what=what,
            kind=self._meta.label_lower,
            thing=str(self.pk),
            thing_name=str(self)[:200],
            before=before,
            after=after,
        )


def plain(field: Any, thing: models.Model) -> Any:
    """A field's value as JSON can hold it; `field.to_python` reads it back."""
    value = field.value_from_object(thing)
    if value is None or isinstance(value, bool | int | str | list | dict):
        return value
    return field.value_to_string(thing)


def undo(change: "Change", *, by: "User | None") -> None:
    """Put back what the change changed, unless somebody has changed it again since."""
    model = apps.get_model(change.kind)
    with transaction.atomic():
        change = change.business.changes.select_for_update().get(pk=change.pk)
        if change.undone:
            raise Refusal(_("This is already undone."))
        if not change.can_be_undone:
            raise Refusal(_("This cannot be undone."))
        if not change.after:
            back = bring_back(model, change, by)
        else:
            back = take_back(find(model, change), change, by)
        if back is not None:
            back.undoes = change
            back.save(update_fields=["undoes"])


def find(model: type[models.Model], change: "Change") -> Historic:
    thing = model._default_manager.filter(pk=change.thing).first()
    if not isinstance(thing, Historic) or thing.whose.pk != change.business_id:
        raise Refusal(_("It is no longer there, so there is nothing to undo."))
    return thing


def bring_back(model: type[models.Model], change: "Change", by: "User | None") -> "Change | None":
    """A removed thing returns under the number it had."""
    if model._default_manager.filter(pk=change.thing).exists():
        raise Refusal(_("It is there again already."))
    fields = {field.name: field for field in model._meta.concrete_fields}
    values = {
        fields[name].attname: fields[name].to_python(value)
        for name, value in change.before.items()
        if name in fields
    }
    thing = model(**values)
    if not isinstance(thing, Historic):
        raise Refusal(_("This cannot be undone."))
    refuse_what_cannot_stand(thing)
    thing.save(force_insert=True)
    thing.index()
    return thing._remember(by, "undo", before={}, after=thing.snapshot())


def refuse_what_cannot_stand(thing: Historic) -> None:
    """Another may have taken its place since, and what it leaned on may be gone."""
    try:
        thing.validate_unique()
        thing.validate_constraints()
    except ValidationError as problem:
        raise Refusal(_("It is there again already.")) from problem
    for field in thing._meta.concrete_fields:
        value = getattr(thing, field.attname)
        leans = field.remote_field and field.related_model
        if leans and value is not None and not leans._base_manager.filter(pk=value).exists():
            raise Refusal(_("What it belonged to is gone, so it cannot come back."))


def take_back(thing: Historic, change: "Change", by: "User | None") -> "Change | None":
    now = thing.snapshot(change.after)
    if now != change.after:
        raise Refusal(_("This was changed again since, so undoing it would lose the newer change."))
    if not change.before:
        return thing.remove(by=by, what="undo")
    return thing.change(by=by, what="undo", **change.before)
