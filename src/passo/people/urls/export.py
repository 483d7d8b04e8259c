"""Addresses under /b/<business>/ where people are taken along."""

from django.urls import path

from passo.people.views import export

urlpatterns = [
    path("b/<slug:slug>/people/export/", export.export_people, name="export_people"),
    path(
        "b/<slug:slug>/people/export/<int:export_id>/",
        export.export_people_progress,
        name="export_people_progress",
    ),
    path(
        "b/<slug:slug>/people/export/<int:export_id>/file/",
        export.download_people,
        name="download_people",
    ),
]
