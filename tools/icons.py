"""Bring the icons that pages name from an unpacked lucide-static package, and drop the others.

`npm pack lucide-static@1.62.0`, unpack, then `python tools/icons.py package/icons`.
"""

import re
import shutil
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "passo"
ICONS = SOURCE / "ui" / "icons"
NAMED = re.compile(r"""icon\s*=?\s*["']([a-z0-9-]+)["']""")
QUOTED = re.compile(r"""["']([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["']""")


def named_in_templates() -> set[str]:
    pages = SOURCE.rglob("*.html")
    return {name for page in pages for name in NAMED.findall(page.read_text(encoding="utf-8"))}


def quoted_in_code(known: set[str]) -> set[str]:
    """Files that speak of icons name them among other words: those that are icons count."""
    texts = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")]
    words = {word for text in texts if "icon" in text for word in QUOTED.findall(text)}
    return words & known


def main(folder: Path) -> int:
    known = {path.stem for path in folder.glob("*.svg")}
    wanted = named_in_templates() | quoted_in_code(known)
    if missing := wanted - known:
        print("No such icon:", ", ".join(sorted(missing)))
        return 1
    for path in ICONS.glob("*.svg"):
        path.unlink()
    for name in sorted(wanted):
        shutil.copyfile(folder / f"{name}.svg", ICONS / f"{name}.svg")
    print(f"{len(wanted)} icons.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
