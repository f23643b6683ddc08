import { ApiError, words } from '../../common/api';
import { create, publish, revisions, saveDraft, type Article, type Content } from '../articles';
import { contentOf, emptyContent, same } from '../content';
import { isRefused, signedFor, type Signing } from '../golden/signing';
import { submit } from '../review/review-api';
import { forget, keep, kept, NEW } from './keep';

/** What came of saving or publishing. */
export type Outcome =
  | { kind: 'done'; article: Article }
  | { kind: 'conflict'; theirs: Article }
  | { kind: 'slug-taken' }
  /** `unsigned`: its impact has to be looked at and signed first. */
  | { kind: 'failed'; words: string; unsigned?: boolean };

/** One article under an editor's hands: what is saved, what is written, and what is between them. */
export interface Editing {
  id: string;
  slug: string;
  /** Newest first; empty for a new article. */
  history: Article[];
  /** The revision that the writing goes on from; 0 for a new article. */
  base: number;
  saved: Content;
  content: Content;
  /** When the unsaved part was written, if it comes from an earlier visit. */
  recovered?: string;
}

export async function begin(id: string): Promise<Editing> {
  const history = id === NEW ? [] : await revisions(id);
  const latest = history[0];
  const saved = latest ? contentOf(latest) : emptyContent;
  const fresh: Editing = { id, slug: latest?.slug ?? '', history, base: latest?.revision ?? 0, saved, content: saved };
  const kepts = kept(id);
  if (!kepts) return fresh;
  // What was kept before there was a field lacks it.
  const earlier = { ...kepts, content: { ...emptyContent, ...kepts.content } };
  if (same(earlier.content, saved)) {
    forget(id);
    return fresh;
  }
  return { ...fresh, base: earlier.base, content: earlier.content, slug: latest?.slug ?? earlier.slug, recovered: earlier.at };
}

export function changed(editing: Editing): boolean {
  return !same(editing.content, editing.saved) || (editing.id === NEW && editing.slug !== '');
}

/** Keeps what is unsaved in this browser, and forgets it once nothing is. */
export function remember(editing: Editing): void {
  const { id, base, slug, content } = editing;
  if (changed(editing)) keep(id, { base, slug, content, at: new Date().toISOString() });
  else forget(id);
}

export async function save(editing: Editing): Promise<Outcome> {
  try {
    const article =
      editing.id === NEW
        ? await create(editing.slug, editing.content)
        : await saveDraft(editing.id, editing.base, editing.content);
    forget(editing.id);
    return { kind: 'done', article };
  } catch (failure) {
    return outcomeOf(editing, failure);
  }
}

/** The open draft as the editor sees it, saved first if it was not. */
export async function saved(editing: Editing): Promise<Outcome> {
  const latest = editing.history[0];
  const open = latest && ['DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED'].includes(latest.state);
  return changed(editing) || !open || editing.base !== latest.revision ? save(editing) : { kind: 'done', article: latest };
}

/** What is published is what the editor sees. */
export const saveAndPublish = (editing: Editing, signing: Signing) =>
  onwards(editing, (id, revision) => signedFor(signing, [id], () => publish(id, revision)));

/** What is reviewed is what the editor sees. */
export const saveAndSubmit = (editing: Editing) => onwards(editing, submit);

async function onwards(editing: Editing, step: (id: string, revision: number) => Promise<Article>): Promise<Outcome> {
  const outcome = await saved(editing);
  if (outcome.kind !== 'done') return outcome;
  const { id, revision } = outcome.article;
  try {
    return { kind: 'done', article: await step(id, revision) };
  } catch (failure) {
    return outcomeOf({ ...editing, id, base: revision }, failure);
  }
}

async function outcomeOf(editing: Editing, failure: unknown): Promise<Outcome> {
  if (!(failure instanceof ApiError) || (failure.status !== 409 && failure.status !== 412)) {
    return { kind: 'failed', words: words(failure) };
  }
  if (!failure.problem?.type?.endsWith(':conflict')) return { kind: 'failed', words: failure.message, unsigned: isRefused(failure, 'impact-unsigned') };
  if (editing.id === NEW) return { kind: 'slug-taken' };
  try {
    const [theirs] = await revisions(editing.id);
    return theirs.revision === editing.base
      ? { kind: 'failed', words: failure.message }
      : { kind: 'conflict', theirs };
  } catch (second) {
    return { kind: 'failed', words: words(second) };
  }
}
