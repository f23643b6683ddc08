import { prepared, restored } from '../common/as-written';

export interface Step {
  name: string;
  /** Markdown. */
  text: string;
  /** What to say, if the step says it in quotation marks. */
  words: string;
}

/** A script's steps (共情、澄清、解决、确认): its second-level headings; what stands above them is `lead`. */
export function stepsOf(markdown: string): { lead: string; steps: Step[] } {
  const [lead = '', ...parts] = markdown.split(/^##\s+/m);
  const steps = parts.map((part) => {
    const [name = '', ...rest] = part.split('\n');
    const text = rest.join('\n').trim();
    return { name: name.trim(), text, words: quoted(text) };
  });
  return { lead: lead.trim(), steps };
}

/** The sentences in 「」, without those that the same sentence says not to say (不说「您先冷静」), and single words. */
function quoted(text: string): string {
  return [...text.matchAll(/([^。！？；\n「」]*(?:「[^」]*」[^。！？；\n「」]*)*?)「([^」]{8,})」/g)]
    .filter((match) => !/[不别勿]/.test(match[1]!))
    .map((match) => match[2])
    .join('\n');
}

/** Markdown as a person would type it in a chat. */
export function plain(markdown: string): string {
  const text = prepared(markdown)
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/^\s*[-*]\s+/gm, '· ')
    .replace(/^\|?[\s:|-]+\|[\s:|-]*$\n?/gm, '')
    .replace(/^\|(.*)\|\s*$/gm, (_, row: string) => row.split('|').map((cell) => cell.trim()).join('  '))
    .replace(/(\*\*|__|`)/g, '')
    .replace(/\[([^\]]+)]\(([^)]+)\)/g, '$1 $2')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return restored(text);
}
