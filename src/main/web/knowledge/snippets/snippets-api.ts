import { api } from '../../common/api';
import type { State } from '../articles';

export interface SnippetUse {
  article: string;
  slug: string;
  question: string;
  state: State;
}

/** A named value that answers are filled with. */
export interface Snippet {
  id: string;
  name: string;
  value: string;
  version: number;
  changedBy: string;
  changedAt: string;
  /** What it is to be, once somebody else has looked. */
  proposed?: { value: string; reason: string; by: string; at: string } | null;
  /** Who changed it at once, while nobody else has looked. */
  unseenBy?: string | null;
  uses: SnippetUse[];
}

export interface SnippetChange {
  /** Missing when it was made. */
  before?: string | null;
  /** Missing when it was removed. */
  after?: string | null;
  reason: string;
  author: string;
  confirmer?: string | null;
  at: string;
}

export const LONGEST_VALUE = 500;
export const NAME = /^[\p{L}\p{N}_-]{1,30}$/u;

export const snippets = () => api<Snippet[]>('GET', '/snippets');
export const addSnippet = (name: string, value: string) => api<Snippet>('POST', '/snippets', { body: { name, value } });
export const changeSnippet = (snippet: Snippet, value: string, reason: string, urgent = false) =>
  api<Snippet>('PUT', `/snippets/${snippet.id}`, { body: { value, reason, urgent, version: snippet.version } });
export const confirmSnippet = (snippet: Snippet) =>
  api<Snippet>('POST', `/snippets/${snippet.id}/confirmation?version=${snippet.version}`);
export const withdrawSnippet = (snippet: Snippet) =>
  api<Snippet>('DELETE', `/snippets/${snippet.id}/proposal?version=${snippet.version}`);
export const removeSnippet = (snippet: Snippet) => api('DELETE', `/snippets/${snippet.id}`);
export const changesOf = (id: string) => api<SnippetChange[]>('GET', `/snippets/${id}/changes`);

let known: Promise<Snippet[]> | undefined;

/** Read once, and again after {@link forgetSnippets}. */
export function knownSnippets(): Promise<Snippet[]> {
  known ??= snippets().catch(() => {
    known = undefined;
    return [];
  });
  return known;
}

export function forgetSnippets(): void {
  known = undefined;
}

/** As customers see it; what has no value stays as it is written. */
export function filled(text: string, all: Snippet[]): string {
  return text.replace(/\{\{\s*([\p{L}\p{N}_-]{1,30})\s*\}\}/gu, (token, name: string) => all.find((one) => one.name === name)?.value ?? token);
}
