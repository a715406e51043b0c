/** What stays together on one line: the rules of plans/paper/binding.py, told by the server, applied letter for letter. */

/**
 * @typedef {{blank: string, longest: number, bound: string[], last_two: object, whole: object, ragged?: string}} Rules
 * @param {Rules | undefined} rules
 * @returns {{stretches: (text: string, longest?: number) => [number, number][], isRagged: (text: string) => boolean}}
 *   from and to of each stretch that no line end cuts
 */
export function binder(rules) {
  if (!rules) return { stretches: () => [], isRagged: () => false };
  const patterns = rules.bound.map((source) => new RegExp(source, "gu"));
  const lastTwo = new RegExp(rules.last_two.pattern, "gu");
  const hasParts = new RegExp(rules.whole.parts, "u");
  const hasDash = new RegExp(rules.whole.dash, "u");
  const ragged = rules.ragged ? new RegExp(rules.ragged, "u") : null;
  const together = (found) => found.replaceAll(" ", rules.blank);
  const isLong = (word) => hasParts.test(word) && letters(word) > rules.whole.longest;

  function bound(text, longest) {
    let done = text;
    for (const pattern of patterns) done = done.replace(pattern, together);
    done = done.replace(/[^ ]+/gu, (row, at) => (letters(row) <= longest ? row : text.slice(at, at + row.length)));
    const hasTwo = longest >= rules.longest && letters(text) >= rules.last_two.shortest;
    return hasTwo ? done.replace(lastTwo, together) : done;
  }

  /** Of a row that stays together its pieces: a long symbol may break behind its own marks. */
  function pieces(row) {
    const words = row.split(rules.blank);
    const isBound = words.length > 1 || hasDash.test(row) || words.some((word) => hasParts.test(word));
    if (!isBound) return [];
    if (!words.some(isLong)) return [row];
    return words.length > 1 ? row.split(/(?<=[-/])(?=[^ \u00a0]{2})/u) : [];
  }

  function stretches(text, longest = rules.longest) {
    const found = [];
    for (const row of bound(text, longest).matchAll(/[^ ]+/gu)) {
      let at = row.index;
      for (const piece of pieces(row[0])) found.push([at, (at += piece.length)]);
    }
    return found;
  }

  return { stretches, isRagged: (text) => ragged !== null && ragged.test(text) };
}

const letters = (text) => [...text].length;
