/** What stays together on one line: the rules of plans/paper/binding.py, told by the server, applied letter for letter. */

/**
 * @param {{blank: string, longest: number, bound: string[], last_two: object, parts: object}} rules
 * @returns {(text: string, longest?: number) => [number, number][]} from and to of each stretch that no line end cuts
 */
export function binder(rules) {
  if (!rules) return () => [];
  const patterns = rules.bound.map((source) => new RegExp(source, "gu"));
  const lastTwo = new RegExp(rules.last_two.pattern, "gu");
  const hasParts = new RegExp(rules.parts.has, "u");
  const cut = new RegExp(rules.parts.cut, "gu");
  const together = (found) => found.replaceAll(" ", rules.blank);

  function bound(text, longest) {
    let done = text;
    for (const pattern of patterns) done = done.replace(pattern, together);
    if (longest >= rules.longest && letters(text) >= rules.last_two.shortest) done = done.replace(lastTwo, together);
    return done.replace(/[^ ]+/gu, (row, at) => (letters(row) <= longest ? row : text.slice(at, at + row.length)));
  }

  /** Where a word of more than one part may still be cut; [] of a word that breaks as it will. */
  function pieces(word) {
    if (!hasParts.test(word)) return [];
    const parted = letters(word) <= rules.parts.longest_joined ? [word] : word.split(cut);
    return parted.every((piece) => letters(piece) <= rules.parts.longest_piece) ? parted : [];
  }

  return (text, longest = rules.longest) => {
    const found = [];
    for (const row of bound(text, longest).matchAll(/[^ ]+/gu)) {
      if (row[0].includes(rules.blank)) found.push([row.index, row.index + row[0].length]);
      else {
        let at = row.index;
        for (const piece of pieces(row[0])) found.push([at, (at += piece.length)]);
      }
    }
    return found;
  };
}

const letters = (text) => [...text].length;
