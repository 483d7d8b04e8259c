import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from passo.businesses.models import User
from tests.cli.asking import ask, environment
from tests.world import make_user

pytestmark = pytest.mark.django_db
Passo = Callable[..., Any]
GOOD = "seven small stones"


def test_an_account_without_password_comes_with_a_link(passo: Passo) -> None:
    told = passo("user", "add", "Lia@Example.org", "--name", "Lia", "--json").told
    assert told["mail"] == "lia@example.org"
    assert told["password_link"].startswith("http://localhost:8000/account/password/reset/key/")
    assert not told["has_password"]


def test_a_password_comes_over_standard_input(passo: Passo) -> None:
    said = passo("user", "add", "lia@example.org", "--password-stdin", "--json", typed=f"{GOOD}\n")
    assert said.told["password_link"] is None
    assert User.objects.get().check_password(GOOD)


def test_a_weak_password_makes_no_account(passo: Passo) -> None:
    assert passo("user", "add", "lia@example.org", "--password-stdin", typed="1234\n").code == 1
    assert not User.objects.exists()


@pytest.mark.parametrize("mail", ["lia", "lia@", "anna.bianchi@example.org"])
def test_a_mail_that_is_none_or_taken_is_refused(passo: Passo, anna: User, mail: str) -> None:
    said = passo("user", "add", mail)
    assert said.code == 1
    assert "email:" in said.err


def test_a_new_password_opens_the_account(passo: Passo, anna: User) -> None:
    assert passo("user", "password", anna.email, "--password-stdin", typed=GOOD).code == 0
    anna.refresh_from_db()
    assert anna.check_password(GOOD)


def test_without_a_terminal_a_password_is_not_asked_for(passo: Passo, anna: User) -> None:
    said = passo("user", "password", anna.email)
    assert said.code == 1
    assert "--password-stdin" in said.err


def test_the_link_lets_somebody_choose_a_password_once(
    passo: Passo, anna: User, client: Any
) -> None:
    link = passo("user", "reset-link", anna.email, "--json").told["password_link"]
    page = client.get(link.partition("8000")[2], follow=True)
    form = {"password1": GOOD, "password2": GOOD}
    client.post(page.redirect_chain[-1][0], form)
    anna.refresh_from_db()
    assert anna.check_password(GOOD)
    again = client.get(link.partition("8000")[2], follow=True)
    assert "password1" not in again.content.decode()


def test_a_closed_account_gets_no_link(passo: Passo) -> None:
    make_user("Old", email="old@example.org", is_active=False)
    assert passo("user", "reset-link", "old@example.org").code == 1


def test_nobody_by_that_mail_is_five(passo: Passo, anna: User) -> None:
    said = passo("user", "reset-link", "ana.bianchi@example.org")
    assert said.code == 5
    assert anna.email in said.err


def test_who_runs_this_passo_is_said_and_unsaid(passo: Passo, anna: User) -> None:
    assert passo("user", "operator", anna.email, "--json").told["is_operator"] is True
    assert passo("user", "operator", anna.email, "--off", "--json").told["is_operator"] is False


def test_everybody_is_listed_with_their_businesses(passo: Passo, dora: User) -> None:
    (one,) = passo("user", "list", "--json").told["users"]
    assert one["mail"] == dora.email
    assert sorted(one["businesses"]) == ["lopez-flowers", "lopez-gardens"]
    assert dora.email in passo("user", "list").out


def test_an_empty_list_of_people_says_so(passo: Passo) -> None:
    assert passo("user", "list").out.strip() == "Nobody yet."


@pytest.mark.parametrize(("second", "code"), [(GOOD, 0), ("something else", 1)])
def test_at_a_terminal_a_password_is_typed_twice(tmp_path: Path, second: str, code: int) -> None:
    ask(tmp_path, "user", "add", "lia@example.org")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "passo", "user", "password", "lia@example.org"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        start_new_session=True,
    )
    for typed in (GOOD, second):
        answer_when_asked(process, ours, typed)
    _out, complaint = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == code
    assert (b"not the same" in complaint) == bool(code)


def answer_when_asked(process: "subprocess.Popen[bytes]", terminal: int, typed: str) -> None:
    """Typed too early it would be thrown away, as at any prompt for a password."""
    assert process.stderr
    asked = b""
    while not asked.endswith(b": "):
        asked += process.stderr.read(1)
    time.sleep(0.2)
    os.write(terminal, typed.encode() + b"\n")


def test_lost_second_factors_are_taken_away(passo: Passo, anna: User) -> None:
    anna.authenticator_set.create(type="totp", data={"secret": "sealed"})
    assert passo("user", "unlock", anna.email, "--json").told["taken_away"] == 1
    assert not anna.authenticator_set.exists()
