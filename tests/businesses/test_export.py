"""Taking everything along: the export, its progress, and what the nights clear away."""

import csv
import io
import json
import os
import stat
import subprocess
import sys
import time
import zipfile
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from passo.businesses import export, exporting, files, housekeeping, jobs
from passo.businesses.models import Progress
from passo.lib import archive
from tests.world import make_invitation, visitor, words_of

pytestmark = pytest.mark.django_db


def ask_for_export(client, business):
    return client.post(reverse("export_business", args=[business.slug]))


def exported(business, user):
    """An export as a worker would make it."""
    progress = exporting.begin(business, user)
    jobs.export.func(business.pk, progress.pk, user.pk)
    progress.refresh_from_db()
    return progress


def fetched(client, business, progress):
    answer = client.get(reverse("download_export", args=[business.slug, progress.pk]))
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


def table(zipped, name):
    text = zipped.read(name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


# --- From the click to the file --------------------------------------------------------------


def test_asking_shows_how_far_it_is(client_of, anna, bakery):
    client = client_of(anna)
    answer = ask_for_export(client, bakery)
    assert answer.headers["Location"].endswith("/settings/#export")
    page = client.get(answer.headers["Location"]).text
    progress = bakery.progresses.get()
    address = reverse("progress", args=[bakery.slug, progress.pk])
    assert f'hx-get="{address}" hx-trigger="every 1s"' in page
    assert f'href="{address}"' in page


def test_asking_twice_makes_one(client_of, anna, bakery):
    client = client_of(anna)
    ask_for_export(client, bakery)
    ask_for_export(client, bakery)
    assert bakery.progresses.count() == 1


def test_progress_is_a_page_and_a_part_that_asks_again_until_it_is_over(client_of, anna, bakery):
    client = client_of(anna)
    ask_for_export(client, bakery)
    progress = bakery.progresses.get()
    progress.advance(3, total=12)
    address = reverse("progress", args=[bakery.slug, progress.pk])
    part = client.get(address, headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert 'value="25" max="100"' in part
    assert "every 1s" in part
    assert "<html" in client.get(address).text
    jobs.export.func(bakery.pk, progress.pk, anna.pk)
    part = client.get(address, headers={"hx-request": "true"}).text
    assert "every 1s" not in part
    assert "Fetch it" in part


def test_everything_of_the_business_lies_in_it_twice(client_of, anna, bakery, ben):
    bakery.settle(by=anna, sentence="Bread, “rolls” and\ncakes; every day")
    make_invitation(bakery, "Gina")
    zipped = fetched(client_of(anna), bakery, exported(bakery, anna))
    assert zipped.testzip() is None
    members = table(zipped, "businesses-membership.csv")
    assert [one["user_email"] for one in members] == [anna.email, ben.email]
    as_json = json.loads(zipped.read("businesses-membership.json"))
    assert [one["user_name"] for one in as_json] == ["Anna Bianchi", "Ben Rossi"]
    changes = json.loads(zipped.read("businesses-change.json"))
    assert len(changes) == bakery.changes.count()
    assert changes[-1]["thing_name"] == "Gina"
    assert json.loads(zipped.read("business.json"))["name"] == "Bianchi Bakery"
    assert "apostrophe" in zipped.read("README.txt").decode()


def test_nothing_of_another_business_lies_in_it(client_of, anna, bakery, garage):
    zipped = fetched(client_of(anna), bakery, exported(bakery, anna))
    everything = b"".join(zipped.read(name) for name in zipped.namelist())
    assert b"Weber" not in everything


def test_no_secret_lies_in_it(client_of, anna, bakery):
    invitation, _ = make_invitation(bakery)
    zipped = fetched(client_of(anna), bakery, exported(bakery, anna))
    everything = b"".join(zipped.read(name) for name in zipped.namelist()).decode()
    assert invitation.token_hash not in everything
    assert anna.password not in everything


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_words_that_look_like_a_formula_are_words(client_of, anna, bakery, words):
    make_invitation(bakery, words)
    zipped = fetched(client_of(anna), bakery, exported(bakery, anna))
    assert table(zipped, "businesses-invitation.csv")[0]["name"] == f"'{words}"
    assert json.loads(zipped.read("businesses-invitation.json"))[0]["name"] == words


def test_numbers_stay_numbers():
    assert export.cell(-5) == -5
    assert export.cell("\t=1") == "'\t=1"
    assert export.cell(None) is None


def test_whatever_has_a_business_is_taken_along():
    names = {export.name_of(model) for model in export.models_of_a_business()}
    assert {"businesses-membership", "businesses-change", "today-setaside"} <= names
    assert "businesses-searchrow" not in names


def test_the_explanation_is_in_the_language_of_whoever_asked(client_of, anna, bakery):
    anna.prefer(language="de")
    assert exported(bakery, anna).state == "finished"


def test_only_owners_make_and_fetch_it(client_of, anna, bakery, ben, charlie):
    progress = exported(bakery, anna)
    address = reverse("download_export", args=[bakery.slug, progress.pk])
    assert client_of(ben).get(address).status_code == 403
    assert client_of(charlie).get(address).status_code == 404
    assert visitor().get(address).status_code == 302
    assert ask_for_export(client_of(ben), bakery).status_code == 403
    assert (
        "Fetch it"
        not in client_of(ben).get(reverse("progress", args=[bakery.slug, progress.pk])).text
    )


def test_nobody_fetches_the_export_of_another_through_their_own(
    client_of, anna, bakery, charlie, garage
):
    progress = exported(bakery, anna)
    address = reverse("download_export", args=[garage.slug, progress.pk])
    assert client_of(charlie).get(address).status_code == 404


def test_the_file_has_a_name_nobody_guesses_and_is_for_passo_alone(anna, bakery):
    progress = exported(bakery, anna)
    path = exporting.file_of(progress)
    assert len(path.stem) > 40
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_file_is_called_after_the_business_and_the_day(client_of, anna, bakery):
    progress = exported(bakery, anna)
    answer = client_of(anna).get(reverse("download_export", args=[bakery.slug, progress.pk]))
    b"".join(answer)
    assert f'filename="{bakery.slug}-{timezone.localdate()}.zip"' in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]


def test_one_that_is_not_ready_or_gone_is_told(client_of, anna, bakery):
    waiting = exporting.begin(bakery, anna)
    address = reverse("download_export", args=[bakery.slug, waiting.pk])
    assert client_of(anna).get(address).status_code == 409
    waiting.finish("Ready", file="gone.zip")
    page = client_of(anna).get(address)
    assert page.status_code == 409
    assert "Please make a new one." in page.text


def test_a_full_disk_is_told(client_of, anna, bakery, monkeypatch):
    progress = exporting.begin(bakery, anna)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "new_file", full)
    with pytest.raises(OSError, match="No space"):
        jobs.export.func(bakery.pk, progress.pk, anna.pk)
    page = client_of(anna).get(reverse("progress", args=[bakery.slug, progress.pk]))
    assert "Is the disk full?" in words_of(page)


