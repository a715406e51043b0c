/** What every page gains from JavaScript; every page also works without it. */

document.documentElement.classList.add("has-script");

/** A refusal is read out first: its list of problems takes the focus. */
document.querySelector("[data-takes-focus]")?.focus();

/** A form is sent once, however often the button is pressed; coming back to the page frees it again. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  document.querySelectorAll("[aria-busy=true]").forEach((button) => button.removeAttribute("aria-busy"));
});

/** A field that stops its form says so in Vietnamese, in whatever language the browser is. */
function whyNot({ validity, type, min, max }) {
  if (validity.valueMissing) return type === "file" ? "Chưa chọn tệp." : type === "radio" || type === "checkbox" ? "Chưa chọn." : "Ô này chưa điền.";
  if (validity.badInput) return "Ghi bằng chữ số.";
  if (validity.rangeUnderflow || validity.rangeOverflow) return `Ghi một số${min ? ` từ ${min}` : ""}${max ? ` đến ${max}` : ""}.`;
  return "";
}
document.addEventListener("invalid", ({ target }) => target.setCustomValidity(whyNot(target)), true);
for (const kind of ["input", "change"]) {
  document.addEventListener(kind, ({ target }) => [...(target.form?.elements ?? [])].forEach((field) => field.setCustomValidity?.("")), true);
}

/** So does the picker of files. */
document.querySelectorAll(".field > input[type=file]").forEach((input) => {
  const box = Object.assign(document.createElement("span"), { className: "file-choice" });
  const button = Object.assign(document.createElement("span"), { className: "button button-small button-secondary", textContent: "Chọn tệp" });
  const words = Object.assign(document.createElement("span"), { className: "file-words" });
  const tell = () => { words.textContent = [...input.files].map((file) => file.name).join(", ") || "Chưa chọn tệp nào"; };
  for (const part of [button, words]) part.setAttribute("aria-hidden", "true"); // the input itself is read out
  input.replaceWith(box);
  box.append(button, words, input);
  input.addEventListener("change", tell);
  addEventListener("pageshow", tell);
  tell();
});

/** <button data-opens="id"> opens that <dialog>; <button data-closes> inside closes it. */
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
});

/** <input type="checkbox" data-remembered="name"> stands as it was left, on this machine. */
document.querySelectorAll("[data-remembered]").forEach((box) => {
  const place = `chosen:${box.dataset.remembered}`;
  try {
    box.checked = localStorage.getItem(place) === "yes";
    box.addEventListener("change", () => localStorage.setItem(place, box.checked ? "yes" : "no"));
  } catch { /* without a store the choice lasts as long as the page */ }
});

/** <button data-prints> prints the page. */
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-prints]")) print();
});

/** One sentence about what just happened, read out politely; tone: "success" | "waiting" | "seal". */
export function toast(words, tone = "success") {
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.dataset.tone = tone;
  const text = document.createElement("p");
  text.textContent = words;
  notice.append(text);
  document.getElementById("toasts").append(notice);
  return notice;
}
