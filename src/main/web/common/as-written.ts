/**
 * What a Chinese writer means by marks that CommonMark reads otherwise, said to the parser in characters of private use and
 * taken back from what it made. The server's plain text follows the same rules: `AsWritten.java`.
 */
const EDGE = '\uE000';
const KEPT: readonly (readonly [string, string])[] = [
  ['\uE001', '*'],
  ['\uE002', '.'],
  ['\uE003', ')'],
];
const PRIVATE = /[\uE000-\uE003]/g;

/** What a telephone is told: *#06#, **21*10086#. */
const DIALLED = /(?:\*{1,2}|#{1,2}|\*#|#\*)\d{1,6}(?:\*\+?\d{0,20}){0,4}#/g;
/** 5*8, 12*512: times. */
const TIMES = /(\d)\*(?=\d)/g;
/** A line that begins with a year or another number that counts nothing. */
const NUMBERED_LINE = /^(\s*(?:[-*+>]\s+)*\d{4,9})([.)])(?=\s)/gm;
/** Bold that begins or ends beside a sign on one side and a letter on the other. */
const BOLD = /(?<![\\*])\*{2,3}(?!\*)/g;
const CHINESE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·]/u;
const SIGN = /[\p{P}\p{S}]/u;

export function prepared(text: string): string {
  return text
    .replace(PRIVATE, '')
    .replace(DIALLED, (code) => code.replaceAll('*', '\uE001'))
    .replace(TIMES, '$1\uE001')
    .replace(NUMBERED_LINE, (_, number: string, dot: string) => number + (dot === '.' ? '\uE002' : '\uE003'))
    .replace(BOLD, (marks, at: number, whole: string) => {
      const before = last(whole.slice(0, at));
      const after = String.fromCodePoint(whole.codePointAt(at + marks.length) ?? 10);
      if (!CHINESE.test(before) && !CHINESE.test(after)) return marks;
      const left = SIGN.test(before) && !SIGN.test(after) && !/\s/.test(after);
      const right = SIGN.test(after) && !SIGN.test(before) && !/\s/.test(before);
      return (left ? EDGE : '') + marks + (right ? EDGE : '');
    });
}

/** Of a parser's markup or text, also where an address has been escaped. */
export function restored(made: string): string {
  let text = made.replaceAll(EDGE, '').replaceAll(encodeURI(EDGE), '');
  for (const [kept, was] of KEPT) text = text.replaceAll(kept, was).replaceAll(encodeURI(kept), was);
  return text;
}

/** An address ends where Chinese begins. */
export function addressIn(text: string): string {
  const end = text.search(CHINESE);
  return end < 0 ? text : text.slice(0, end);
}

function last(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '\n';
}
