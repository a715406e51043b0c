/** The editor of a draft: saves as one types, keeps the paper beside it in step, loses nothing.
 *
 * Every letter goes to localStorage first, then to the server after a pause; what could not be sent waits there.
 * Words typed before this script was there count as typed. The bar says "Đã lưu" of the whole page or not at all.
 */

import { fit } from "./paper_fit.js";

const editor = document.getElementById("editor");
const form = document.getElementById("spot");
const state = document.getElementById("saved");
const sheet = document.getElementById("sheet");
const others = document.getElementById("others");
const key = editor.dataset.spot;
const anchor = key.replace(/^block-/, ""); // of the same place on the paper
const text = editor.dataset.words ? form.elements[editor.dataset.words] : null; // lines of the body, one a block
const stash = `typed:${location.pathname}`;
const ASKS = { Accept: "application/json, text/html" }; // a "no" comes as JSON, never as the page of the log-in

const PAUSE = 700; // ms of silence after which a save is sent
const RETRY = 5000; // ms between tries while the connection is away
const PULSE = 20000; // ms between signs of presence; the server forgets after three

let timer = 0;
let pulsing = 0;
let sending = Promise.resolve(); // the last save: one goes after the other
let dirty = false; // something was typed that the server does not have
let busy = false; // a save is under way
let savedAt = state.dataset.saved; // when the server got what stands here; undefined: it never did
let stopped = false; // a conflict or a lapsed log-in: nothing is sent until a person has decided
let reloads = false; // a choice that changes which fields there are
let pressed = false; // a button, and what it asked for is not done yet

/* --- What was typed ------------------------------------------------------------------------------------------ */

/** The fields of the spot; words to be marked are sent by a press alone. */
function fieldsOf(some) {
  const fields = new FormData(some);
  fields.delete("csrfmiddlewaretoken");
  fields.delete("words");
  return new URLSearchParams(fields);
}

const typed = () => fieldsOf(form);

/** What the server sent, whatever was typed over it since. */
function served() {
  const copy = form.cloneNode(true);
  copy.reset();
  return fieldsOf(copy);
}

function keep() {
  try { localStorage.setItem(stash, typed().toString()); } catch { /* a full or forbidden store: the server still saves */ }
}

function forget() {
  try { localStorage.removeItem(stash); } catch { /* nothing kept, nothing to forget */ }
}

const withoutBase = (fields) => { fields.delete("base"); fields.delete("marks"); return fields.toString(); };

/** What was kept comes back together with the state it was typed over, so that nobody's later words are lost;
 *  a field that was typed into already is left alone. True when anything came back. */
function restore() {
  let kept = null;
  try { kept = localStorage.getItem(stash); } catch { return false; }
  if (!kept || withoutBase(new URLSearchParams(kept)) === withoutBase(typed())) { forget(); return false; }
  const [values, now, before] = [new URLSearchParams(kept), typed(), served()];
  const isTyped = (name) => String(now.getAll(name)) !== String(before.getAll(name));
  for (const name of ["base", "marks"]) if (values.get(name) && form.elements[name]) form.elements[name].value = values.get(name);
  for (const input of form.elements) {
    if (!input.name || input.name === "words" || input.type === "hidden" || isTyped(input.name)) continue;
    if (input.type === "checkbox" || input.type === "radio") input.checked = values.getAll(input.name).includes(input.value);
    else if (values.has(input.name)) input.value = values.get(input.name);
  }
  return true;
}

function say(words, tone = "") {
  state.textContent = words;
  state.dataset.tone = tone;
}

/** Whether what stands on this page is kept. */
function tell() {
  if (dirty || !savedAt) say("Chưa lưu");
  else if (busy) say("Đang lưu…");
  else say(`Đã lưu ${savedAt}`);
}

/* --- Saving -------------------------------------------------------------------------------------------------- */

function schedule(wait = PAUSE) {
  dirty = true;
  clearTimeout(timer);
  if (!stopped) timer = setTimeout(save, wait);
}

function typing() {
  schedule();
  keep();
  if (!stopped) tell();
}

/** Resolves to true when the server has it. */
function save(more = {}) {
  clearTimeout(timer);
  sending = sending.then(() => send(more));
  return sending;
}

async function send(more) {
  if (text && key !== "body" && !text.value.trim() && !pressed) return say("Đoạn đang trống: bấm Lưu để bỏ đoạn này.", "waiting");
  dirty = false;
  const body = new FormData(); // Vietnamese letters escaped for an address take thrice the room
  for (const [name, value] of typed()) body.append(name, value);
  const was = text?.value;
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  body.set("sheet_marks", shown.marks.join(","));
  body.set("outline_mark", shown.outline);
  busy = true;
  say("Đang lưu…");
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: ASKS });
    const told = await toldBy(answer);
    busy = false;
    take(answer.status, told, was);
    return answer.status === 200;
  } catch {
    busy = false;
    say("Mất kết nối. Chữ vẫn được giữ trên máy này và sẽ tự gửi lại.", "waiting");
    schedule(RETRY);
    return false;
  }
}

