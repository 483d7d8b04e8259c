"""What is typed about an introduction."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.businesses.fields import TURNING, WordsField
from passo.introductions.drafts import Draft
from passo.introductions.models import Introduction
from passo.people.tongues import LANGUAGES

LONGEST_WORDS, LONGEST_LINE, LONGEST_PURPOSE, LONGEST_OUTCOME = 3_000, 300, 200, 300


class LettersField(forms.CharField):
    """Several lines."""

    def __init__(self, *, rows: int, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value)).replace("\r\n", "\n")
        if TURNING.search(typed):
            raise ValidationError(
                _("There are signs in it that nobody can see. Please type it anew.")
            )
        return typed


class IntroductionForm(forms.Form):
    purpose = WordsField(
        max_length=LONGEST_PURPOSE, required=False, label=gettext_lazy("What it is about")
    )
    language = forms.ChoiceField(
        choices=[(code, code) for code in LANGUAGES], widget=forms.HiddenInput
    )
    words = LettersField(
        rows=10,
        max_length=LONGEST_WORDS,
        label=gettext_lazy("Message"),
        error_messages={"required": gettext_lazy("Write a few words.")},
    )
    blurb = WordsField(
        max_length=LONGEST_LINE,
        missing=gettext_lazy("Write one line."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    blurb_other = WordsField(
        max_length=LONGEST_LINE,
        missing=gettext_lazy("Write one line."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, made: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not made:
            del self.fields["blurb_other"]


class ToldForm(forms.Form):
    outcome = WordsField(
        max_length=LONGEST_OUTCOME,
        label=gettext_lazy("What came of it"),
        missing=gettext_lazy("Write a few words."),
    )


class TogetherForm(forms.Form):
    """The mail to both."""

    subject = WordsField(max_length=LONGEST_PURPOSE, label=gettext_lazy("Subject"))
    words = LettersField(rows=9, max_length=LONGEST_WORDS, label=gettext_lazy("Mail to both"))


def drafted(draft: Draft, purpose: str) -> dict[str, str]:
    return {
        "purpose": purpose,
        "language": draft.language,
        "words": draft.words,
        "blurb": draft.blurb,
        "blurb_other": draft.blurb_other,
    }


def kept(made: Introduction) -> dict[str, str]:
    names = ("purpose", "language", "words", "blurb", "blurb_other")
    return {name: getattr(made, name) for name in names}
