"""What is typed around the list of people: filters, a view's name, a tag's, somebody new."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.businesses.fields import WordsField
from passo.businesses.models import Business
from passo.lib.search import fold
from passo.people.addresses import country_of
from passo.people.list_words import NEVER, REACHES, SORTS
from passo.people.listing import Wish
from passo.people.models import Tag
from passo.people.models.person import Warmth
from passo.people.person_forms import way_of

TAGS, IMPORTS = 300, 50
Choices = Sequence[tuple[Any, Any]]


class FilterForm(forms.Form):
    """Every filter of the list, as it is in force. What is sent is read by `listing.wish_of`."""

    sort = forms.ChoiceField(label=gettext_lazy("In which order?"), choices=SORTS)
    warmth = forms.ChoiceField(label=gettext_lazy("Warmth"))
    tag = forms.ChoiceField(label=gettext_lazy("Tag"))
    organisation = forms.CharField(label=gettext_lazy("Firm"), max_length=200)
    came_with = forms.ChoiceField(label=gettext_lazy("Came with"))
    reach = forms.ChoiceField(label=gettext_lazy("Ways to reach"))
    spoken = forms.ChoiceField(label=gettext_lazy("Touches"))

    def __init__(self, business: Business, wish: Wish) -> None:
        values = {name: getattr(wish, name) or "" for name in self.base_fields}
        super().__init__(initial=values, auto_id="filter-%s", use_required_attribute=False)
        tags = business.tags.values_list("pk", "name")[:TAGS]
        imports = business.imports.exclude(counts={}).values_list("pk", "name")[:IMPORTS]
        self.offer("warmth", Warmth.choices)
        self.offer("tag", list(tags))
        self.offer("came_with", list(imports))
        self.offer("reach", REACHES)
        self.offer("spoken", [("never", NEVER)])

    def offer(self, name: str, choices: Choices) -> None:
        field: Any = self.fields[name]
        field.choices = [("", _("any")), *choices]

    @property
    def filters(self) -> list[Any]:
        """All but the order, which stands apart."""
        return [self[name] for name in self.fields if name != "sort"]


class ViewForm(forms.Form):
    name = WordsField(
        label=gettext_lazy("Keep this list as"),
        max_length=60,
        missing=gettext_lazy("Please give it a name."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class TagNameForm(forms.Form):
    name = WordsField(
        label=gettext_lazy("Tag"), max_length=60, missing=gettext_lazy("Please write a word.")
    )

    def __init__(self, typed: Any = None, *, tag: Tag) -> None:
        super().__init__(typed, initial={"name": tag.name}, auto_id=f"tag-{tag.pk}-%s")
        self.tag = tag

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        key = fold(name)[:60]
        if not key:
            raise ValidationError(_("Please write a word."))
        others = self.tag.business.tags.exclude(pk=self.tag.pk)
        if other := others.filter(key=key).first():
            raise ValidationError(_("There is a tag “%s” already.") % other)
        return name


class NewPersonForm(forms.Form):
    """Somebody new, in one line: a name is enough."""

    name = WordsField(
        label=gettext_lazy("Name"),
        max_length=200,
        missing=gettext_lazy("Please write a name, or whatever you call them."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
    way = WordsField(
        label=gettext_lazy("Mail address or phone"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    organisation = WordsField(
        label=gettext_lazy("Firm"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, typed: Any, *, business: Business, initial: dict[str, str]) -> None:
        super().__init__(typed, initial=initial, auto_id="new-%s")
        self.business = business

    def clean_way(self) -> str:
        said = str(self.cleaned_data["way"])
        if said and self.way_of(said)[0] not in {"mail", "phone"}:
            raise ValidationError(_("Please write a whole mail address or phone number."))
        return said

    def way_of(self, said: str) -> tuple[str, str]:
        return way_of(said, country_of(self.business))
