"""What the component sheet shows: every part once, with words of the sample business."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from passo.lib.money import Money
from passo.ui.charts import Stop
from passo.ui.drawing import Part

COLOURS = (
    *("paper", "surface", "sunken", "stone", "line-strong", "ink-faint", "ink"),
    *("pine", "way", "way-tint", "good", "care", "stop", "note"),
)


class SampleForm(forms.Form):
    name = forms.CharField()
    price = forms.CharField()
    password = forms.CharField(widget=forms.PasswordInput)
    form = forms.ChoiceField()
    remind = forms.ChoiceField(widget=forms.RadioSelect)
    agreed = forms.BooleanField(initial=True)


LABELS = {
    "name": (gettext_lazy("Name"), gettext_lazy("As you would call her.")),
    "price": (gettext_lazy("Price"), ""),
    "password": (gettext_lazy("Password"), gettext_lazy("Three words are easier than one.")),
    "form": (gettext_lazy("Work together as"), ""),
    "remind": (gettext_lazy("Remind me"), ""),
    "agreed": (gettext_lazy("She agreed that I write this down"), ""),
}


CHOICES = {
    "form": [("p", gettext_lazy("Partner")), ("s", gettext_lazy("Subcontractor"))],
    "remind": [
        ("1", gettext_lazy("Tomorrow")),
        ("2", gettext_lazy("Thursday")),
        ("0", gettext_lazy("No")),
    ],
}


def sample_form() -> SampleForm:
    form = SampleForm(data={"name": "Giulia Ferri", "price": "54oo", "form": "p", "remind": "1"})
    fields: dict[str, Any] = form.fields
    for name, (label, hint) in LABELS.items():
        fields[name].label, fields[name].help_text = label, hint
    for name, choices in CHOICES.items():
        fields[name].choices = choices
    form.errors.clear()
    form.errors["price"] = form.error_class([_("Two of these are letters. Try 5,400.")])
    return form


def context() -> dict[str, Any]:
    return {
        "colours": COLOURS,
        "form": sample_form(),
        "kept": Money(418_000, "EUR"),
        "sold": Money(1_864_000, "EUR"),
        "steps": steps(),
        "rungs": rungs(),
        "stops": [Stop("CB", _("You")), Stop("PR", "Paola", 0.8), Stop("GF", "Giulia", 0.1)],
        "hours": [
            Part(0.14, "fill-ceo"),
            Part(0.24, "fill-managing"),
            Part(0.52, "fill-doing"),
            Part(0.10, "fill-fires"),
        ],
        "values": [20, 26, 22, 34, 30, 46, 52, 60],
        "clients": clients(),
        "tabs": [
            {"label": _("Most profit"), "count": 9, "url": "#tabs", "here": True},
            {"label": _("In between"), "count": 18, "url": "#tabs"},
            {"label": _("Costing you"), "count": 7, "url": "#tabs"},
        ],
        "story": [
            {"icon": "phone", "text": _("You called"), "note": _("She was glad."), "when": "9 Nov"},
            {"icon": "mail", "text": _("Offer sent"), "note": "", "when": "2 Nov"},
        ],
    }


def steps() -> list[dict[str, Any]]:
    return [
        {
            "name": "paola",
            "person": "Paola Rinaldi",
            "place": _("building manager"),
            "title": _("Call Paola: are the stair lights behaving?"),
            "why": _("She paid on Friday, 12 days early."),
            "why_icon": "message-circle",
            "effect": _("Keeps your best source of work warm."),
            "minutes": 8,
        },
        {
            "name": "luca",
            "person": "Luca Marchetti",
            "place": "Hotel Porta Galliera",
            "title": _("Send Luca a one-page price"),
            "why": _("You told him “early this week”."),
            "why_icon": "quote",
            "effect": _("Moves him to a small offer."),
            "minutes": 12,
        },
    ]


def rungs() -> list[tuple[str, str]]:
    return [
        (_("Introduction"), "done"),
        (_("Interest"), "done"),
        (_("Dialogue"), "skipped"),
        (_("Small offer"), "here"),
        (_("Added value"), ""),
        (_("Trust"), ""),
        (_("Client"), ""),
    ]


def clients() -> list[dict[str, Any]]:
    return [
        {
            "name": "Bar Zamboni",
            "note": _("Fridges, lights"),
            "sales": Money(984_000, "EUR"),
            "profit": Money(412_000, "EUR"),
        },
        {
            "name": "Studio Rinaldi",
            "note": _("31 buildings"),
            "sales": Money(1_130_000, "EUR"),
            "profit": Money(397_000, "EUR"),
        },
    ]
