"""What we ask a page that stands in the browser: complaints as sentences, none is good."""

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

ASK_AXE = """(rules) => axe.run(document, {runOnly: rules, resultTypes: ["violations"]})"""

# The outermost element that sticks out, unless something around it scrolls or clips.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const held = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement)
      if (getComputedStyle(one).overflowX !== "visible") return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width && box.right > width + 1 && !held(element);
  });
  const last = wide.filter((element) => !wide.some((other) => other !== element
    && element.contains(other)));
  return (last.length ? last : wide).slice(0, 4).map((element) =>
    `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim()
    .slice(0, 40)}” by ${Math.round(element.getBoundingClientRect().right - width)} px`);
}"""


class Ears:
    """What a page complains about while it stands: scripts, policy, missing files."""

    def __init__(self, page: Page) -> None:
        self.heard: list[str] = []
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.heard.append(f"script: {error}"))

    def hear(self, message: Any) -> None:
        """The browser's own word on an answer of 4xx is no complaint: we asked for that page."""
        if message.type == "error" and "status of 4" not in message.text:
            self.heard.append(f"console: {message.text}")

    def told(self) -> list[str]:
        heard, self.heard = self.heard, []
        return heard


def barriers(page: Page) -> list[str]:
    """What axe finds."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(ASK_AXE, RULES)
    return [
        f"{one['id']}: {one['help']}: {node['html'][:160]} ({node['failureSummary'][:300]})"
        for one in found["violations"]
        for node in one["nodes"][:3]
    ]


def sticking_out(page: Page, width: int, height: int = 844) -> list[str]:
    page.set_viewport_size({"width": width, "height": height})
    return [f"at {width} px: {one}" for one in page.evaluate(STICKING_OUT)]


def sticking_out_when_large(page: Page, width: int) -> list[str]:
    """With the letters twice as large, as somebody sets them who sees little."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = sticking_out(page, width)
    page.evaluate("document.documentElement.style.fontSize = ''")
    return [f"{one}, letters at 200 %" for one in found]


def weight_of(context: BrowserContext, address: str) -> dict[str, int]:
    """Bytes that came over the wire for a first visit, file by file."""
    page = context.new_page()
    wire = context.new_cdp_session(page)
    names: dict[str, str] = {}
    weights: dict[str, int] = {}
    wire.send("Network.enable")
    wire.on(
        "Network.requestWillBeSent", lambda e: names.update({e["requestId"]: e["request"]["url"]})
    )
    wire.on(
        "Network.loadingFinished",
        lambda e: weights.update({names.get(e["requestId"], "?"): int(e["encodedDataLength"])}),
    )
    page.goto(address, wait_until="networkidle")
    page.close()
    return weights
