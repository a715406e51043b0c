/** Markers that run on; the twin of plans/content/markers.py and numbering.py. Markers are words: nothing renumbers itself. */

export const LETTERS = "abcdđeghiklmnopqrstuvxy"; // of points, in the order of the alphabet
export const DEEPEST = 6;
const ROMAN = [
  [1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"],
  [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"],
];
const isDigits = (text) => /^\d+$/u.test(text);

export function roman(number) {
  return ROMAN.reduce(
    ([text, left], [value, sign]) => [text + sign.repeat(Math.floor(left / value)), left % value],
    ["", number],
  )[0];
}

const readRoman = (text) => Array.from({ length: 99 }, (_, place) => place + 1).find((number) => roman(number) === text) ?? 0;

/** The level that a marker tells: 2 for "1.", 3 for "1.1.", 4 for "a)"; 0 for a dash or nothing. */
export function levelOf(marker) {
  if (!/^[\p{L}\p{N}]/u.test(marker)) return 0;
  if (/^\d/u.test(marker)) return Math.min(1 + marker.replace(/^[.)]+|[.)]+$/gu, "").split(".").length, 4);
  return 4;
}

/** What typing proposes after a block with this marker: "2." after "1.", "b)" after "a)", "Điều 3." after "Điều 2.". */
export function nextMarker(marker) {
  const named = /^(?<name>\p{L}+ )(?<number>\d{1,3}|[IVXLC]{1,7})(?<end>[.:]?)$/u.exec(marker);
  if (named) return named.groups.name + following(named.groups.number) + named.groups.end;
  if (!marker) return "";
  const end = /[.)]$/u.test(marker) ? marker.at(-1) : "";
  const parts = marker.slice(0, marker.length - end.length).split(".");
  const last = parts.pop();
  if (isDigits(last)) return [...parts, following(last)].join(".") + end;
  const place = LETTERS.indexOf(last.toLowerCase());
  if (last.length === 1 && place >= 0 && end === ")") return place + 1 < LETTERS.length ? LETTERS[place + 1] + end : "";
  return readRoman(last) ? following(last) + end : marker;
}

const following = (number) => (isDigits(number) ? String(Number(number) + 1) : roman(readRoman(number) + 1));

/** The first marker of what stands one deeper than a block: "1." under a part, "2.1." under "2.", "a)", "-", "+". */
export function firstBelow(type, marker) {
  if (type === "chapter" || type === "annex") return { type: "part", marker: "I." };
  if (type === "part" || type === "article") return { type: "clause", marker: "1." };
  if (type === "clause") {
    const level = levelOf(marker);
    if (level === 2) return { type: "clause", marker: `${marker.replace(/[.)]$/u, "")}.1.` };
    if (level === 3) return { type: "clause", marker: "a)" };
    return { type: "paragraph", marker: "-" };
  }
  return { type: "paragraph", marker: marker && marker !== "+" ? "+" : marker || "-" };
}
