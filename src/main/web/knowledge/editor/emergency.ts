import { exact } from '../../common/time';
import { toast } from '../../common/toast';
import { dayText } from '../../common/zone';
import type { Article } from '../articles';
import { signedFor, type Signing } from '../golden/signing';
import type { Ask } from '../review/ask';
import { correct, pull, schedule, unschedule } from '../review/review-api';
import { t } from '../review/text';
import { contentOf } from '../content';
import { differences } from './differences';
import type { Editing } from './editing';

/** What is asked for before it is done: a reason or a moment. Each gives the article, or nothing when it was called off. */
export async function pullNow(ask: Ask, history: Article[]): Promise<Article | undefined> {
  const reason = await ask.reason({ title: t('pullTitle'), hint: t('pullHint'), action: t('pullTitle'), danger: true });
  if (!reason) return undefined;
  const article = await pull(history[0].id, reason);
  toast(t('pulledToast'));
  return article;
}

export async function correctNow(ask: Ask, editing: Editing): Promise<Article | undefined> {
  const live = editing.history.find((one) => one.state === 'PUBLISHED');
  const body = live ? differences(contentOf(live), editing.content) : undefined;
  const reason = await ask.reason({ title: t('correctTitle'), hint: t('correctHint'), action: t('correctTitle'), body, danger: true });
  if (!reason) return undefined;
  const article = await correct(editing.id, editing.base, editing.content, reason);
  toast(t('correctedToast', { revision: article.revision }));
  return article;
}

/** @param ready saves what is not saved, and gives the revision to publish */
export async function scheduleLater(
  ask: Ask,
  signing: Signing,
  editing: Editing,
   ready: () => Promise<Article | undefined>,
): Promise<Article | undefined> {
  const from = editing.content.validFrom;
  const first = from ? `${from}T00:00` : undefined;
  const at = await ask.time({ title: t('scheduleTitle'), hint: t('scheduleHint'), action: t('confirmSchedule'), first });
  if (!at) return undefined;
  const draft = await ready();
  if (!draft) return undefined;
  const article = await signedFor(signing, [draft.id], () => schedule(draft.id, draft.revision, at), dayText(at));
  toast(t('scheduledToast', { time: exact(at).slice(0, 16) }));
  return article;
}

export async function cancelSchedule(id: string): Promise<Article> {
  const article = await unschedule(id);
  toast(t('unscheduledToast'));
  return article;
}
