/** Units found by a part of their name, ticked in the panel; the box is templates/desk/unit_choice.html. */

const WAIT = 250; // ms

/** `changed()`: a unit was ticked. */
export function chooseUnits(box, changed) {
  const found = box.querySelector(".unit-found");
  const search = box.querySelector("[data-finds]");
  let timer = 0;
  let asked = 0; // of two answers the one that was asked for last is shown

  async function look(query) {
    const turn = ++asked;
    try {
      const answer = await fetch(`${box.dataset.units}?${new URLSearchParams(query)}`);
      if (answer.redirected) return void (found.textContent = "Phiên đăng nhập đã hết: đăng nhập lại rồi tìm lại.");
      const html = answer.ok ? await answer.text() : "";
      if (turn === asked) found.innerHTML = html;
    } catch {
      found.textContent = "Mất kết nối: chưa tìm được đơn vị.";
    }
  }

  function tick(unit) {
    const ticks = box.querySelector(".unit-ticks");
    const there = ticks.querySelector(`input[value="${CSS.escape(unit.dataset.unit)}"]`);
    if (there) there.checked = true;
    else ticks.append(ticked(box.dataset.name, unit));
  }

  function taken(units) {
    units.forEach(tick);
    found.replaceChildren();
    search.value = "";
    changed();
  }

  search.addEventListener("input", () => {
    clearTimeout(timer);
    const words = search.value.trim();
    timer = setTimeout(() => (words ? look({ tim: words }) : found.replaceChildren()), WAIT);
  });
  search.addEventListener("change", (event) => event.stopPropagation()); // what is looked for is no part of the mark
  search.addEventListener("keydown", async (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    clearTimeout(timer);
    await look({ tim: search.value.trim() });
    const first = found.querySelector("[data-unit]");
    if (first) taken([first]);
  });
  found.addEventListener("click", (event) => {
    const unit = event.target.closest("[data-unit]");
    if (unit) taken([unit]);
  });
  box.querySelector("[data-all-communes]").addEventListener("click", async () => {
    await look({ "tat-ca": "xa" });
    const communes = [...found.querySelectorAll("[data-unit]")];
    if (communes.length) taken(communes);
  });
}

function ticked(name, unit) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  label.className = "choice";
  Object.assign(input, { type: "checkbox", name, value: unit.dataset.unit, checked: true });
  label.append(input, ` ${unit.textContent}`);
  return label;
}
