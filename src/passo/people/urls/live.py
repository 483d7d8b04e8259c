"""Addresses under /b/<business>/accounts/."""

from django.urls import path

from passo.people.views import live, live_adding

HERE = "b/<slug:slug>/accounts/"
ONE = f"{HERE}<int:live_account_id>/"

urlpatterns = [
    path(HERE, live.live_accounts, name="live_accounts"),
    path(f"{HERE}add/", live_adding.add_live_account, name="add_live_account"),
    path(f"{HERE}add/mail/", live_adding.add_mailbox, name="add_mailbox"),
    path(f"{HERE}add/calendar-and-contacts/", live_adding.add_books, name="add_books"),
    path(f"{HERE}add/calendar-address/", live_adding.add_calendar, name="add_calendar"),
    path(ONE, live.live_account, name="live_account"),
    path(f"{ONE}folders/", live_adding.choose_folders, name="choose_folders"),
    path(f"{ONE}folders/find/", live_adding.find_folders, name="find_folders"),
    path(f"{ONE}look/", live.look_now, name="look_now"),
    path(f"{ONE}pause/", live.pause, name="pause_live_account"),
    path(f"{ONE}resume/", live.resume, name="resume_live_account"),
    path(f"{ONE}password/", live.retype_password, name="retype_password"),
    path(f"{ONE}disconnect/", live.disconnect, name="disconnect_live_account"),
]
