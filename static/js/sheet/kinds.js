/** What its beginning makes of a typed line; the twin of plans/content/line_kinds.py and markers.py. */

/** @typedef {{type: string, marker: string, text: string}} AsMarked */

// What Python's \w, \d and \s mean of the letters that an office types.
const LETTER = "\\p{L}";
const ROMAN = "[IVXLC]{1,7}";
const MARKER = /^\s{0,9}(?<marker>\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[-–—+•*])\s{1,9}(?=\S)/iu;
const PART = /^\s*(?<marker>[IVXLC]{1,7}\.)\s+(?=\S)/u;
const ARTICLE = /^\s*(?<marker>Điều \d{1,3}[a-zđ]?[.:])(?:\s+|$)/iu;
const CHAPTER = new RegExp(
  `^\\s*(?<marker>(?:Chương|Phần|Mục) (?:${ROMAN}|\\d{1,3})[.:]?)(?:\\s+(?=\\(?${LETTER})|\\s*$)`,
  "iu",
);
const ANNEX = new RegExp(`^\\s*(?<marker>phụ lục(?: (?:${ROMAN}|\\d{1,3}))?[.:]?)(?:\\s+|$)`, "iu");
const HEADINGS = [
  ["part", PART],
  ["article", ARTICLE],
  ["chapter", CHAPTER],
  ["annex", ANNEX],
];
const RANKED = /^(?:\d|[a-zđ]\))/iu;
const LONGEST_TITLE = 160;
const ENDS = [".", ";", ":", ",", "…"];

/** Words that name what follows: short, and without the end mark of a sentence. */
export const isTitle = (text) =>
  text.length > 0 && [...text].length <= LONGEST_TITLE && !ENDS.some((end) => text.endsWith(end));

/** The author's marker and the text after it; "" when the line has none. */
export function splitMarker(line) {
  const found = MARKER.exec(line);
  return found ? [found.groups.marker, line.slice(found[0].length).trim()] : ["", line.trim()];
}

/** @returns {AsMarked} */
export function markedLine(line, was = "") {
  for (const [type, pattern] of HEADINGS) {
    const found = pattern.exec(line);
    if (!found) continue;
    const text = line.slice(found[0].length).trim();
    if ((type !== "chapter" && type !== "annex") || type === was || mayTitle(text)) {
      return { type, marker: found.groups.marker, text };
    }
  }
  const [marker, text] = splitMarker(line);
  return { type: RANKED.test(marker) ? "clause" : "paragraph", marker, text };
}

function mayTitle(text) {
  const first = text.slice(0, 1);
  return !text || (isTitle(text) && first !== first.toLowerCase());
}
