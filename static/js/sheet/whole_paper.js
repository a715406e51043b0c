/**
 * A paper that is pasted whole: its title, grounds, addressees and its end go where they stand on ours, the text into the
 * text. What the system sets itself (the heads, number, date) is left out, and told. A shape that is not known stays text.
 */

const NATION = /^CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM/iu;
const SUBJECT = /^V\/v:?\s+/u;
const ADDRESSED = /^Kính gửi\s*:/u;
const RECEIVED = /^Nơi nhận\s*:?/u;
const SIGNED = /^(?:(?:TM|KT|TL|TUQ|Q)\.\s|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|CHỦ NHIỆM|HIỆU TRƯỞNG)\b)/u;
const SEAL = /^[([]?(?:đã ký|ký tên|chữ ký|ký, ghi rõ họ tên)[^)\]]*[)\]]?$/iu;
const RULE = /^[-–—_*=.\s]+$/u;
const ENDED = /[.;:]$/u;
/** How a ground begins; one in the middle of others begins as it likes and ends with ";". */
const GROUND = /^(?:Căn cứ|Theo|Xét|Thực hiện|Trên cơ sở|Để|Tiếp theo)\s/u;
const TITLE_LINES = 5;
const HEAD_ITEMS = 16; // from the top to the name of the kind: agencies, nation, number, date, marks
const FOOT_ITEMS = 40;

/**
 * @typedef {object} Parts
 * @property {object[]} blocks  of the text
 * @property {string} title
 * @property {string[]} addressees
 * @property {string[]} citations
 * @property {string[]} recipients
 * @property {{lines: string[], name: string}} signature
 * @property {string[]} left  what the system sets itself
 * @param {object[]} blocks  as the clipboard was read
 * @param {{typeName: string, isAtTop: boolean}} on  our own kind, for a paper of another kind is only quoted; whether it is
 *   pasted above the text: then grounds alone go home, too
 * @returns {Parts}
 */
export function partsIn(blocks, { typeName, isAtTop }) {
  const items = itemsOf(blocks);
  const head = headOf(items, typeName.toUpperCase(), isAtTop);
  const foot = footOf(items.slice(head.end));
  const text = [...items.slice(head.end, head.end + foot.start), ...items.slice(head.end + foot.end)];
  return { ...head, ...foot, left: [...head.left, ...foot.left], blocks: text.flatMap(({ own }) => own) };
}

/** Lines, and tables with their rows: {own: blocks, lines: what they say, cells: of a table, column by column}. */
function itemsOf(blocks) {
  const items = [];
  for (const block of blocks) {
    if (block.type === "table") items.push({ own: [block], lines: [], columns: [] });
    else if (block.type === "row") addRow(items.at(-1), block);
    else items.push({ own: [block], lines: [said(block)].filter(Boolean) });
  }
  return items;
}

function addRow(item, row) {
  item.own.push(row);
  row.cells.forEach(({ paragraphs }, place) => {
    const lines = paragraphs.flatMap((runs) => wordsOf(runs).split("\n")).map((line) => line.trim()).filter(Boolean);
    item.columns[place] = [...(item.columns[place] ?? []), ...lines];
    item.lines.push(...lines);
  });
}

const wordsOf = (runs) => runs.map(([text]) => text).join("");
const said = ({ marker = "", runs = [] }) => `${marker} ${wordsOf(runs)}`.replace(/\s+/gu, " ").trim();
const isSaid = (item, shape) => item.lines.some((line) => shape.test(line));
const isLine = ({ own: [block] }) => block.type === "paragraph";

// ── Head ─────────────────────────────────────────────────────────────────────────────────────────

const LETTER = "CÔNG VĂN";
const NO_HEAD = { end: 0, isWhole: false, title: "", addressees: [], citations: [], left: [] };

