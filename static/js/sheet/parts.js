/**
 * Head and foot: their forms in the panel, as the pages of the desk have them, with what the system knows beside. What was
 * typed on the sheet is stored first, so that the form is over it; what the form changes comes back as others' changes do.
 */

import { token } from "sheet/asking";
import { askNews, saveNow } from "sheet/saving";
import { schema } from "sheet/schema";

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
  const page = await pageAt(addressOf(context, part));
  if (!isShown()) return;
  if (page) put(context, body, part, page);
  else body.replaceChildren(sentence("Mất kết nối: chưa mở được phần này."));
}

const addressOf = (context, part) => context.addresses.spot.replace("body", part);

async function pageAt(address, how = {}) {
  try {
    const answer = await fetch(address, how);
    const html = await answer.text();
    return { isDone: answer.redirected, page: new DOMParser().parseFromString(mainOf(html), "text/html") };
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
  const got = await pageAt(`${context.addresses.check}${key}/${mend}/`, { method: "POST", body });
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
  const form = event.target;
  await saveNow(context.view());
  const got = await pageAt(form.action, { method: "POST", body: new FormData(form, event.submitter) });
  if (!got) return void context.tell("Mất kết nối: chưa ghi được phần này.");
  if (got.isDone) {
    await askNews(context.view());
    context.tell("Đã ghi.", "success");
    return partPanel(context, body, part, () => true);
  }
  put(context, body, part, got);
}

const sentence = (text) => Object.assign(document.createElement("p"), { className: "help", textContent: text });
