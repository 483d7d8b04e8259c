"""Addresses of introductions going on; that of whoever is asked lies outside any business."""

from django.urls import path

from passo.introductions.views import asked, going_on, introductions, writing

HERE = "b/<slug:slug>/introductions/"
ONE = f"{HERE}<int:introduction_id>/"
ASK = f"{HERE}asks/<int:ask_id>/"

urlpatterns = [
    path(HERE, introductions.introductions, name="introductions"),
    path(f"{HERE}new/", writing.write_introduction, name="write_introduction"),
    path(ONE, introductions.introduction, name="introduction"),
    path(f"{ONE}edit/", writing.edit_introduction, name="edit_introduction"),
    path(f"{ONE}send/", writing.send_introduction, name="send_introduction"),
    path(f"{ONE}introduce/", going_on.introduce, name="introduce"),
    path(f"{ONE}met/", going_on.meet, name="introduction_met"),
    path(f"{ONE}told/", going_on.tell, name="introduction_told"),
    path(f"{ONE}thanked/", going_on.thank, name="introduction_thanked"),
    path(f"{ONE}withdraw/", going_on.withdraw, name="withdraw_introduction"),
    path(f"{ONE}remove/", writing.remove_introduction, name="remove_introduction"),
    path(f"{ASK}mail/", going_on.mail_ask, name="mail_ask"),
    path(f"{ASK}yes/", going_on.note_yes, name="note_yes"),
    path("asked/<str:token>/", asked.asked, name="asked"),
]
