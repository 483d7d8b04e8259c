"""Files on their way in: in pieces where there is a script, whole where there is none."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpResponseBase, JsonResponse, UnreadablePostError
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from passo.businesses import files
from passo.businesses.access import members_only
from passo.businesses.models import Business
from passo.lib.refusal import Refusal
from passo.people.bringing_in import beginning, receiving
from passo.people.person_forms import is_number

View = Callable[..., HttpResponseBase]
GONE_ON, CANNOT, FULL = 409, 422, 507


class Kept(UploadedFile):  # type: ignore[type-arg]  # Django knows none at run time
    """A file that lies in the business's folder already."""

    def __init__(self, path: Path, name: str, size: int) -> None:
        super().__init__(None, name=name, size=size)
        self.path = path


class IntoFolder(FileUploadHandler):
    """Written where it stays, as it comes: never in memory, and whole or not at all."""

    def __init__(self, business: Business) -> None:
        super().__init__()
        self.business = business
        self.paths: list[Path] = []
        self.is_full = False

    def new_file(self, *args: Any, **values: Any) -> None:
        super().new_file(*args, **values)
        self.paths.append(files.new_file(self.business.pk, "in"))
        self.file: Any = self.paths[-1].open("wb", buffering=0)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        try:
            receiving.write(self.file, raw_data)
        except OSError as problem:
            if problem.errno not in receiving.NO_ROOM:
                raise
            self.is_full = True
            raise SkipFile from problem

    def file_complete(self, file_size: int) -> "UploadedFile[Any]":
        self.file.close()
        return Kept(self.paths[-1], self.file_name or "", file_size)

    def forget_all(self) -> None:
        for path in self.paths:
            path.unlink(missing_ok=True)


def takes_files(view: View) -> View:
    """Whoever may not is turned away before a byte is read; also the token comes after."""

    @wraps(view)
    def taking(request: Any, business: Business, *args: Any, **values: Any) -> HttpResponseBase:
        receiving.refuse_without_room(business, int(request.headers.get("Content-Length") or 0))
        into = IntoFolder(business)
        request.upload_handlers = [into]
        try:
            return csrf_protect(view)(request, business, into, *args, **values)
        finally:
            into.forget_all()

    guarded: Any = csrf_exempt(members_only("staff")(taking))
    guarded.takes_files = True
    taken: View = require_POST(guarded)
    return taken


@takes_files
def upload(request: Any, business: Business, into: IntoFolder) -> HttpResponseBase:
    """A plain form. What nobody chose has no name."""
    for one in request.FILES.getlist("files"):
        beginning.receive(business, one.path, one.name)
        into.paths.remove(one.path)
    if into.is_full:
        raise receiving.full()
    return redirect("bring_in", business.slug)


@require_POST
@members_only("staff")
def begin_upload(request: Any, business: Business) -> JsonResponse:
    """A file is announced; the answer says how much of it is here already."""
    name, size = request.POST.get("name", ""), request.POST.get("size", "")
    if not name or not is_number(size):
        return JsonResponse({"sentence": _("This is no file.")}, status=CANNOT)
    try:
        made = receiving.expected(business, name, int(size), request.POST.get("stamp", ""))
    except Refusal as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=FULL)
    return answer(made.pk, receiving.here(made), made)


@require_POST
@members_only("staff")
def upload_piece(request: Any, business: Business, import_id: int) -> JsonResponse:
    """The next bytes; where they do not fit to the last ones, how much is here."""
    brought_by = get_object_or_404(business.imports, pk=import_id)
    at = request.GET.get("at", "")
    if brought_by.state != "uploading" or not is_number(at):
        return JsonResponse({"here": receiving.here(brought_by)}, status=GONE_ON)
    try:
        here = receiving.take(brought_by, request, int(at))
    except (receiving.OutOfStep, FileNotFoundError, UnreadablePostError):
        return JsonResponse({"here": receiving.here(brought_by)}, status=GONE_ON)
    except Refusal as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=FULL)
    return answer(import_id, here, brought_by)


def answer(import_id: int, here: int, brought_by: Any) -> JsonResponse:
    """With the last byte it is looked at."""
    is_whole = here >= brought_by.bytes
    if is_whole:
        beginning.look_at(brought_by)
    return JsonResponse({"id": import_id, "here": here, "is_whole": is_whole})
