/** A photo is made smaller on the phone before it is sent: a tenth of the bytes, and no place where it was taken. */

const LONGEST = 1600; // pixels; words on a photographed page can still be read
const QUALITY = 0.8;
const SMALL = 400_000; // bytes that are sent as they are
const PHOTO = /^image\/(jpeg|png)$/;

const drawn = new WeakSet(); // what came out of here
const working = new Map(); // form → the drawing under way

addEventListener("change", ({ target }) => {
  if (target.matches?.("input[type=file][data-shrinks]")) shrinkIn(target);
});

addEventListener("reset", ({ target: form }) => {
  for (const input of form.querySelectorAll("input[data-shrinks]")) say(input, "");
});

/** Whoever presses while a photo is still being drawn has pressed: the form goes as soon as it is ready. */
addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (!working.has(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  await working.get(form);
  form.requestSubmit(submitter);
}, true);

async function shrinkIn(input) {
  const chosen = [...input.files];
  if (!chosen.some(isLarge)) return;
  const drawing = Promise.all(chosen.map((file) => (isLarge(file) ? smaller(file) : file)));
  working.set(input.form, drawing);
  const files = await drawing;
  working.delete(input.form);
  if (files.every((file, place) => file === chosen[place]) || isChanged(input, chosen)) return;
  const list = new DataTransfer();
  for (const file of files) list.items.add(file);
  input.files = list.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  tell(input, chosen, files);
}

const isLarge = (file) => PHOTO.test(file.type) && file.size > SMALL && !drawn.has(file);
const isChanged = (input, chosen) => input.files.length !== chosen.length || chosen.some((file, place) => file !== input.files[place]);

/** The same photo, smaller; the photo itself where this machine cannot draw it or it would not get smaller. */
async function smaller(file) {
  try {
    const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(photo.width, photo.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff"; // what is see-through would come out black
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(photo, 0, 0, canvas.width, canvas.height);
    photo.close();
    const bytes = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", QUALITY); });
    if (!bytes || bytes.size >= file.size) return file;
    const made = new File([bytes], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
    drawn.add(made);
    return made;
  } catch {
    return file;
  }
}

const bytesIn = (files) => files.reduce((sum, file) => sum + file.size, 0);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;

function tell(input, before, after) {
  say(input, `Ảnh đã thu nhỏ trên máy này: ${megabytes(bytesIn(before))} còn ${megabytes(bytesIn(after))}.`);
}

function say(input, words) {
  const place = document.getElementById(input.dataset.shrinks);
  if (place) place.textContent = words;
}
