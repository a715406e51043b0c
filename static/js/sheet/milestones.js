/** "Ghi mốc": the draft as it stands under a name, to be found again in its history. */

import { isLogIn } from "sheet/session";

/** Asks for the name; what is on the sheet is saved first. @param {() => Promise<boolean>} save */
export function askMilestone(view, save) {
  const dialog = document.getElementById("milestone");
  const form = dialog.querySelector("form");
  form.onsubmit = (event) => {
    event.preventDefault();
    dialog.close();
    set(view, save, form);
  };
  if (!dialog.open) dialog.showModal();
  form.elements.name.select();
  return true;
}

async function set(view, save, form) {
  const { toast } = await import("page");
  const isDone = (await save()) && (await sent(form));
  if (isDone) toast("Đã ghi mốc. Xem ở Văn bản › Lịch sử.", "success");
  else toast("Chưa ghi được mốc: chờ đến khi thấy Đã lưu rồi ghi lại.", "seal");
  view.focus();
}

async function sent(form) {
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    return answer.ok && answer.redirected && !isLogIn(answer, document.getElementById("desk").dataset);
  } catch {
    return false;
  }
}
