/** The review of a file that was read: what is chosen is kept by itself, and the keyboard leads from doubt to doubt.
 *
 *  Alt+↓ and Alt+↑ go to the next and the last doubtful place that nobody has looked at; there Enter takes what is
 *  proposed, Delete leaves it, and both go on. Without this module the page is a form with buttons.
 */

const PAUSE = 1000; // ms after the last choice until it is kept
const form = document.getElementById("review");
const state = document.getElementById("kept");
let timer = 0;

/* ── Doubts ─────────────────────────────────────────────────────────────────────────────────── */

const doubts = () => [...form.querySelectorAll("[data-doubt]")];
const seenBox = (doubt) => doubt.querySelector("[name=seen]");
const isSeen = (doubt) => seenBox(doubt).checked;
const control = (doubt) => doubt.querySelector("[data-decides]") ?? seenBox(doubt);

function tellCounts() {
  for (const count of document.querySelectorAll("[data-count]")) {
    count.textContent = form.querySelectorAll(`[name=${count.dataset.count}]:checked`).length;
  }
  const left = doubts().filter((doubt) => !isSeen(doubt)).length;
  document.getElementById("doubts").textContent = left;
  document.getElementById("next-doubt").hidden = !left;
}

function go(step) {
  const all = doubts();
  const here = all.findIndex((doubt) => doubt.contains(document.activeElement));
  const from = here < 0 && step < 0 ? 0 : here;
  for (let passed = 1; passed <= all.length; passed += 1) {
    const doubt = all[(from + step * passed + all.length * 2) % all.length];
    if (isSeen(doubt)) continue;
    control(doubt).focus({ preventScroll: true });
    doubt.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    return;
  }
  form.querySelector("[value=lay]").focus();
}

function decide(doubt, takes) {
  const box = doubt.querySelector("[data-decides]");
  if (box) box.checked = takes;
  seenBox(doubt).checked = true;
  go(1);
  changed();
}

form?.addEventListener("keydown", (event) => {
  if (event.altKey && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    return go(event.key === "ArrowDown" ? 1 : -1);
  }
  const doubt = event.target.closest("[data-doubt]");
  if (!doubt || event.target.type !== "checkbox" || !["Enter", "Delete"].includes(event.key)) return;
  event.preventDefault();
  decide(doubt, event.key === "Enter");
});
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || !event.altKey || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  event.preventDefault();
  go(event.key === "ArrowDown" ? 1 : -1);
});
document.getElementById("next-doubt")?.addEventListener("click", () => go(1));

/* ── Kept by itself ─────────────────────────────────────────────────────────────────────────── */

const chosen = () => new URLSearchParams([...new FormData(form), ["act", "keep"]]);

function changed(event) {
  const doubt = event?.target.matches("[data-decides]") && event.target.closest("[data-doubt]");
  if (doubt) seenBox(doubt).checked = true;
  tellCounts();
  state.textContent = "Chưa giữ";
  clearTimeout(timer);
  timer = setTimeout(keep, PAUSE);
}

async function keep() {
  clearTimeout(timer);
  timer = 0;
  const body = chosen();
  try {
    const answer = await fetch(location.href, { method: "POST", body, keepalive: body.toString().length < 60_000, headers: { Accept: "application/json" } });
    if (answer.redirected) return location.assign(answer.url); // a colleague has saved it meanwhile
    const told = await answer.json();
    if (!answer.ok) {
      state.textContent = told.problems?.[0]?.message ?? "Chưa giữ được: thử lại sau.";
      return;
    }
    form.elements.revision.value = told.revision;
    if (!timer) state.textContent = `Đã giữ lựa chọn lúc ${told.kept}`;
  } catch {
    state.textContent = "Mất kết nối: lựa chọn còn trên trang, sẽ giữ khi có mạng.";
    timer = setTimeout(keep, PAUSE * 10);
  }
}

if (form && state) {
  form.addEventListener("input", changed);
  form.addEventListener("submit", () => { clearTimeout(timer); timer = 0; });
  addEventListener("pagehide", () => timer && keep());
  tellCounts();
}
