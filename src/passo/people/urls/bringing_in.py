"""Addresses under /b/<business>/bring-in/."""

from django.urls import path

from passo.people.views import bringing_in, import_report, uploading

HERE = "b/<slug:slug>/bring-in/"
ONE = f"{HERE}<int:import_id>/"

urlpatterns = [
    path(HERE, bringing_in.bring_in, name="bring_in"),
    path(f"{HERE}start/", bringing_in.start, name="start_imports"),
    path(f"{HERE}earlier/", import_report.earlier, name="earlier_imports"),
    path(f"{HERE}upload/", uploading.upload, name="upload"),
    path(f"{HERE}upload/begin/", uploading.begin_upload, name="begin_upload"),
    path(f"{ONE}piece/", uploading.upload_piece, name="upload_piece"),
    path(f"{ONE}read-as/", bringing_in.read_as, name="read_import_as"),
    path(f"{ONE}columns/", bringing_in.columns, name="import_columns"),
    path(f"{ONE}forget/", bringing_in.forget, name="forget_import"),
    path(f"{ONE}go-on/", bringing_in.go_on, name="let_import_go_on"),
    path(ONE, import_report.import_report, name="import_report"),
    path(f"{ONE}problems.csv", import_report.problems, name="import_problems"),
    path(f"{ONE}undo/", import_report.undo, name="undo_import"),
]
