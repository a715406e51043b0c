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

/** What only a page with a form to fill in needs is not loaded by the others. */
if (document.querySelector("input[type=file], :required")) import("./forms.js");

/** <button data-opens="id"> opens that <dialog>; <button data-closes> inside closes it. */
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
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
