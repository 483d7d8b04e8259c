"""Static files as they lie in the source; a page that names one that is not there breaks."""

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class FilesThatExist(StaticFilesStorage):
    """What the manifest does for a collected Passo, without collecting first."""

    def url(self, name: str | None) -> str:
        if not name or not finders.find(name):
            raise LookupError(f"A page names the static file “{name}”, and there is none.")
        return super().url(name)
