/** The log-in behind a sheet: when it has run out the words stay, and go on being saved as soon as it is back. */

const OURS = "application/json";
const PATIENCE = 20_000; // ms for an answer; then the line is as good as down

export class Session {
  constructor({ officer, addresses }) {
    this.officer = officer;
    this.addresses = addresses;
    this.token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  /**
   * Posts to a door of the server.
   * @param {{keepalive?: boolean}} how  keepalive: outlives the window
   * @returns {Promise<{status: number, told: any}>}  throws where there is no line
   */
  async post(address, letter, how = {}) {
    const answer = await fetch(address, {
      ...how,
      method: "POST",
      body: JSON.stringify(letter),
      signal: AbortSignal.timeout(PATIENCE),
      headers: { Accept: `${OURS}, text/html`, "Content-Type": OURS, "X-CSRFToken": this.token },
    });
    const isData = answer.headers.get("Content-Type")?.startsWith(OURS);
    return { status: answer.status, told: isData ? await answer.json() : {} };
  }

  /** Whether the officer of this sheet is in again: "yes", "no", or "another" where somebody else is. */
  async isBack() {
    const answer = await fetch(this.addresses.news, { headers: { Accept: OURS }, signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return "no";
    const { officer, token } = await answer.json();
    if (officer !== this.officer) return "another";
    this.token = token;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
    return "yes";
  }

  way() {
    return wayIn(this.addresses);
  }
}

/** A link to the log-in in a window of its own: this one keeps its words. */
export const wayIn = ({ login }) =>
  Object.assign(document.createElement("a"), {
    href: `${login}?next=${encodeURIComponent(location.pathname)}`,
    target: "_blank",
    textContent: "Phiên đăng nhập đã hết: bấm để đăng nhập lại ở cửa sổ mới. Chữ vừa gõ vẫn còn.",
  });

/** Whether a page that was asked for is the log-in instead. */
export const isLogIn = ({ redirected, url }, { login }) => redirected && new URL(url).pathname === new URL(login, url).pathname;
