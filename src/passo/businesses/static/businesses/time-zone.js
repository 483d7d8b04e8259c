// The device knows its time zone. It is proposed in a form that nobody has filled in yet.
class TimeZone extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("select");
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (field && [...field.options].some((one) => one.value === zone)) field.value = zone;
  }
}

customElements.define("passo-time-zone", TimeZone);
