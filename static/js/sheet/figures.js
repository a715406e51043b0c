/** How meaning reads in a few letters: "> 72%" of a target, "Công an xã · 30/6" of a task. */

const SIGNS = { "=": "", ">": ">", ">=": "≥", "<": "<", "<=": "≤", min: "thấp nhất", max: "cao nhất" };

/** @param {object} target  data of a target */
export function figureOf({ statement = {} }) {
  const sign = SIGNS[statement.comparator] ?? "";
  if (statement.value === undefined || statement.value === null) return sign || "định tính";
  const unit = statement.unit ?? "";
  const figure = `${number(statement.value)}${unit === "%" ? "" : " "}${unit}`.trim();
  return sign ? `${sign} ${figure}` : figure;
}

const number = (value) => String(value).replace(".", ",");

/**
 * @param {object} task  data of a task
 * @param {Record<string, string>} units  names by id
 * @param {number} year  of the plan: it goes without saying
 */
export function chipOf(task, units, year) {
  const who = named(task.lead, units) || task.units_said;
  return [who, dueOf(task, year)].filter(Boolean).join(" · ") || "nhiệm vụ";
}

/** @param {object} charge */
export const chargeChip = (charge, units) => named(charge.units, units) || charge.units_said || "đơn vị";

function named(ids, units) {
  const names = (ids ?? []).map((id) => units[id]).filter(Boolean);
  return names.length > 1 ? `${names[0]} +${names.length - 1}` : (names[0] ?? "");
}

function dueOf({ due, due_text: said }, ofThePlan) {
  if (!due) return said ?? "";
  const [year, month, day] = due.split("-").map(Number);
  return `${day}/${month}${year === ofThePlan ? "" : `/${year}`}`;
}
