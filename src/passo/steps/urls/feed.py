from django.urls import path

from passo.steps.views.feed import calendar_feed, make_feed, revoke_feed, steps_calendar

urlpatterns = [
    path("b/<slug:slug>/steps/calendar/", steps_calendar, name="steps_calendar"),
    path("b/<slug:slug>/steps/calendar/new/", make_feed, name="make_feed"),
    path("b/<slug:slug>/steps/calendar/revoke/", revoke_feed, name="revoke_feed"),
    path("calendar/<str:token>/passo.ics", calendar_feed, name="calendar_feed"),
]