const toldBy = async (answer) => answer.headers.get("Content-Type")?.startsWith("application/json") ? answer.json() : {};

/** Whether the server said no for a reason that trying again does not change; says it. */
function isRefused(status, told) {
  if (status === 401 || status === 403) askToLogIn();
  else if (told.problems) say(told.problems.map((problem) => problem.message).join(" "), "seal");
  else return false;
  return true;
}

function take(status, told, was) {
  if (status === 200) return saved(told, was);
  dirty = true;
  if (isRefused(status, told)) return;
  if (status === 409) return conflict(told);
  if (status === 422) return wrong(told.errors);
  say("Máy chủ đang bận. Chữ vẫn được giữ trên máy này và sẽ tự gửi lại.", "waiting");
  schedule(RETRY);
}

function saved(told, was) {
  stopped = false;
  if (told.next) { forget(); location.href = told.next; return; }
  form.elements.base.value = told.base;
  if (form.elements.marks) form.elements.marks.value = told.marks;
  bring(told, was);
  fill(told.filled);
  savedAt = told.saved_at;
  if (!dirty) forget();
  tell();
  if (form.elements.title?.value.trim()) document.querySelector(".editor-head h1").textContent = form.elements.title.value;
  clearWrong();
  document.getElementById("conflict")?.remove();
  if (reloads && !dirty) return location.reload();
  changePaper(told.sheet);
  change(document.getElementById("notes"), told.notes);
  change(document.getElementById("outline"), told.outline);
  shown.outline = told.outline_mark ?? shown.outline;
  document.getElementById("findings").textContent = `(${told.findings})`;
  meet(told.others);
  show();
  if (told.told?.length) say(told.told.join(" "), "waiting");
}

/** What colleagues wrote stands in the text, unless one is typing on: then it comes with a later save. The caret
 *  stays in its line. */
function bring(told, was) {
  if (told.text === undefined || dirty || text.value !== was) return;
  const [start, end] = [text.selectionStart, text.selectionEnd].map((place) => text.value.length - place);
  const alike = commonEnd(text.value, told.text);
  const [before, scrolled] = [text.value, text.scrollTop];
  text.value = told.text;
  form.elements.base.value = told.text_base;
  const stays = (fromEnd) => (fromEnd <= alike ? text.value.length - fromEnd : Math.min(before.length - fromEnd, text.value.length));
  text.setSelectionRange(stays(start), stays(end));
  text.scrollTop = scrolled;
}

