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

/** A folder gives what can be read of it; a file that was meant by itself is taken as it is, and told if it cannot be. */
async function take(dropped) {
  const given = [...dropped.items].filter((item) => item.kind === "file").map((item) => {
    const entry = item.webkitGetAsEntry?.();
    return entry?.isDirectory ? entry : item.getAsFile();
  });
  const chosen = new DataTransfer();
  for (const one of given) {
    if (one instanceof File) chosen.items.add(one);
    else for await (const file of filesIn(one)) if (READABLE.test(file.name)) chosen.items.add(file);
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
