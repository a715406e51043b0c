/** The grid of figures: keeps a row as soon as it is left, and goes down with Enter and the arrows. */

const PAUSE = 700; // ms
const form = document.querySelector("[data-autosave]");
const saved = document.getElementById("saved");
const waiting = new Map(); // row → timer

const tell = (words) => { if (saved) saved.textContent = words; };

/** One row as its own little form: another row that is not finished yet does not hold it up. */
async function keep(row) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.append("do", "save");
  for (const field of row.querySelectorAll("input, select")) {
    if (field.type !== "checkbox" || field.checked) body.append(field.name, field.value);
  }
  tell("Đang lưu…");
  try {
    const answer = await fetch(location.pathname, { method: "POST", body, headers: { Accept: "application/json" } });
    const said = await answer.json();
    show(row, answer.ok ? "" : said.problems.map((problem) => problem.message).join(" "), said.rows?.[row.id]);
    tell(answer.ok ? `Đã lưu lúc ${said.saved}, chưa gửi` : "Còn dòng chưa lưu được");
  } catch {
    tell("Mất mạng: chưa lưu. Có mạng rồi bấm Lưu.");
  }
}

function show(row, problem, told) {
  row.toggleAttribute("data-wrong", Boolean(problem));
  if (told) {
    row.querySelector("[data-share]").textContent = told.share;
    row.querySelector("[data-standing]").textContent = told.standing;
  }
  row.querySelector("[data-oddity]").textContent = problem || told?.oddity || "";
}

/** Half a row is no answer: a figure with its total still to come waits. */
function isWhole(row) {
  const [numerator, denominator] = ["numerator", "denominator"].map((name) => row.querySelector(`[name^="${name}-"]`));
  if (row.querySelector("select").value || !denominator) return true;
  return Boolean(numerator.value) === Boolean(denominator.value);
}

if (form) {
  form.addEventListener("change", ({ target }) => {
    const row = target.closest(".figure-row");
    clearTimeout(waiting.get(row));
    waiting.set(row, setTimeout(() => { if (isWhole(row)) keep(row); }, PAUSE));
  });
  form.addEventListener("keydown", (event) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.tagName !== "INPUT" || event.target.type === "checkbox") return;
    const column = event.target.name.replace(/-.*/, "");
    const fields = [...form.querySelectorAll(`input[name^="${column}-"]:enabled`)];
    const next = fields[fields.indexOf(event.target) + step];
    if (event.key === "Enter" || next) event.preventDefault();
    next?.focus();
    next?.select();
  });
}
