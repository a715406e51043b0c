/** What stays together on one line: the rules of plans/paper/binding.py, told by the server, applied letter for letter. */

/**
 * @typedef {{blank: string, longest: number, bound: string[], compound: string, last_two: object, whole: object, ragged?: string, widths: object, column: object}} Rules
 * @typedef {{length: number, bold: boolean}} Room  of a column, in points
 * @param {Rules | undefined} rules
 * @returns {{stretches: (text: string, room?: Room) => [number, number][], isRagged: (text: string) => boolean, roomOf: (share: number, bold: boolean) => Room}}
 *   from and to of each stretch that no line end cuts
 */
export function binder(rules) {
  if (!rules) return { stretches: () => [], isRagged: () => false, roomOf: () => undefined };
  const patterns = rules.bound.map((source) => new RegExp(source, "gu"));
  const oneByOne = [...patterns, new RegExp(rules.compound, "gu")].map((pattern) => [pattern]);
  const lastTwo = [new RegExp(rules.last_two.pattern, "gu")];
  const width = widthsOf(rules.widths);
  const hasParts = new RegExp(rules.whole.parts, "u");
  const hasDash = new RegExp(rules.whole.dash, "u");
  const ragged = rules.ragged ? new RegExp(rules.ragged, "u") : null;
  const together = (found) => found.replaceAll(" ", rules.blank);
  const isLong = (word) => hasParts.test(word) && letters(word) > rules.whole.longest;

  const holds = ({ length, bold }) => (row) => (width(row, bold) * rules.column.size) / 1000 <= length * rules.widths.safety;
  const isShort = (row) => letters(row) <= rules.longest;

  function boundBy(some, text, fits) {
    let done = text;
    for (const pattern of some) done = done.replace(pattern, together);
    return done.replace(/[^ ]+/gu, (row, at) => (fits(row) ? row : text.slice(at, at + row.length)));
  }

  function bound(text, room) {
    const fits = room ? holds(room) : isShort;
    const done = (room ? oneByOne : [patterns]).reduce((sofar, some) => boundBy(some, sofar, fits), text);
    return letters(text) >= rules.last_two.shortest ? boundBy(lastTwo, done, fits) : done;
  }

  /** Of a row that stays together its pieces: a long symbol may break behind its own marks. */
  function pieces(row) {
    const words = row.split(rules.blank);
    const isBound = words.length > 1 || hasDash.test(row) || words.some((word) => hasParts.test(word));
    if (!isBound) return [];
    if (!words.some(isLong)) return [row];
    return words.length > 1 ? row.split(/(?<=[-/])(?=[^ \u00a0]{2})/u) : [];
  }

  function stretches(text, room) {
    const found = [];
    for (const row of bound(text, room).matchAll(/[^ ]+/gu)) {
      if (room && !holds(room)(row[0])) continue; // it would stand in the next column
      let at = row.index;
      for (const piece of pieces(row[0])) found.push([at, (at += piece.length)]);
    }
    return found;
  }

  return {
    stretches,
    isRagged: (text) => ragged !== null && ragged.test(text),
    roomOf: (share, bold) => ({ length: share * rules.column.whole - rules.column.edges, bold }),
  };
}

const letters = (text) => [...text].length;

/** How wide words are in thousandths of their size: a letter with marks is as wide as its base, or its base with a horn. */
function widthsOf({ upright, bold, unknown }) {
  const [light, heavy] = [upright, bold].map((table) => new Map(Object.entries(table).flatMap(([width, some]) => [...some].map((letter) => [letter, Number(width)]))));
  const advance = (letter, table) => {
    const [base, ...marks] = letter.normalize("NFD");
    const bare = marks.includes("\u031b") ? (base + "\u031b").normalize("NFC") : base;
    return table.get(bare === "\u00a0" ? " " : bare) ?? unknown;
  };
  return (text, isBold) => [...text].reduce((sum, letter) => sum + advance(letter, isBold ? heavy : light), 0);
}
