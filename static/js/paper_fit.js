/** A sheet of A4 made as wide as its column. */

const WIDTH = 210 / 25.4 * 96; // px of an A4 sheet
const sheet = document.getElementById("sheet");

export function fit() {
  if (sheet?.clientWidth) sheet.style.setProperty("--paper-zoom", Math.min(1, sheet.clientWidth / WIDTH).toFixed(3));
}

addEventListener("resize", fit);
fit();
