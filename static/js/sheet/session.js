/** The log-in behind a sheet: when it has run out the words stay, and go on being saved as soon as it is back. */

const OURS = "application/json";

export class Session {
  constructor({ officer, addresses }) {
    this.officer = officer;
    this.addresses = addresses;
    this.token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  /**
   * Posts to a door of the server.
   * @returns {Promise<{status: number, told: any}>}  throws where there is no line
   */
  async post(address, letter) {
    const answer = await fetch(address, {
      method: "POST",
      body: JSON.stringify(letter),
      headers: { Accept: `${OURS}, text/html`, "Content-Type": OURS, "X-CSRFToken": this.token },
    });
    const isData = answer.headers.get("Content-Type")?.startsWith(OURS);
    return { status: answer.status, told: isData ? await answer.json() : {} };
  }

  /** Whether the officer of this sheet is in again: "yes", "no", or "another" where somebody else is. */
  async isBack() {
    const answer = await fetch(this.addresses.news, { headers: { Accept: OURS } });
    if (!answer.ok) return "no";
    const { officer, token } = await answer.json();
    if (officer !== this.officer) return "another";
    this.token = token;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
    return "yes";
  }

  /** A link to the log-in in a window of its own: this one keeps its words. */
  way() {
    return Object.assign(document.createElement("a"), {
      href: `${this.addresses.login}?next=${encodeURIComponent(location.pathname)}`,
      target: "_blank",
      textContent: "Phiên đăng nhập đã hết: bấm để đăng nhập lại ở cửa sổ mới. Chữ vừa gõ vẫn còn.",
    });
  }
}
