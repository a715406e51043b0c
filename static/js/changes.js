/** The steps through the changes of a marked paper: two buttons, and Alt with the arrows up and down. */

const changes = [...document.querySelectorAll("a.change")];
const bar = document.querySelector(".change-steps");
const told = bar.querySelector(".state");
let at = -1;

function goTo(place) {
  at = Math.min(Math.max(place, 0), changes.length - 1);
  told.textContent = `${at + 1} / ${changes.length}`;
  changes[at].focus({ preventScroll: true });
  changes[at].scrollIntoView({ block: "center" });
}

bar.addEventListener("click", (event) => {
  const step = event.target.closest("[data-step]")?.dataset.step;
  if (step) goTo(at + Number(step));
});
addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || !event.altKey) return;
  event.preventDefault();
  goTo(at + step);
});
addEventListener("focusin", (event) => {
  if (changes.includes(event.target)) at = changes.indexOf(event.target);
});
told.textContent = `${changes.length} chỗ sửa`;
bar.hidden = changes.length < 2;
