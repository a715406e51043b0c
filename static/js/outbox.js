/**
 * An answer is put by on this machine before it goes out, so that none is lost where the line fails: it is sent by itself
 * when the line is back, under the log-in it was written under only, and counts once however often it was sent.
 *
 * On a page with `#outbox` (whose log-in it is, and where one logs in), for every form with `data-kept`. Such a form is told
 * "refused" (the problems) and "takenback" (what was said in it): kept_form.js shows them.
 */

const box = document.getElementById("outbox");
const { officer, login } = box.dataset;
const RETRY = 20_000; // ms between tries while something waits
const PATIENCE = 120_000; // ms for an answer; a photo takes its time on a weak line
const LAPSED = [401, 403];
const LATER = [408, 425, 429]; // what else the server says no to with 4xx is refused for good
const DRAFT = `answer:${officer}:${location.pathname}`;

/**
 * @typedef {object} Answer
 * @property {string} key  the server takes it once under this name
 * @property {string} officer
 * @property {string} address
 * @property {string} act  the words on the button
 * @property {[string, string | File][]} said
 * @property {number} at
 * @property {string} [refused]  why the server did not take it
 * @property {{message: string, answer?: string}[]} [problems]  the same one by one; `answer` settles a question
 */

// ── The store ────────────────────────────────────────────────────────────────────────────────────

const STORE = "waiting";

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("answers", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function inStore(mode, deal) {
  const base = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const whole = base.transaction(STORE, mode);
      const got = deal(whole.objectStore(STORE));
      whole.oncomplete = () => resolve(got.result);
      whole.onabort = () => reject(whole.error);
    });
  } finally {
    base.close();
  }
}

const keep = (answer) => inStore("readwrite", (store) => store.put(answer));
const forget = (key) => inStore("readwrite", (store) => store.delete(key));
const mine = async () => {
  const all = await inStore("readonly", (store) => store.getAll()).catch(() => []);
  return all.filter((answer) => answer.officer === officer).sort((one, other) => one.at - other.at);
};

// ── Sending ──────────────────────────────────────────────────────────────────────────────────────

/** What became of it: "sent", "lapsed", "later", or "refused" with the words of the server in `answer.refused`. */
async function send(answer) {
  const body = new FormData();
  for (const [name, value] of answer.said) body.append(name, value);
  body.append("once", answer.key);
  body.append("by", answer.officer);
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  try {
    const said = await fetch(answer.address, {
      method: "POST", body, headers: { Accept: "application/json", "X-CSRFToken": token }, signal: AbortSignal.timeout(PATIENCE),
    });
    if (said.ok) return "sent";
    if (LAPSED.includes(said.status)) return "lapsed";
    if (said.status >= 500 || LATER.includes(said.status)) return "later";
    answer.problems = await problemsIn(said);
    answer.refused = answer.problems.map(({ message }) => message).join(" ");
    return "refused";
  } catch {
    return "later";
  }
}

async function problemsIn(said) {
  const { problems } = await said.json().catch(() => ({}));
  if (problems?.length) return problems;
  return [{ message: said.status === 404 ? "Nhiệm vụ này không còn nhận câu trả lời của anh/chị." : "Máy chủ không nhận bài này: bớt tệp hoặc rút gọn chữ rồi gửi lại." }];
}

let isSending = false;
let again = null;

/** All that waits, the oldest first; the page is shown anew when anything went out. */
async function sendWaiting() {
  if (isSending) return;
  isSending = true;
  clearTimeout(again);
  let outcome = "";
  let isNew = false;
  for (const answer of (await mine()).filter(({ refused }) => !refused)) {
    outcome = await send(answer);
    if (outcome === "sent") await forget(answer.key);
    if (outcome === "refused") await keep(answer);
    isNew ||= outcome === "sent";
    if (["later", "lapsed"].includes(outcome)) break;
  }
  isSending = false;
  if (isNew) return openAnew();
  if (outcome === "later") again = setTimeout(sendWaiting, RETRY);
  await show(outcome === "lapsed");
}

