/** A stretch of words that looks one way. */
export interface Run {
  text: string;
  bold?: boolean;
}

/** A line of an answer: a paragraph, an entry of a list with its mark, or a heading. */
export interface Block {
  kind: 'p' | 'li' | 'h';
  mark?: string;
  runs: Run[];
}

const ENTRY = /^\s{0,8}(?:([-*+•])|(\d{1,3})[.)、])\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*)$/;
const TABLE_RULE = /^\s*\|?[\s:|-]+\|[\s:|-]*$/;

/**
 * The little of Markdown that answers are written in, for a place without HTML: what is no list, heading, bold or table is
 * words as they stand. Nothing of it is ever markup.
 */
export function blocks(text: string): Block[] {
  const made: Block[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (!line.trim() || TABLE_RULE.test(line)) continue;
    const entry = ENTRY.exec(line);
    const heading = HEADING.exec(line);
    if (entry) made.push({ kind: 'li', mark: entry[1] ? '•' : `${entry[2]}.`, runs: runs(entry[3]!) });
    else if (heading) made.push({ kind: 'h', runs: runs(heading[1]!) });
    else made.push({ kind: 'p', runs: runs(cells(line)) });
  }
  return made;
}

/** As somebody wrote it: no mark means anything. */
export function plain(text: string): Block[] {
  return text.split(/\r?\n/).map((line) => ({ kind: 'p', runs: [{ text: line || ' ' }] }));
}

export function wordsOf(all: Block[]): string {
  return all.map(({ mark, runs }) => (mark && mark !== '•' ? `${mark} ` : '') + runs.map(({ text }) => text).join('')).join('\n');
}

/** A row of a table, its cells with a space between. */
function cells(line: string): string {
  const row = /^\s*\|(.*)\|\s*$/.exec(line);
  return row ? row[1]!.split('|').map((cell) => cell.trim()).join('　') : line.trim();
}

function runs(line: string): Run[] {
  const made: Run[] = [];
  line.split('**').forEach((part, i, all) => {
    // An odd mark at the end begins nothing.
    const bold = i % 2 === 1 && i < all.length - 1;
    const text = (i % 2 === 1 && i === all.length - 1 ? '**' : '') + part.replace(/`([^`]*)`/g, '$1').replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, '$1（$2）');
    if (text) made.push(bold ? { text, bold } : { text });
  });
  return made.length ? made : [{ text: ' ' }];
}
