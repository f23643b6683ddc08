import type { Article } from '../articles';

/** What can be done with what is open. */
export type Step = 'submit' | 'review' | 'publish' | 'schedule' | 'unschedule' | 'retire' | 'pull' | 'correct';

/** Behind a menu. */
export type Seldom = Extract<Step, 'schedule' | 'unschedule' | 'pull' | 'correct'>;

export interface Steps {
  /** What brings it on. */
  primary?: Step;
  /** Beside it. */
  retire?: Article;
  /** Seldom. */
  more: Seldom[];
}

/**
 * @param history newest first; empty for a new article
 * @param holds somebody other than the author must approve first
 * @param publisher whether who looks at it may let customers have it
 */
export function steps(history: Article[], dirty: boolean, holds: boolean, publisher: boolean): Steps {
  const latest = history[0];
  const published = history.find((one) => one.state === 'PUBLISHED');
  const scheduled = history.some((one) => one.state === 'SCHEDULED');
  const idle = latest?.state === 'PUBLISHED' && !dirty;
  const more: Seldom[] = [];
  if (publisher && scheduled) more.push('unschedule');
  if (!holds) {
    if (publisher && !idle) more.push('schedule');
    return { primary: publisher ? 'publish' : undefined, retire: publisher ? published : undefined, more };
  }
  const approved = !dirty && (latest?.state === 'APPROVED' || latest?.state === 'SCHEDULED');
  if (publisher && approved) more.push('schedule');
  if (publisher && published && !idle && !approved) more.push('correct');
  if (publisher && published) more.push('pull');
  if (approved) return { primary: publisher ? 'publish' : undefined, more };
  if (latest?.state === 'IN_REVIEW' && !dirty) return { primary: 'review', more };
  return { primary: idle ? undefined : 'submit', more };
}
