/**
 * Head and foot: their forms in the panel, as the pages of the desk have them, with what the system knows beside. What was
 * typed on the sheet is stored first, so that the form is over it; what the form changes comes back as others' changes do.
 */

import { token } from "sheet/asking";
import { askNews, lapse, saveNow } from "sheet/saving";
import { schema } from "sheet/schema";
import { isLogIn, wayIn } from "sheet/session";

const { nodes } = schema;
const PARTS = new Map([
  [nodes.title, "identity"],
  [nodes.addressee, "identity"],
  [nodes.citation, "citations"],
  [nodes.recipient, "recipients"],
  [nodes.signature_line, "signature"],
  [nodes.signer, "signature"],
]);
/** As the panel calls them; each is a form of the desk (plans/drafting/spots.py). */
export const NAMES = { identity: "Văn bản", citations: "Căn cứ", recipients: "Nơi nhận", signature: "Chữ ký" };

/** Which part of head or foot a place is in; "" in the body. */
export const partAt = ($pos) => PARTS.get($pos.parent.type) ?? "";

/** Puts the form of a part into `body`, unless something else is shown by then. */
export async function partPanel(context, body, part, isShown) {
  await saveNow(context.view());
  const got = await pageAt(context, addressOf(context, part));
  if (!isShown()) return;
  if (!got) body.replaceChildren(sentence("Mất kết nối: chưa mở được phần này."));
  else if (got.isOut) body.replaceChildren(ways(part), wayIn(context.addresses));
  else put(context, body, part, got);
}

const addressOf = (context, part) => context.addresses.spot.replace("body", part);

/** `isDone`: it was stored, and leads on from there; `isOut`: the log-in was shown instead. Null where there is no line. */
async function pageAt(context, address, how = {}) {
  try {
    const answer = await fetch(address, how);
    const html = await answer.text();
    const isOut = isLogIn(answer, context.addresses);
    if (isOut) lapse(context.view());
    const isDone = answer.ok && answer.redirected && !isOut;
    return { isOut, isDone, page: new DOMParser().parseFromString(mainOf(html), "text/html") };
  } catch {
    return null;
  }
}

/** Without the head of the page: its styles are not for here. */
const mainOf = (html) => html.slice(html.indexOf("<main"), html.lastIndexOf("</main>"));

function put(context, body, part, { page }) {
  const form = page.getElementById("spot");
  if (!form) return body.replaceChildren(ways(part), sentence("Phần này mở ở trang biểu mẫu."));
  const save = Object.assign(document.createElement("button"), { className: "button button-small", textContent: "Ghi" });
  form.append(save);
  form.dataset.spot = part;
  const notes = page.getElementById("notes");
  body.replaceChildren(ways(part), document.adoptNode(form), ...(notes ? [document.adoptNode(notes)] : []));
  for (const one of body.querySelectorAll("form")) one.addEventListener("submit", (event) => send(event, context, body, part));
  form.addEventListener("input", () => form.setAttribute("data-changed", ""));
  form.addEventListener("change", (event) => event.target.type === "radio" && form.requestSubmit(save));
}

/** What the check found and one press puts right (plans/drafting/mending.py); it comes back as another's change would. */
export async function putRight(context, { key, mend }) {
  await saveNow(context.view());
  const body = new FormData();
  body.set("csrfmiddlewaretoken", token());
  const got = await pageAt(context, `${context.addresses.check}${key}/${mend}/`, { method: "POST", body });
  if (got?.isOut) return void context.tell("Chưa sửa: phiên đăng nhập đã hết. Đăng nhập lại rồi bấm lần nữa.");
  if (!got?.isDone) return void context.tell("Chưa sửa được: thử lại, hoặc sửa ngay trong chữ.");
  await askNews(context.view());
}

/** From one part of head and foot to the others. */
function ways(part) {
  const row = Object.assign(document.createElement("div"), { className: "part-ways" });
  for (const [name, words] of Object.entries(NAMES)) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    button.dataset.part = name;
    button.setAttribute("aria-pressed", String(name === part));
    row.append(button);
  }
  return row;
}

async function send(event, context, body, part) {
  event.preventDefault();
  event.stopPropagation();
  if (await stored(context, body, part, event.target, event.submitter)) await partPanel(context, body, part, () => true);
}

/** What was typed into a form of head or foot is stored before the panel shows something else; resolves to whether it may. */
export async function isStored(context, body) {
  const form = body.querySelector("form[data-changed]");
  return !form || stored(context, body, form.dataset.spot, form, null);
}

/** The form as it was typed stays until the server has it, or with what is wrong in it. */
async function stored(context, body, part, form, submitter) {
  await saveNow(context.view());
  const got = await pageAt(context, form.action, { method: "POST", body: new FormData(form, submitter) });
  if (got?.isDone) {
    form.removeAttribute("data-changed");
    await askNews(context.view());
    context.tell("Đã ghi.", "success");
    return true;
  }
  if (!got) context.tell("Mất kết nối: chưa ghi được phần này. Chữ đã gõ vẫn còn ở đây.");
  else if (got.isOut) context.tell("Chưa ghi: phiên đăng nhập đã hết. Đăng nhập lại rồi bấm Ghi; chữ đã gõ vẫn còn ở đây.");
  else if (got.page.getElementById("spot")) putAgain(context, body, part, got);
  else context.tell("Máy chủ chưa ghi được phần này. Thử lại sau ít phút; chữ đã gõ vẫn còn ở đây.");
  return false;
}

/** What the server would not take, with its reasons; it still waits to be stored. */
function putAgain(context, body, part, got) {
  put(context, body, part, got);
  body.querySelector("#spot").setAttribute("data-changed", "");
}

const sentence = (text) => Object.assign(document.createElement("p"), { className: "help", textContent: text });
