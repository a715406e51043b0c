/** What the outbox (outbox.js) tells a form with `data-kept`: why its answer was refused, and what it said before. */

const made = (tag, of) => Object.assign(document.createElement(tag), of);

for (const form of document.querySelectorAll("form[data-kept]")) {
  form.addEventListener("refused", ({ detail }) => sayWhyNot(form, detail));
  form.addEventListener("takenback", ({ detail }) => putBack(form, detail));
}

/** Above the form, as the page of the server has it (components/problems.html); what was typed and chosen stands. */
function sayWhyNot(form, problems) {
  document.querySelectorAll(".problems").forEach((old) => old.remove());
  const reasons = made("ol", {});
  reasons.append(...problems.map(({ message }) => made("li", { textContent: message })));
  const told = made("section", { className: "problems", tabIndex: -1, ariaLabel: "Những điểm cần sửa" });
  told.dataset.tone = "seal";
  told.append(made("h2", { textContent: "Chưa gửi được:" }), reasons, made("p", { className: "help", textContent: "Chữ đã viết, tệp đã chọn vẫn còn: sửa rồi bấm gửi lại." }));
  form.before(told);
  askIn(form, problems.flatMap(({ answer }) => answer ?? []));
  told.focus();
}

/** The question of components/confirm.html, for what was asked now; what was ticked before goes along. */
function askIn(form, asked) {
  const question = form.querySelector("template")?.content.firstElementChild;
  if (!question) return;
  const { name } = question.querySelector("input");
  const ticked = [...form.querySelectorAll(`[name="${name}"]`)].filter((box) => box.type === "hidden" || box.checked).map(({ value }) => value);
  form.querySelectorAll(`input[name="${name}"]`).forEach((box) => (box.closest(".field") ?? box).remove());
  form.append(...ticked.map((value) => made("input", { type: "hidden", name, value })));
  if (!asked.length) return;
  const now = document.importNode(question, true);
  now.querySelector("input").value = asked.join(" ");
  form.querySelector("template").before(now);
}

/** Words and files into the form they came from; what was written there meanwhile stays. */
function putBack(form, said) {
  const files = new DataTransfer();
  for (const [name, value] of said) {
    const field = form.elements[name];
    if (typeof value !== "string") files.items.add(value);
    else if (field?.name === "text") field.value = [field.value, value].filter(Boolean).join("\n");
    else if (field?.type === "text") field.value ||= value;
  }
  const picker = form.querySelector("input[type=file]");
  if (!picker || !files.items.length) return;
  for (const file of picker.files) files.items.add(file);
  picker.files = files.files;
  picker.dispatchEvent(new Event("change", { bubbles: true }));
}
