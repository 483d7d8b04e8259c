"""Addresses of whom you could bring together, and of what they need."""

from django.urls import path

from passo.introductions.views import worthy

HERE = "b/<slug:slug>/introductions/worthy/"

urlpatterns = [
    path(HERE, worthy.worthy_introductions, name="worthy_introductions"),
    path(f"{HERE}need/", worthy.note_need, name="note_need"),
    path(f"{HERE}need/<int:need_id>/remove/", worthy.remove_need, name="remove_need"),
    path(f"{HERE}drop/", worthy.drop_worthy, name="drop_worthy"),
]
