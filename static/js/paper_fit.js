/** A sheet of A4 made as wide as its column, for a browser whose CSS cannot divide lengths (paper.css). */

const WIDTH = 210 / 25.4 * 96; // px of an A4 sheet
const sheet = document.getElementById("sheet");
const needed = sheet && !CSS.supports("zoom: tan(atan2(1cqw, 1mm))");

export function fit() {
  if (needed && sheet.clientWidth) sheet.style.setProperty("--paper-zoom", Math.min(1, sheet.clientWidth / WIDTH).toFixed(3));
}

if (needed) addEventListener("resize", fit);
fit();

/** <input type="checkbox" data-remembered="name"> stands as it was left, on this machine. */
document.querySelectorAll("[data-remembered]").forEach((box) => {
  const place = `chosen:${box.dataset.remembered}`;
  try {
    box.checked = localStorage.getItem(place) === "yes";
    box.addEventListener("change", () => localStorage.setItem(place, box.checked ? "yes" : "no"));
  } catch { /* without a store the choice lasts as long as the page */ }
});
