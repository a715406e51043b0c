/** One box on top of a form ticks all the boxes of one name, and says when only some of them are ticked. */

const all = document.querySelector("[data-chooses]");
const boxes = [...(all?.form.querySelectorAll(`input[name="${all.dataset.chooses}"]`) ?? [])];

function tell() {
  const ticked = boxes.filter((box) => box.checked).length;
  all.checked = ticked === boxes.length;
  all.indeterminate = ticked > 0 && ticked < boxes.length;
}

if (all && !boxes.length) all.closest("p").hidden = true;
if (boxes.length) {
  all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
  all.form.addEventListener("change", tell);
  addEventListener("pageshow", tell);
  tell();
}
