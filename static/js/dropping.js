/** Files and whole folders dropped on the form of reading in: they lie in its field as if they had been chosen there. */

const READABLE = /\.(docx|doc|pdf|txt)$/i;
const form = document.querySelector("[data-takes-files]");
const field = form?.querySelector("[type=file]");

/** Every file below an entry of what was dropped, however deep its folders are. */
async function* filesIn(entry) {
  if (entry.isFile) {
    yield await new Promise((found, failed) => entry.file(found, failed));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((found, failed) => reader.readEntries(found, failed)); // a hundred at most
    if (!some.length) return;
    for (const inner of some) yield* filesIn(inner);
  }
}

async function take(dropped) {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const chosen = new DataTransfer();
  for (const entry of entries) {
    for await (const file of filesIn(entry)) {
      if (READABLE.test(file.name) || !entry.isDirectory) chosen.items.add(file);
    }
  }
  if (!chosen.files.length) return;
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

if (field) {
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      form.classList.add("is-over");
    });
  }
  for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => form.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer);
  });
}
