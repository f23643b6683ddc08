import { api } from '../common/api';

export interface Phrase {
  id: string;
  shortcut: string;
  text: string;
  shared: boolean;
}

let known: Promise<Phrase[]> | undefined;

/** The agent's own first, then the team's; read once, and again after a change. */
export function phrases(): Promise<Phrase[]> {
  known ??= api<Phrase[]>('GET', '/phrases').catch((failure: unknown) => {
    known = undefined;
    throw failure;
  });
  return known;
}

export async function savePhrase(phrase: Omit<Phrase, 'id'> & { id?: string }): Promise<void> {
  const { id, ...body } = phrase;
  await api(id ? 'PUT' : 'POST', id ? `/phrases/${id}` : '/phrases', { body });
  known = undefined;
}

export async function removePhrase(id: string): Promise<void> {
  await api('DELETE', `/phrases/${id}`);
  known = undefined;
}

/** What was typed after a slash before the caret, and whether it stands where a word begins. */
export interface Slash {
  typed: string;
  begins: boolean;
}

/** A Chinese keyboard writes 、 or ／ where another writes a slash. */
export function slashBefore(text: string): Slash | undefined {
  const found = /(^|.)[/、／]([^\s/、／]{0,16})$/su.exec(text);
  if (!found) return undefined;
  const begins = /^\s?$/.test(found[1]!);
  return begins || found[2] ? { typed: found[2]!, begins } : undefined;
}

/** Shortcuts first, then words within; within a word, where a mark may be meant as such, shortcuts alone. */
export function matching(all: Phrase[], { typed, begins }: Slash): Phrase[] {
  const wanted = typed.toLowerCase();
  const first = all.filter((one) => one.shortcut.startsWith(wanted));
  if (!begins) return first;
  return [...first, ...all.filter((one) => !first.includes(one) && one.text.toLowerCase().includes(wanted))];
}

/** A visitor has no name worth saying. */
export function filled(text: string, name: string, agent: string): string {
  const known = /^(访客|Visitor|\+?\d)/.test(name) ? '' : name;
  return text.replaceAll('{name}', known).replaceAll('{agent}', agent);
}
