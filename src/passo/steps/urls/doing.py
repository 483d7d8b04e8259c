"""Addresses of steps and of suggestions: the same deeds for both."""

from django.urls import path

from passo.steps.views import doing, drafting, steps

ROW = "b/<slug:slug>/steps/<int:step_id>/"
SUGGESTED = "b/<slug:slug>/steps/suggested/<str:suggestion_key>/"

urlpatterns = [
    path("b/<slug:slug>/steps/", steps.steps, name="steps"),
    path("b/<slug:slug>/steps/new/", steps.add_step, name="add_step"),
    path(f"{ROW}change/", steps.change_step, name="change_step"),
    path(f"{ROW}remove/", steps.remove_step, name="remove_step"),
]
for one in (ROW, SUGGESTED):
    urlpatterns += [
        path(one, steps.step, name="step"),
        path(f"{one}done/", doing.done, name="step_done"),
        path(f"{one}later/", doing.later, name="step_later"),
        path(f"{one}hand-over/", doing.hand_over, name="step_hand_over"),
        path(f"{one}not-this/", doing.not_this, name="step_not_this"),
        path(f"{one}split/", doing.split, name="step_split"),
        path(f"{one}send/", drafting.send_draft, name="send_draft"),
    ]
