"""Addresses of small offers; the client's own lie outside any business."""

from django.urls import path

from passo.steps.views import offer_after, offer_answer, offer_sending, offers

HERE = "b/<slug:slug>/offers/"
ONE = f"{HERE}<int:offer_id>/"

urlpatterns = [
    path(HERE, offers.offer_library, name="offers"),
    path(f"{HERE}new/", offers.new_offer, name="new_offer"),
    path(f"{HERE}check/", offers.check_offer, name="check_offer"),
    path(f"{HERE}yardstick/", offer_after.offer_yardstick, name="offer_yardstick"),
    path(ONE, offers.offer_page, name="offer"),
    path(f"{ONE}edit/", offers.edit_offer, name="edit_offer"),
    path(f"{ONE}for/", offer_sending.offer_for_whom, name="offer_for_whom"),
    path(f"{ONE}send/", offer_sending.send_offer, name="send_offer"),
    path(f"{ONE}mail/", offer_sending.mail_offer, name="mail_offer"),
    path(f"{ONE}pdf/", offer_sending.offer_as_pdf, name="offer_as_pdf"),
    path(f"{ONE}answer/", offer_after.note_answer, name="note_answer"),
    path(f"{ONE}withdraw/", offer_after.withdraw_offer, name="withdraw_offer"),
    path(f"{ONE}delivered/", offer_after.deliver_offer, name="deliver_offer"),
    path(f"{ONE}value/", offer_after.value_offer, name="value_offer"),
    path(f"{ONE}remove/", offer_after.remove_offer, name="remove_offer"),
    path("offer/<str:token>/", offer_answer.client_offer, name="client_offer"),
    path("offer/<str:token>/pdf/", offer_answer.client_offer_pdf, name="client_offer_pdf"),
]
