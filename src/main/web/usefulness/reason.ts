import { dayText } from '../common/zone';
import { t } from './i18n';
import type { Counts, Useful } from './usefulness';

const DAY = 86_400_000;

/** Why an article stands where it stands, as a colleague would say it. */
export function reason(one: Useful, days: number, now = Date.now()): string {
  const parts = [did(one.counts, days)];
  if (one.standing.includes('EXPIRING') && one.validTo) {
    const left = Math.round((Date.parse(one.validTo) - Date.parse(dayText(new Date(now)))) / DAY);
    parts.unshift(left > 0 ? t('ends', { n: left, day: one.validTo }) : t('endsToday'));
  }
  if (one.standing.includes('STALE')) parts.push(t('notLooked', { n: Math.floor((now - Date.parse(one.lookedAt)) / DAY) }));
  return parts.join(t('and'));
}

/** 近 30 天答了 312 次，41 次没帮上，12 次转人工 */
export function did(counts: Counts, days: number): string {
  const { SHOWN = 0, NOT_HELPFUL = 0, HANDED_OVER = 0, HELPFUL = 0 } = counts;
  if (!SHOWN) return t('neverShown', { days });
  const parts = [t('shown', { days, n: SHOWN })];
  if (NOT_HELPFUL) parts.push(t('notHelpful', { n: NOT_HELPFUL }));
  if (HANDED_OVER) parts.push(t('handedOver', { n: HANDED_OVER }));
  if (!NOT_HELPFUL && !HANDED_OVER && HELPFUL) parts.push(t('helpful', { n: HELPFUL }));
  return parts.join(t('comma'));
}

/** What agents did with it; empty when it was not suggested. */
export function agents(counts: Counts): string {
  const { SUGGESTED = 0, USED = 0, EDITED = 0, DISMISSED = 0 } = counts;
  if (!SUGGESTED) return '';
  const parts = [t('suggested', { n: SUGGESTED }), EDITED ? t('usedEdited', { n: USED, edited: EDITED }) : t('used', { n: USED })];
  if (DISMISSED) parts.push(t('dismissed', { n: DISMISSED }));
  const rest = SUGGESTED - USED - DISMISSED;
  if (rest > 0) parts.push(t('untouched', { n: rest }));
  return parts.join(t('comma'));
}

/** Whether the last publishing helped, in shares, once there is enough to say so. */
export function change(one: Useful): string {
  if (!one.change) return '';
  const { before, since } = one.change;
  if (!before.SHOWN || !since.SHOWN) return '';
  const bad = (counts: Counts) => (counts.NOT_HELPFUL ?? 0) + (counts.HANDED_OVER ?? 0);
  const share = (counts: Counts) => Math.round((100 * bad(counts)) / (counts.SHOWN ?? 1));
  return t('change', {
    revision: one.revision,
    since: since.SHOWN,
    sinceBad: bad(since),
    sinceShare: share(since),
    before: before.SHOWN,
    beforeBad: bad(before),
    beforeShare: share(before),
  });
}