/** By the browser itself, as without this script: the server asks to log in and keeps the words. */
function sendNatively(form, submitter) {
  if (submitter?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
  form.submit();
}

async function submitted(event) {
  const { target: form, submitter } = event;
  if (!form.matches("form[data-kept]")) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  submitter?.setAttribute("aria-busy", "true");
  const answer = written(form, submitter);
  try {
    await keep(answer);
  } catch {
    draft("");
    return sendNatively(form, submitter); // a store that is forbidden or full keeps nothing
  }
  const outcome = await send(answer);
  if (outcome !== "later") await forget(answer.key);
  if (outcome === "sent") return leave();
  if (outcome === "lapsed") return sendNatively(form, submitter);
  delete form.dataset.sent;
  submitter?.removeAttribute("aria-busy");
  if (outcome === "refused") return void form.dispatchEvent(new CustomEvent("refused", { detail: answer.problems }));
  form.reset();
  draft("");
  again = setTimeout(sendWaiting, RETRY);
  await show();
}

function written(form, submitter) {
  const said = [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && (typeof value === "string" || value.name));
  if (submitter?.name) said.push([submitter.name, submitter.value]);
  return { key: newKey(), officer, address: location.pathname, act: submitter?.textContent.trim() ?? "", said, at: Date.now() };
}

function leave() {
  draft("");
  openAnew();
}

/** Asked for, never sent once more: the page may be the answer to a form. */
const openAnew = () => location.assign(location.pathname + location.search);

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

// ── What is seen of it ───────────────────────────────────────────────────────────────────────────

const made = (tag, of) => Object.assign(document.createElement(tag), of);

async function show(hasLapsed = false) {
  const waiting = await mine();
  box.hidden = !waiting.length;
  const rows = waiting.map((answer) => {
    const row = made("p", { textContent: `${answer.act}: ${shortOf(answer)} ${answer.refused ? `Chưa gửi được: ${answer.refused} ` : ""}` });
    row.append(answer.address === location.pathname
      ? made("button", { type: "button", className: "button button-small button-secondary", textContent: area ? "Lấy lại để sửa" : "Bỏ", onclick: () => takeBack(answer) })
      : made("a", { href: answer.address, textContent: "Mở nhiệm vụ" }));
    return row;
  });
  const isStuck = waiting.every(({ refused }) => refused);
  const head = made("p", { textContent: isStuck ? "Còn câu trả lời chưa gửi được." : "Chưa có mạng: câu trả lời được giữ trên máy này và tự gửi khi có mạng, không cần bấm lại." });
  const way = made("a", { href: `${login}?next=${encodeURIComponent(location.pathname)}`, textContent: "Phiên đăng nhập đã hết: đăng nhập lại để gửi câu trả lời đang giữ trên máy này." });
  box.replaceChildren(hasLapsed ? way : head, ...rows);
}

function shortOf({ said }) {
  const text = said.find(([name]) => name === "text")?.[1] ?? "";
  const files = said.filter(([, value]) => typeof value !== "string").length;
  return `${text ? `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”` : ""}${files ? ` ${files} tệp` : ""}.`;
}

async function takeBack(answer) {
  await forget(answer.key);
  area?.form.dispatchEvent(new CustomEvent("takenback", { detail: answer.said }));
  draft(area?.value ?? "");
  await show();
}

// ── What is still being written ──────────────────────────────────────────────────────────────────

const area = document.querySelector("form[data-kept] textarea[name=text]");

function draft(words) {
  try {
    if (words) localStorage.setItem(DRAFT, words);
    else localStorage.removeItem(DRAFT);
  } catch { /* without a store the words stay in the form */ }
}

function lastDraft() {
  try {
    return localStorage.getItem(DRAFT) ?? "";
  } catch {
    return "";
  }
}

if (area) {
  area.value ||= lastDraft();
  area.addEventListener("input", () => draft(area.value));
}
document.addEventListener("submit", submitted, true); // ahead of what sends a form once
addEventListener("online", sendWaiting);
sendWaiting();
