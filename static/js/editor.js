/** The editor of a draft: saves as one types, keeps the paper beside it in step, loses nothing.
 *
 * Every letter goes to localStorage first, then to the server after a pause; what could not be sent waits there.
 */

const editor = document.getElementById("editor");
const form = document.getElementById("spot");
const state = document.getElementById("saved");
const sheet = document.getElementById("sheet");
const others = document.getElementById("others");
const key = editor.dataset.spot;
const stash = `typed:${location.pathname}`;

const PAUSE = 700; // ms of silence after which a save is sent
const RETRY = 5000; // ms between tries while the connection is away
const PULSE = 20000; // ms between signs of presence; the server forgets after three

let timer = 0;
let sending = false;
let dirty = false;

/* --- What was typed ------------------------------------------------------------------------------------------ */

const typed = () => {
  const fields = new FormData(form);
  fields.delete("csrfmiddlewaretoken");
  return new URLSearchParams(fields);
};

function keep() {
  try { localStorage.setItem(stash, typed().toString()); } catch { /* a full or forbidden store: the server still saves */ }
}

function forget() {
  try { localStorage.removeItem(stash); } catch { /* nothing kept, nothing to forget */ }
}

function restore() {
  let kept = null;
  try { kept = localStorage.getItem(stash); } catch { return; }
  if (!kept || kept === typed().toString()) return forget();
  const values = new URLSearchParams(kept);
  for (const input of form.elements) {
    if (!input.name || input.type === "hidden") continue;
    if (input.type === "checkbox" || input.type === "radio") input.checked = values.getAll(input.name).includes(input.value);
    else if (values.has(input.name)) input.value = values.get(input.name);
  }
  say("Đã lấy lại chữ chưa kịp lưu lần trước.", "waiting");
  schedule();
}

function say(words, tone = "") {
  state.textContent = words;
  state.dataset.tone = tone;
}

/* --- Saving -------------------------------------------------------------------------------------------------- */

function schedule(wait = PAUSE) {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(save, wait);
}

async function save(more = {}) {
  if (sending) return schedule();
  sending = true;
  dirty = false;
  const body = typed();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  say("Đang lưu…");
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    const told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
    take(answer.status, told);
  } catch {
    say("Mất kết nối. Chữ vẫn được giữ trên máy này và sẽ tự gửi lại.", "waiting");
    schedule(RETRY);
  } finally {
    sending = false;
  }
}

function take(status, told) {
  if (status === 200) return saved(told);
  if (status === 401 || status === 403 && !told.refused) return askToLogIn();
  if (status === 409) return conflict(told);
  if (status === 422) return wrong(told.errors);
  if (told.refused) return say(told.refused.join(" "), "seal");
  say("Máy chủ đang bận. Chữ vẫn được giữ trên máy này và sẽ tự gửi lại.", "waiting");
  schedule(RETRY);
}

function saved(told) {
  form.elements.base.value = told.base;
  fill(told.filled);
  if (!dirty) forget();
  say(`Đã lưu ${told.saved_at}`);
  clearWrong();
  document.getElementById("conflict")?.remove();
  sheet.innerHTML = told.sheet;
  document.getElementById("notes").innerHTML = told.notes;
  document.getElementById("outline").innerHTML = told.outline;
  document.getElementById("findings").textContent = `(${told.findings})`;
  meet(told.others);
  show();
}

/** Values that the server read out of the sentence; never under the cursor. */
function fill(values) {
  for (const [name, value] of Object.entries(values ?? {})) {
    const input = form.elements[name];
    if (!input || input === document.activeElement || input.value === value) continue;
    input.value = value;
    input.classList.add("just-filled");
    setTimeout(() => input.classList.remove("just-filled"), 1500);
  }
  if (form.elements.refill) form.elements.refill.checked = false;
}

function askToLogIn() {
  say("", "seal");
  const link = document.createElement("a");
  link.href = `${editor.dataset.login}?next=${encodeURIComponent(location.pathname)}`;
  link.textContent = "Phiên đăng nhập đã hết: bấm để đăng nhập lại. Chữ vừa gõ vẫn còn.";
  state.append(link);
}

function conflict(told) {
  document.getElementById("conflict")?.remove();
  const box = document.getElementById("conflict-words").content.firstElementChild.cloneNode(true);
  box.querySelector("h2").textContent = told.conflict;
  const theirs = box.querySelector("[data-theirs]");
  for (const [name, value] of Object.entries(told.theirs)) {
    const label = form.querySelector(`label[for="${form.elements[name]?.id}"]`)?.textContent ?? name;
    if (!value || String(value) === form.elements[name]?.value) continue;
    theirs.append(Object.assign(document.createElement("dt"), { textContent: label }));
    theirs.append(Object.assign(document.createElement("dd"), { textContent: value, className: "as-typed" }));
  }
  box.querySelector("[data-mine]").addEventListener("click", () => save({ overwrite: "yes" }));
  box.querySelector("[data-take]").addEventListener("click", () => { forget(); location.reload(); });
  form.before(box);
  say("Chưa lưu: có người vừa sửa chỗ này.", "seal");
  box.focus();
}

