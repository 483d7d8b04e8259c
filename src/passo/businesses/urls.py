"""Addresses of the accounts, of the businesses one has, and of what every business has."""

from django.urls import path

from passo.businesses.views import (
    account,
    business_settings,
    businesses,
    history,
    joining,
    team,
    welcome,
)

urlpatterns = [
    path("welcome/<str:token>/", welcome.welcome, name="welcome"),
    path("welcome/<str:token>/business/", welcome.welcome_business, name="welcome_business"),
    path("welcome/<str:token>/account/", welcome.welcome_account, name="welcome_account"),
    path("join/<str:token>/", joining.join, name="join"),
    path("you/", account.account, name="account"),
    path("you/close/", account.close_account, name="close_account"),
    path("you/theme/", account.theme, name="theme"),
    path("you/language/", account.choose_language, name="choose_language"),
    path("businesses/", businesses.businesses, name="businesses"),
    path("businesses/new/", businesses.new_business, name="new_business"),
    path("b/<slug:slug>/settings/", business_settings.business_settings, name="business_settings"),
    path("b/<slug:slug>/settings/keep/", business_settings.settle, name="settle_business"),
    path("b/<slug:slug>/leave/", businesses.leave_business, name="leave_business"),
    path("b/<slug:slug>/delete/", businesses.delete_business, name="delete_business"),
    path("b/<slug:slug>/sample/remove/", businesses.remove_sample, name="remove_sample"),
    path("b/<slug:slug>/export/", business_settings.export_business, name="export_business"),
    path(
        "b/<slug:slug>/export/<int:progress_id>/",
        business_settings.download_export,
        name="download_export",
    ),
    path("b/<slug:slug>/progress/<int:progress_id>/", business_settings.progress, name="progress"),
    path("b/<slug:slug>/team/", team.team, name="team"),
    path("b/<slug:slug>/team/invite/", team.invite, name="invite"),
    path("b/<slug:slug>/team/<int:membership_id>/role/", team.change_role, name="change_role"),
    path("b/<slug:slug>/team/<int:membership_id>/out/", team.take_out, name="take_out"),
    path(
        "b/<slug:slug>/team/invitations/<int:invitation_id>/withdraw/",
        team.withdraw,
        name="withdraw",
    ),
    path("b/<slug:slug>/history/", history.history, name="history"),
    path("b/<slug:slug>/history/<int:change_id>/undo/", history.undo_change, name="undo_change"),
]
