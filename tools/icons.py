"""Bring the icons that pages name from an unpacked lucide-static package, and drop the others.

`npm pack lucide-static@1.62.0`, unpack, then `python tools/icons.py package/icons`.
"""

import re
import shutil
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "passo"
ICONS = SOURCE / "ui" / "icons"
NAMED = re.compile(r"""(?:icon|icon_name|chip|default):?\s*=?\s*["']([a-z0-9-]+)["']""")
SPEAKS_OF_ICONS = re.compile(r"icon\b")
QUOTED = re.compile(r"""["']([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["']""")


def named_in_templates(known: set[str]) -> set[str]:
    pages = SOURCE.rglob("*.html")
    named = {name for page in pages for name in NAMED.findall(page.read_text(encoding="utf-8"))}
    return named & known


def quoted_in_code(known: set[str]) -> set[str]:
    """Files that speak of icons name them among other words: those that are icons count."""
    areas = [path for path in SOURCE.glob("*/*.py") if path.parent.name not in {"lib", "cli"}]
    texts = [path.read_text(encoding="utf-8") for path in areas]
    speaking = [text for text in texts if SPEAKS_OF_ICONS.search(text)]
    words = {word for text in speaking for word in QUOTED.findall(text)}
    return words & known


def main(folder: Path) -> int:
    known = {path.stem for path in folder.glob("*.svg")}
    wanted = named_in_templates(known) | quoted_in_code(known)
    for path in ICONS.glob("*.svg"):
        path.unlink()
    for name in sorted(wanted):
        shutil.copyfile(folder / f"{name}.svg", ICONS / f"{name}.svg")
    print(f"{len(wanted)} icons.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
