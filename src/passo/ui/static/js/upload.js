// Files go in pieces. When the way breaks, it goes on where the server says it got to.
const [LEAST, MOST] = [2 ** 18, 2 ** 22];
const [QUICK_MS, LONGEST_PAUSE_MS] = [1500, 15000];

// Out of step, or no answer: it is tried again. A sentence is a no, and so is a page to sign in.
async function post(address, body) {
  const headers = JSON.parse(document.body.getAttribute("hx-headers"));
  const answer = await fetch(address, { method: "POST", body, headers });
  const isOurs = answer.headers.get("content-type")?.startsWith("application/json");
  if (answer.status === 409 || (answer.status >= 500 && !isOurs)) throw new Error("again");
  return isOurs ? answer.json() : {};
}

async function sendPieces(file, { begin, pieces }, bar) {
  const about = { name: file.name, size: file.size, stamp: file.lastModified };
  let now = await post(begin, new URLSearchParams(about));
  for (let length = LEAST; now.id && !now.is_whole;) {
    bar.value = now.here / file.size;
    const began = performance.now();
    const piece = file.slice(now.here, now.here + length);
    now = await post(`${pieces.replace("/0/", `/${now.id}/`)}?at=${now.here}`, piece);
    length = performance.now() - began < QUICK_MS ? Math.min(length * 2, MOST) : LEAST;
  }
  bar.value = now.is_whole ? 1 : bar.value;
  return now;
}

class Upload extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    form.querySelector("button").hidden = true;
    form.addEventListener("change", () => this.#sendAll([...form.elements.files.files]));
    form.addEventListener("drop", (event) => this.#sendAll([...event.dataTransfer.files]));
    ["dragover", "drop"].forEach((name) => form.addEventListener(name, (e) => e.preventDefault()));
  }

  async #sendAll(files) {
    const list = Object.assign(this.querySelector("ul"), { hidden: false });
    list.append(...files.map(() => this.querySelector("template").content.cloneNode(true)));
    const rows = [...list.children].slice(-files.length);
    rows.forEach((row, at) => { row.querySelector("[data-name]").textContent = files[at].name; });
    const sent = [];
    for (const [at, file] of files.entries()) sent.push(await this.#send(file, rows[at]));
    if (sent.length && sent.every(Boolean)) location.reload();
  }

  async #send(file, row) {
    const words = (name) => this.querySelector(`[data-words=${name}]`).content.textContent;
    for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const end = await sendPieces(file, this.dataset, row.querySelector("progress"))
        .catch(() => null);
      const sentence = end?.is_whole ? "" : end?.sentence ?? words(end ? "broken" : "waiting");
      row.querySelector("[data-said]").textContent = sentence;
      if (end) return Boolean(end.is_whole);
      await new Promise((resolve) => { setTimeout(resolve, pause); });
    }
  }
}

customElements.define("passo-upload", Upload);