def test_half_a_file_does_not_stay(anna, bakery, monkeypatch):
    progress = exporting.begin(bakery, anna)
    begun = []

    def half(_, path, __):
        begun.append(path)
        path.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export, "write_export", half)
    with pytest.raises(OSError, match="No space"):
        jobs.export.func(bakery.pk, progress.pk, anna.pk)
    assert [path.exists() for path in begun] == [False]


def test_a_job_that_comes_twice_or_too_late_does_no_harm(anna, bakery, ben):
    progress = exported(bakery, anna)
    first = progress.file
    jobs.export.func(bakery.pk, progress.pk, anna.pk)
    progress.refresh_from_db()
    assert progress.file == first
    second = exporting.begin(bakery, ben)
    bakery.memberships.get(user=ben).leave(by=anna)
    jobs.export.func(bakery.pk, second.pk, ben.pk)
    second.refresh_from_db()
    assert second.file == ""
    number = bakery.pk
    bakery.close()
    jobs.export.func(number, second.pk, anna.pk)


def test_a_large_business_is_written_in_batches(anna, bakery, monkeypatch):
    for number in range(30):
        bakery.settle(by=anna, name=f"Bakery {number}")
    monkeypatch.setattr(export, "BATCH", 10)
    heard = []
    path = files.new_file(bakery.pk, "zip")
    rows = export.write_export(bakery, path, heard.append)
    assert rows == export.count(bakery)
    assert heard == sorted(heard)
    assert heard[-1] == rows
    assert len(heard) > 4


# --- What the nights clear away ----------------------------------------------------------------


def test_the_sweep_takes_what_has_run_out_and_leaves_the_rest(client_of, anna, bakery):
    old, new = exported(bakery, anna), None
    path = exporting.file_of(old)
    eight_days_ago = time.time() - 8 * 24 * 60 * 60
    os.utime(path, (eight_days_ago, eight_days_ago))
    Progress.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=8))
    new = exported(bakery, anna)
    client_of(anna)
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    forgotten, _ = make_invitation(bakery, "Forgotten")
    forgotten.expires_at = timezone.now() - timedelta(days=31)
    forgotten.save()
    make_invitation(bakery, "Fresh")
    jobs.sweep.func()
    assert not path.exists()
    assert exporting.file_of(new).exists()
    assert list(bakery.progresses.all()) == [new]
    assert [one.name for one in bakery.invitations.all()] == ["Fresh"]
    assert not Session.objects.exists()


# --- The nightly backup, in a Passo of its own ---------------------------------------------------

TONIGHT = """
import django; django.setup()
from passo.businesses import jobs
jobs.nightly_backup.func()
"""


def test_the_nightly_backup_keeps_seven_days(tmp_path):
    """A backup opens the database a second time, which no test transaction could hold."""
    environment = {**os.environ, "PASSO_DATA": str(tmp_path), "DATABASE_URL": ""}
    subprocess.run([sys.executable, "-m", "passo", "migrate"], env=environment, check=True)
    folder = tmp_path / "backups"
    folder.mkdir(exist_ok=True)
    for day in range(10, 20):
        (folder / f"passo-202601{day}-030000.zip").touch()
    subprocess.run([sys.executable, "-c", TONIGHT], env=environment, check=True)
    kept = archive.backups(folder)
    assert len(kept) == housekeeping.BACKUPS_KEPT
    assert zipfile.is_zipfile(kept[0])
