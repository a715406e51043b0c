/** Words of one paragraph of a clipboard, with their looks: blanks as a page shows them, soft breaks mended. */

import { splitMarker } from "sheet/kinds";

const PICTURES = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\ufe0e\ufe0f\u20e3])/u;
const PRINTED = /[\u0000-\u21ff\u2200-\u22ff]/u; // ©, ®, ™ and arrows: the face has them
const UNSEEN = /[\p{Cf}\p{Cs}\p{Cn}\p{Co}]|(?![\t\n\r\f])\p{Cc}/u;
const SYMBOL_BULLETS = /[\uf0b7\uf0a7\uf02d\uf0d8\uf076\uf0fc]/u; // of Word's symbol fonts
const ENDS = /[.;:!?…]$/u;

/**
 * The letters that can stand on a paper; small pictures are dropped and counted.
 * @returns {{text: string, dropped: number}}
 */
export function lettersOf(said) {
  let dropped = 0;
  let text = "";
  for (const letter of said.normalize("NFC").replace(/[\u2028\u2029]/gu, "\n")) {
    if (SYMBOL_BULLETS.test(letter)) text += "-";
    else if (PICTURES.test(letter) && !PRINTED.test(letter)) dropped += /[\ufe0e\ufe0f\u20e3]/u.test(letter) ? 0 : 1;
    else if (!UNSEEN.test(letter)) text += letter;
  }
  return { text, dropped };
}

/** @typedef {[string, boolean, boolean, string[]]} Run */

export class Words {
  /** @type {Run[]} */ #runs = [];

  get isEmpty() {
    return !this.#runs.some(([text]) => text.trim());
  }

  add(text, bold, italic) {
    if (text) this.#runs.push([text, Boolean(bold), Boolean(italic), []]);
  }

  /** A note is called behind the last word that was said. */
  call(key) {
    const place = this.#runs.findLastIndex(([text]) => text.trim());
    if (place < 0) return;
    const [text, bold, italic, marks] = this.#runs[place];
    const [, before, word, after] = /^(.*?)(\S+)(\s*)$/su.exec(text);
    const pieces = [[before, bold, italic, marks], [word, bold, italic, [...marks, key]], [after, bold, italic, marks]];
    this.#runs.splice(place, 1, ...pieces.filter(([said]) => said));
  }

  /** @returns {Run[]} one paragraph, blanks squeezed, breaks as blanks */
  runs() {
    return squeezed(this.#runs.map(([text, ...look]) => [text.replace(/\n/gu, " "), ...look]));
  }

  /** @returns {Run[][]} cut at the breaks behind which no sentence goes on (as plans/drafting/pasting.py mends) */
  mended() {
    const lines = [[]];
    for (const [text, ...look] of this.#runs) {
      text.split("\n").forEach((piece, place) => {
        if (place) lines.push([]);
        lines.at(-1).push([piece, ...look]);
      });
    }
    const done = [];
    let isParted = false;
    for (const line of lines.map(squeezed)) {
      if (!line.length) isParted = true;
      else if (done.length && !isParted && goesOn(said(done.at(-1)), said(line))) done.at(-1).push([" ", ...line[0].slice(1)], ...line);
      else done.push(line);
      if (line.length) isParted = false;
    }
    return done.map(squeezed);
  }
}

const said = (runs) => runs.map(([text]) => text).join("");

function goesOn(above, line) {
  const [marker, words] = splitMarker(line);
  const first = words.slice(0, 1);
  return !marker && !ENDS.test(above) && first !== first.toUpperCase();
}

/** Runs of blanks are one blank, a no-break one where it stood alone; nothing at the ends. */
function squeezed(runs) {
  const done = [];
  let isBlank = true;
  for (const [text, ...look] of runs) {
    let words = text.replace(/[\s\u00a0]{2,}/gu, " ").replace(/[\t\r\n\f\v\u2000-\u200a\u202f\u205f\u3000]/gu, " ");
    if (isBlank) words = words.replace(/^[\s\u00a0]+/u, "");
    if (!words) continue;
    isBlank = /[\s\u00a0]$/u.test(words);
    done.push([words, ...look]);
  }
  while (done.length) {
    const [text, ...look] = done.pop();
    const words = text.replace(/[\s\u00a0]+$/u, "");
    if (!words) continue;
    done.push([words, ...look]);
    break;
  }
  return joined(done);
}

function joined(runs) {
  const done = [];
  for (const [text, ...look] of runs) {
    const last = done.at(-1);
    if (last && JSON.stringify(last.slice(1)) === JSON.stringify(look)) last[0] += text;
    else done.push([text, ...look]);
  }
  return done;
}
