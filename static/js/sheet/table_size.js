/** How many rows and columns a new table has: two numbers, or a stretch of squares as in Word. */

const SQUARES = 8; // across and down

/** @param {(rows: number, columns: number) => void} insert */
export function askSize(view, insert) {
  const dialog = document.getElementById("table-size");
  const form = dialog.querySelector("form");
  const { rows, columns } = form.elements;
  const squares = dialog.querySelector(".squares");
  if (!squares.childElementCount) squares.append(...Array.from({ length: SQUARES * SQUARES }, square));
  const show = () => {
    for (const one of squares.children) one.classList.toggle("chosen", one.row <= Number(rows.value) && one.column <= Number(columns.value));
  };
  const done = () => {
    dialog.close();
    view.focus();
    insert(Number(rows.value), Number(columns.value));
  };
  form.oninput = show;
  form.onsubmit = (event) => {
    event.preventDefault();
    done();
  };
  squares.onpointerover = ({ target }) => {
    if (!target.row) return;
    [rows.value, columns.value] = [target.row, target.column];
    show();
  };
  squares.onclick = ({ target }) => target.row && done();
  form.reset();
  show();
  dialog.showModal();
  rows.select();
}

function square(_, place) {
  const made = document.createElement("span");
  return Object.assign(made, { row: Math.floor(place / SQUARES) + 1, column: (place % SQUARES) + 1 });
}
