"""What a page names in its head is there: the test ground does not look static files up."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

from passo import businesses

TEMPLATES = Path(businesses.__file__).parent / "templates"


def test_every_script_of_a_page_exists():
    named = [
        name
        for template in TEMPLATES.rglob("*.html")
        for name in re.findall(r"\{% static '([^']+)' %\}", template.read_text())
    ]
    assert named
    assert [name for name in named if not finders.find(name)] == []