function headOf(items, kindOfOurs, isAtTop) {
  const top = items.slice(0, HEAD_ITEMS);
  const kind = top.findIndex(({ lines }) => lines.length === 1 && lines[0].toUpperCase() === kindOfOurs);
  const isHeaded = top.some((item) => isSaid(item, NATION));
  if (kind >= 0 && (isHeaded || kind === 0)) return named(items, kind);
  const addressed = top.findIndex((item) => isSaid(item, ADDRESSED));
  if (isHeaded && kindOfOurs === LETTER && addressed >= 0) return letter(items, addressed);
  return { ...NO_HEAD, ...(isAtTop && grounds(items, 0)) };
}

function named(items, kind) {
  const left = items.slice(0, kind + 1).flatMap(({ lines }) => lines);
  const words = [];
  let end = kind + 1;
  for (; end < items.length && words.length < TITLE_LINES; end++) {
    const [line, more] = items[end].lines;
    if (line && RULE.test(line)) continue;
    if (!line || more || !isLine(items[end]) || items[end].own[0].marker || ENDED.test(line) || /^Căn cứ\s/u.test(line)) break;
    words.push(line);
  }
  while (items[end]?.lines.length === 1 && RULE.test(items[end].lines[0])) end++;
  return { isWhole: true, title: words.join(" "), addressees: [], left, ...grounds(items, end) };
}

/** Without the name of a kind: what it is about stands below its number, and whom it addresses above the text. */
function letter(items, at) {
  const head = items.slice(0, at).flatMap(({ lines }) => lines);
  const left = head.filter((line) => !SUBJECT.test(line));
  const title = (head.find((line) => SUBJECT.test(line)) ?? "").replace(SUBJECT, "");
  const addressees = [items[at].lines.join(" ").replace(ADDRESSED, "").trim()];
  let end = at + 1;
  for (; items[end]?.own[0].marker === "-"; end++) addressees.push(bare(items[end].lines[0]));
  return { end, isWhole: true, title, addressees: addressees.map(bare).filter(Boolean), citations: [], left };
}

function grounds(items, from) {
  let end = from;
  while (end < items.length && isLine(items[end]) && isGround(items[end].lines[0] ?? "", end > from)) end++;
  return { citations: items.slice(from, end).map(({ lines: [line] }) => line), end };
}

const isGround = (line, isAfterOne) => /[;.,]$/u.test(line) && (GROUND.test(line) || (isAfterOne && line.endsWith(";")));

// ── Foot ─────────────────────────────────────────────────────────────────────────────────────────

function footOf(items) {
  const from = Math.max(items.length - FOOT_ITEMS, 0);
  const found = items.slice(from).findIndex((item) => isSaid(item, RECEIVED));
  const nothing = { start: items.length, end: items.length, recipients: [], signature: { lines: [], name: "" } };
  if (found < 0) return { ...nothing, left: [] };
  const start = from + found;
  const { columns } = items[start];
  if (columns) return { start, end: start + 1, ...footFrom(columns.flat()) };
  let end = start;
  while (end < items.length && !items[end].columns && !["annex", "part", "chapter", "article", "note"].includes(items[end].own[0].type)) end++;
  return { start, end, ...footFrom(items.slice(start, end).flatMap(({ lines }) => lines)) };
}

/** Recipients down to whoever signs; what stands below the authority is a name. */
function footFrom(lines) {
  const signing = lines.findIndex((line) => SIGNED.test(line));
  const begins = lines.findIndex((line) => RECEIVED.test(line));
  const isFirst = signing >= 0 && signing < begins; // a page that has the signature before the list
  const received = lines.slice(begins, isFirst || signing < 0 ? undefined : signing);
  const signed = signing < 0 ? [] : lines.slice(signing, isFirst ? begins : undefined);
  const authority = signed.filter((line) => line === line.toUpperCase() && !SEAL.test(line));
  const names = signed.filter((line) => line !== line.toUpperCase() && !SEAL.test(line));
  const recipients = received.map((line) => bare(line.replace(RECEIVED, ""))).filter(Boolean);
  return { recipients, signature: { lines: authority, name: names.join(" ") }, left: signed.filter((line) => SEAL.test(line)) };
}

const bare = (line) => line.replace(/^[-–—+•\s]+/u, "").replace(/[;.]+$/u, "").trim();
