import { api } from '../common/api';
import type { Body, HandoffReason } from '../common/frames';
import type { Article } from '../knowledge/articles';

export const DECISIONS = ['answer', 'clarify', 'smalltalk', 'handoff', 'trouble'] as const;
export type DecisionName = (typeof DECISIONS)[number];

/** An article that a turn found; `article` is its slug. */
export interface Found {
  article: string;
  title?: string;
  revision?: number;
  passage?: string;
  dense?: number;
  lexical?: number;
  score?: number;
}

export interface Line {
  text?: string;
  passages?: number[];
  flaw?: { kind: string; words?: string } | null;
}

/** What the chat model was asked and wrote. */
export interface Drafting {
  model?: string;
  outcome?: string;
  system?: string;
  user?: string;
  lines?: Line[];
  /** Live facts that the model asked for. */
  looked?: { fact?: string; passage?: number | null; words?: string }[];
  usage?: { attempts?: number; prompt?: number; reply?: number; counted?: boolean; firstTextMs?: number | null; totalMs?: number } | null;
}

/** Where the talk stood before the message. */
export interface DialogueState {
  topic?: string;
  slots?: string[];
  pending?: string;
  offered?: string[];
  refused?: string[];
}

/** Why the bot said what it said. What older turns did not store is missing. */
export interface Trace {
  question?: string;
  decision?: string;
  confidence?: number;
  signals?: Record<string, number | null> | null;
  candidates?: Found[];
  understood?: {
    as?: string;
    of?: number | null;
    lookedUp?: string[];
    fixes?: { kind: string; said: string }[];
    strangers?: { slug: string; conflict: { kind: string; asked: string; known: string[] } }[];
    parts?: string[];
    state?: DialogueState | null;
  } | null;
  triage?: { wishForHuman?: boolean; anger?: number; misses?: number; signals?: string[]; handoff?: HandoffReason | null } | null;
  thresholds?: { answerAt?: number; clarifyAt?: number } | null;
  draft?: Drafting | null;
  trouble?: string | null;
  timings?: Record<string, number> | null;
  inReplyTo?: number;
  seq?: number | null;
  at?: string;
}

export interface Turn {
  trace: Trace;
  asked?: Body | null;
  /** Null when somebody else had taken over before the bot spoke. */
  said?: Body | null;
}

/** The same question today. */
export interface Again {
  trace: Trace;
  said?: Body | null;
}

export interface ThenAndNow {
  slug: string;
  then?: Article | null;
  now?: Article | null;
}

/** A turn in the list. */
export interface Summary {
  conversation: string;
  seq: number;
  discarded: boolean;
  at: string;
  question?: string | null;
  decision?: string | null;
  confidence: number;
  article?: string | null;
}

export interface Page {
  items: Summary[];
  next?: string | null;
}

const path = (conversation: string, seq: string) =>
  `/conversations/${encodeURIComponent(conversation)}/traces/${encodeURIComponent(seq)}`;

export function turn(conversation: string, seq: string, signal?: AbortSignal): Promise<Turn> {
  return api<Turn>('GET', path(conversation, seq), { signal });
}

export function again(conversation: string, seq: string, signal?: AbortSignal): Promise<Again> {
  return api<Again>('GET', `${path(conversation, seq)}/now`, { signal });
}

export function articles(conversation: string, seq: string, signal?: AbortSignal): Promise<ThenAndNow[]> {
  return api<ThenAndNow[]>('GET', `${path(conversation, seq)}/articles`, { signal });
}

/** What the list is narrowed to; the names are those of the page's address. */
export interface Filter {
  decision: string;
  q: string;
  /** Days, `2026-11-30`, the last one included. */
  from: string;
  to: string;
  /** One of SURE. */
  sure: string;
}

export const noFilter: Filter = { decision: '', q: '', from: '', to: '', sure: '' };

/** Confidence from and to. */
export const SURE: Record<string, [number, number]> = { high: [0.8, 1], answered: [0.6, 0.8], unsure: [0.12, 0.6], lost: [0, 0.12] };

export function filterOf(address: URLSearchParams): Filter {
  const filter = { ...noFilter };
  for (const name of Object.keys(noFilter) as (keyof Filter)[]) filter[name] = address.get(name) ?? '';
  return filter;
}

/** The page's address for it. */
export function listed(filter: Filter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();
  return query ? `/why?${query}` : '/why';
}

/** Newest first; `after` is the `next` of the page before. */
export function recent(filter: Filter, after?: string, signal?: AbortSignal): Promise<Page> {
  const { sure, ...rest } = filter;
  const query = new URLSearchParams(Object.entries(rest).filter(([, value]) => value));
  const [low, high] = SURE[sure] ?? [];
  if (low !== undefined) query.set('atLeast', String(low));
  if (high !== undefined) query.set('atMost', String(high));
  if (after) query.set('after', after);
  return api<Page>('GET', `/traces?${query}`, { signal });
}

/** The turn of a conversation that says most of how it went: the last answer, else the last that was no small talk. */
export async function ofConversation(conversation: string): Promise<Summary | undefined> {
  const { items } = await api<Page>('GET', `/traces?conversation=${conversation}&size=100`);
  return items.find((one) => one.decision === 'answer') ?? items.find((one) => one.decision !== 'smalltalk');
}

export function address(conversation: string, seq: number): string {
  return `/why?conversation=${conversation}&seq=${seq}`;
}
