/** The words a browser says about forms, in Vietnamese in whatever language the browser is. */

/** Why a field stops its form. */
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

/** The picker of files. */
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
  input.form?.addEventListener("reset", () => setTimeout(tell)); // the field is emptied after the event
  tell();
});