function wrong(errors) {
  clearWrong();
  for (const [name, messages] of Object.entries(errors ?? {})) {
    const list = document.createElement("ul");
    list.className = "errorlist";
    list.dataset.live = "";
    list.append(...messages.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    const field = document.getElementById(`id_${name}`)?.closest(".field");
    if (field) { field.classList.add("field-wrong"); field.append(list); } else form.prepend(list);
  }
  say("Chưa lưu: xem chỗ cần sửa bên trên. Chữ vẫn được giữ trên máy này.", "seal");
}

function clearWrong() {
  form.querySelectorAll("[data-live]").forEach((list) => list.remove());
  form.querySelectorAll(".field-wrong").forEach((field) => field.classList.remove("field-wrong"));
}

/* --- The paper ----------------------------------------------------------------------------------------------- */

/** Brings the spot being edited into view, inside the paper's own scroller only. */
function show() {
  const spot = sheet.querySelector(`#${CSS.escape(key)}, [data-anchor="${CSS.escape(key)}"]`);
  sheet.querySelectorAll(".being-edited").forEach((mark) => mark.classList.remove("being-edited"));
  if (!spot) return;
  spot.classList.add("being-edited");
  const frame = document.getElementById("paper");
  const gap = spot.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  if (gap < 60 || gap > frame.clientHeight - 120) frame.scrollTop += gap - frame.clientHeight / 3;
}

sheet.addEventListener("click", (event) => {
  const spot = event.target.closest("[data-anchor], [id]");
  const link = spot && document.querySelector(`#outline a[href$="/${CSS.escape(spot.dataset.anchor || spot.id)}/"]`);
  if (link) link.click();
});

/** A4 as wide as its column. */
function fit() {
  const width = 210 / 25.4 * 96; // px of an A4 sheet
  if (sheet.clientWidth) sheet.style.setProperty("--paper-zoom", Math.min(1, sheet.clientWidth / width).toFixed(3));
}

/* --- Other people --------------------------------------------------------------------------------------------- */

function meet(people = []) {
  others.hidden = people.length === 0;
  others.textContent = people.map((person) => `${person}.`).join(" ");
}

async function pulse() {
  const body = new URLSearchParams({ spot: key, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
  try {
    const answer = await fetch(editor.dataset.heartbeat, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.ok) meet((await answer.json()).others);
  } catch { /* away: the next save says so */ }
}

/* --- Units by name --------------------------------------------------------------------------------------------- */

function chooseUnits(box) {
  const found = box.querySelector(".unit-found");
  let wait = 0;
  const look = async (query) => { found.innerHTML = await (await fetch(`${box.dataset.units}?${query}`)).text(); };
  const tick = (pk, name) => {
    const existing = box.querySelector(`input[value="${CSS.escape(pk)}"]`);
    if (existing) { existing.checked = true; box.querySelector(".unit-ticks").append(existing.closest("label")); return; }
    const label = Object.assign(document.createElement("label"), { className: "choice" });
    const input = Object.assign(document.createElement("input"), { type: "checkbox", name: box.dataset.name, value: pk, checked: true });
    label.append(input, ` ${name}`);
    box.querySelector(".unit-ticks").append(label);
  };
  box.querySelector("[data-finds]").addEventListener("input", (event) => {
    clearTimeout(wait);
    const words = event.target.value.trim();
    wait = setTimeout(() => (words ? look(new URLSearchParams({ tim: words })) : (found.innerHTML = "")), 250);
    event.stopPropagation();
  });
  box.querySelector("[data-all-communes]").addEventListener("click", async () => {
    await look("tat-ca=xa");
    found.querySelectorAll("[data-unit]").forEach((button) => tick(button.dataset.unit, button.textContent));
    found.innerHTML = "";
    keep(); schedule();
  });
  found.addEventListener("click", (event) => {
    const button = event.target.closest("[data-unit]");
    if (!button) return;
    tick(button.dataset.unit, button.textContent);
    button.remove();
    keep(); schedule();
  });
}

/* --- Pasting ---------------------------------------------------------------------------------------------------- */

/** Pasted text is mended by the same function the server uses; the raw words stand until the answer comes. */
async function mend(event) {
  const area = event.target;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (area.tagName !== "TEXTAREA" || !area.form || !/[\n\u00a0\u000b\uf0b7•]/.test(text)) return;
  event.preventDefault();
  const start = area.selectionStart;
  area.setRangeText(text, start, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  try {
    const body = new URLSearchParams({ text, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
    const answer = await fetch(editor.dataset.mend, { method: "POST", body });
    if (!answer.ok) return;
    const whole = await answer.text();
    if (area.value.slice(start, start + text.length) === text) area.setRangeText(whole, start, start + text.length, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  } catch { /* away: the text stays as it was pasted */ }
}

/* --- Start ------------------------------------------------------------------------------------------------------ */

form.addEventListener("input", () => { keep(); schedule(); });
form.addEventListener("change", () => { keep(); schedule(); });
form.addEventListener("submit", forget);
document.addEventListener("paste", mend);
addEventListener("online", () => dirty && schedule(0));
addEventListener("pagehide", () => {
  if (!dirty) return;
  const body = typed();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, keepalive: true });
});
document.querySelectorAll(".unit-choice").forEach(chooseUnits);
setInterval(pulse, PULSE);
addEventListener("resize", fit);
fit();
restore();
show();
