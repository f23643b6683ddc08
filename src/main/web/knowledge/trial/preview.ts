import { api } from '../../common/api';
import type { Audience } from '../articles';

/** An article that may answer a question. */
export interface Candidate {
  article: string;
  slug: string;
  title: string;
  revision: number;
  audience: Audience;
  /** The phrasing or the piece of the answer that matched best. */
  passage: string;
  /** Cosine similarity. */
  dense: number;
  lexical: number;
  score: number;
}

export interface Preview {
  candidates: Candidate[];
  /** Probability that the first candidate answers. */
  confidence: number;
}

/** What the bot would do with a customer's first message. */
export interface Rehearsal {
  decision: 'answer' | 'clarify' | 'smalltalk' | 'handoff';
  /** Of an answer: what it is made of. */
  article?: string | null;
  /** Of a hand-off: why, in words. */
  reason?: string | null;
  /** Of a question back: what it offers. */
  options: string[];
  confidence: number;
  answerAt: number;
}

/** Above this cosine two questions are nearly the same; chosen by looking at the starter knowledge. */
const NEAR = 0.8;

export function previewSearch(text: string, signal?: AbortSignal): Promise<Preview> {
  return api<Preview>('POST', '/articles/preview-search', { body: { text }, signal });
}

export function rehearse(text: string, signal?: AbortSignal): Promise<Rehearsal> {
  return api<Rehearsal>('POST', '/answers/rehearsal', { body: { text }, signal });
}

export async function nearDuplicates(question: string, self: string, signal: AbortSignal): Promise<Candidate[]> {
  const { candidates } = await previewSearch(question, signal);
  return candidates.filter((one) => one.article !== self && one.dense >= NEAR).slice(0, 3);
}

export function percent(share: number): number {
  return Math.round(Math.max(0, Math.min(1, share)) * 100);
}