function commonEnd(one, other) {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

/** What this page shows already: the server leaves it out. */
const shown = { lines: [], marks: [], outline: "" };

function changePaper({ start, removed, lines, marks }) {
  if (!removed && !lines.length) return;
  shown.lines.splice(start, removed, ...lines);
  shown.marks.splice(start, removed, ...marks);
  sheet.innerHTML = shown.lines.join("\n");
}

function change(element, html) {
  if (typeof html === "string" && html !== element.shown) { element.innerHTML = html; element.shown = html; }
}

/** Values that the server read out of the sentence; never under the cursor. */
function fill(values) {
  for (const [name, value] of Object.entries(values ?? {})) {
    const input = form.elements[name];
    if (!input || input === document.activeElement || input.value === value) continue;
    input.value = value;
    if (!input.classList) continue; // a group of radio buttons
    input.classList.add("just-filled");
    setTimeout(() => input.classList.remove("just-filled"), 1500);
  }
}

function askToLogIn() {
  stopped = true;
  say("", "seal");
  const link = document.createElement("a");
  link.href = `${editor.dataset.login}?next=${encodeURIComponent(location.pathname)}`;
  link.textContent = "Phiên đăng nhập đã hết: bấm để đăng nhập lại. Chữ vừa gõ vẫn còn.";
  state.append(link);
}

function conflict(told) {
  stopped = true;
  document.getElementById("conflict")?.remove();
  const box = document.getElementById("conflict-words").content.firstElementChild.cloneNode(true);
  box.querySelector("h2").textContent = told.conflict;
  box.querySelector("[data-asks]").textContent = told.asks;
  const stands = box.querySelector("[data-theirs]");
  for (const [label, words] of told.stands) {
    stands.append(Object.assign(document.createElement("dt"), { textContent: label }));
    stands.append(Object.assign(document.createElement("dd"), { textContent: words || "(để trống)", className: "as-typed" }));
  }
  box.querySelector("[data-mine]").addEventListener("click", () => save({ overwrite: "yes" }));
  box.querySelector("[data-take]").addEventListener("click", async () => {
    if (text && !await save({ overwrite: "theirs" })) return; // the other lines are still the writer's own
    forget();
    location.reload();
  });
  form.before(box);
  say("Chưa lưu: có người vừa sửa chỗ này.", "seal");
  box.focus();
}

function wrong(errors) {
  clearWrong();
  keep();
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
  const spot = sheet.querySelector(`[data-anchor="${CSS.escape(key === "body" ? keyAtCaret() : anchor)}"]`);
  sheet.querySelectorAll(".being-edited").forEach((mark) => mark.classList.remove("being-edited"));
  if (!spot) return;
  spot.classList.add("being-edited");
  const frame = document.getElementById("paper");
  const gap = spot.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  if (gap < 60 || gap > frame.clientHeight - 120) frame.scrollTop += gap - frame.clientHeight / 3;
}

/** The spot of a line on the paper: its own mark, or that of the nearest marked line above it. */
function spotOf(element) {
  const marked = element.closest("[data-anchor]");
  if (marked) return marked.dataset.anchor;
  for (let line = element.closest(".text > *")?.previousElementSibling; line; line = line.previousElementSibling) {
    if (line.dataset.anchor) return line.dataset.anchor;
  }
  return null;
}

const FIXED = /^(identity|citations|body|recipients|signature)$/;

sheet.addEventListener("click", async (event) => {
  const place = spotOf(event.target);
  if (!place || !getSelection().isCollapsed) return;
  if (key === "body" && goToLine(place)) return;
  const spot = FIXED.test(place) ? place : `block-${place}`;
  if (spot === key) return;
  if (dirty && !await save()) return;
  location.href = `${editor.dataset.draft}${spot}/`;
});

/** The keys of the lines of the whole body, in their order; right until one types, and again after each save. */
const keysOfLines = () => form.elements.base.value.split(" ").map((line) => line.split(":")[0]);

/** Where the lines that are not empty begin. */
function placesOfLines() {
  const places = [];
  let at = 0;
  for (const line of text.value.split("\n")) {
    if (line.trim()) places.push(at);
    at += line.length + 1;
  }
  return places;
}

function goToLine(place) {
  const at = placesOfLines()[keysOfLines().indexOf(place)];
  if (at === undefined) return false;
  editor.dataset.shows = "form";
  text.focus();
  text.setSelectionRange(at, at);
  text.scrollTop = Math.max(0, heightOf(text.value.slice(0, at)) - text.clientHeight / 3);
  show();
  return true;
}

/** How far down a text reaches in the box: measured in a copy of it, for long lines are broken. */
function heightOf(words) {
  const copy = text.cloneNode();
  copy.removeAttribute("id");
  copy.removeAttribute("name");
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", height: "0", minHeight: "0", width: `${text.clientWidth}px` });
  copy.value = words;
  text.after(copy);
  const height = copy.scrollHeight;
  copy.remove();
  return height;
}

function keyAtCaret() {
  const at = placesOfLines().findLastIndex((place) => place <= text.selectionStart);
  return keysOfLines()[at] ?? "";
}

if (key === "body") for (const name of ["click", "keyup"]) text.addEventListener(name, show);

/* --- Form or paper, where there is no room for both ------------------------------------------------------------- */

document.querySelectorAll("[data-tab]").forEach((tab, _, tabs) => tab.addEventListener("click", () => {
  editor.dataset.shows = tab.dataset.tab;
  tabs.forEach((each) => each.setAttribute("aria-pressed", each === tab));
  fit();
  if (tab.dataset.tab === "paper") sheet.querySelector(".being-edited")?.scrollIntoView({ block: "center" });
}));

/* --- Other people --------------------------------------------------------------------------------------------- */

function meet(people = []) {
  others.hidden = people.length === 0;
  others.firstElementChild.textContent = people.join(" ");
}

async function pulse() {
  const body = new URLSearchParams({ spot: key, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
  try {
    const answer = await fetch(editor.dataset.heartbeat, { method: "POST", body, headers: ASKS });
    const told = await toldBy(answer);
    if (answer.ok) meet(told.others);
    else if (isRefused(answer.status, told)) clearInterval(pulsing);
  } catch { /* away: the next save says so */ }
}

/* --- Units by name --------------------------------------------------------------------------------------------- */

function chooseUnits(box) {
  const found = box.querySelector(".unit-found");
  const search = box.querySelector("[data-finds]");
  let wait = 0;
  let asked = 0; // of two answers the one that was asked for last is shown
  const look = async (query) => {
    const turn = ++asked;
    try {
      const answer = await fetch(`${box.dataset.units}?${query}`, { headers: ASKS });
      if (answer.ok) { const html = await answer.text(); if (turn === asked) found.innerHTML = html; }
      else isRefused(answer.status, await toldBy(answer));
    } catch {
      found.textContent = "Mất kết nối: chưa tìm được đơn vị.";
    }
  };
  const lookFor = (words) => (words ? look(new URLSearchParams({ tim: words })) : (found.innerHTML = ""));
  const tick = (pk, name) => {
    const existing = box.querySelector(`input[value="${CSS.escape(pk)}"]`);
    if (existing) { existing.checked = true; box.querySelector(".unit-ticks").append(existing.closest("label")); return; }
    const label = Object.assign(document.createElement("label"), { className: "choice" });
    const input = Object.assign(document.createElement("input"), { type: "checkbox", name: box.dataset.name, value: pk, checked: true });
    label.append(input, ` ${name}`);
    box.querySelector(".unit-ticks").append(label);
  };
  search.addEventListener("input", (event) => {
    clearTimeout(wait);
    wait = setTimeout(() => lookFor(search.value.trim()), 250);
    event.stopPropagation();
  });
  search.addEventListener("keydown", async (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    clearTimeout(wait);
    await lookFor(search.value.trim());
    const first = found.querySelector("[data-unit]");
    if (!first) return;
    first.click();
    search.value = found.innerHTML = "";
  });
  box.querySelector("[data-all-communes]").addEventListener("click", async () => {
    await look("tat-ca=xa");
    found.querySelectorAll("[data-unit]").forEach((button) => tick(button.dataset.unit, button.textContent));
    found.innerHTML = "";
    typing();
  });
  found.addEventListener("click", (event) => {
    const button = event.target.closest("[data-unit]");
    if (!button) return;
    tick(button.dataset.unit, button.textContent);
    button.remove();
    typing();
  });
  if (search.value) lookFor(search.value.trim());
}

/* --- Pasting ---------------------------------------------------------------------------------------------------- */

/** Pasted text is mended by the same function the server uses; the raw words stand until the answer comes. */
async function mend(event) {
  const area = event.target;
  const files = event.clipboardData?.files.length ?? 0;
  if (files && !event.clipboardData.getData("text/plain") && area.form) {
    event.preventDefault();
    return say("Hình ảnh không dán vào văn bản được: gõ lại phần chữ trong hình.", "seal");
  }
  const text = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n"); // as a textarea counts
  if (area.tagName !== "TEXTAREA" || !area.form || !/[\n\t\u00a0\u000b\u2028\uf0b7•]/.test(text)) return;
  event.preventDefault();
  const start = area.selectionStart;
  area.setRangeText(text, start, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  try {
    const body = new URLSearchParams({ text, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
    const answer = await fetch(editor.dataset.mend, { method: "POST", body, headers: ASKS });
    if (!answer.ok) return;
    const whole = await answer.text();
    if (area.value.slice(start, start + text.length) === text) area.setRangeText(whole, start, start + text.length, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  } catch { /* away: the text stays as it was pasted */ }
}

/* --- Start ------------------------------------------------------------------------------------------------------ */

form.addEventListener("input", typing);
form.addEventListener("change", (event) => { if (event.target.name === "kind") reloads = true; });
/** A press of a button saves everything on the page; only what the server has is left behind. */
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { name, value } = event.submitter ?? {};
  const more = name ? { [name]: value } : {};
  if (name === "act") more.words = form.elements.words?.value ?? "";
  if (value?.startsWith("words:") && !more.words.trim()) return form.elements.words.focus();
  if (pressed) return;
  pressed = true;
  keep();
  stopped = false;
  const stored = await save(more);
  pressed = false;
  if (stored && name && name !== "next") location.reload();
});
document.addEventListener("paste", mend);
addEventListener("online", () => dirty && schedule(0));
addEventListener("pagehide", () => {
  if (!dirty || stopped) return;
  const body = typed();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  fetch(form.action, { method: "POST", body, headers: ASKS, keepalive: true }).catch(() => {});
});
document.querySelectorAll(".unit-choice").forEach(chooseUnits);
if (matchMedia("(min-width: 1100px)").matches) document.querySelector(".editor-outline > details").open = true;
pulsing = setInterval(pulse, PULSE);
fit();
const cameBack = restore();
if (cameBack || withoutBase(typed()) !== withoutBase(served())) typing();
else if (savedAt) tell();
else { dirty = true; keep(); } // what came back refused, or waited behind the log-in, stands in no store yet
if (cameBack) say("Đã lấy lại chữ chưa kịp lưu lần trước.", "waiting");
show();
document.querySelector("#outline [aria-current]")?.scrollIntoView({ block: "nearest" });
