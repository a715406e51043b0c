/** A sheet of A4 made as wide as its column. */

const WIDTH = 210 / 25.4 * 96; // px of an A4 sheet
const sheet = document.getElementById("sheet");

export function fit() {
  if (sheet?.clientWidth) sheet.style.setProperty("--paper-zoom", Math.min(1, sheet.clientWidth / WIDTH).toFixed(3));
}

addEventListener("resize", fit);
fit();

/** <input type="checkbox" data-remembered="name"> stands as it was left, on this machine. */
document.querySelectorAll("[data-remembered]").forEach((box) => {
  const place = `chosen:${box.dataset.remembered}`;
  try {
    box.checked = localStorage.getItem(place) === "yes";
    box.addEventListener("change", () => localStorage.setItem(place, box.checked ? "yes" : "no"));
  } catch { /* without a store the choice lasts as long as the page */ }
});
