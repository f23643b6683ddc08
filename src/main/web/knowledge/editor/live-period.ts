import { exact } from '../../common/time';
import type { Article } from '../articles';
import { authorName } from '../marks';
import { t } from '../review/text';

const minute = (at: string) => exact(new Date(at)).slice(0, 16);

/** When customers had it, and by whom: 2026-10-03 09:00 – 2026-11-01 18:00 在线 · 王芳 发布. */
export function livePeriod({ state, life }: Article): string {
  if (state === 'SCHEDULED' && life.goesLiveAt) return t('scheduledFor', { time: minute(life.goesLiveAt) });
  if (!life.liveFrom) return life.recorded ? t('neverLive') : t('notRecorded');
  const period = life.liveTo
    ? t('liveBetween', { from: minute(life.liveFrom), to: minute(life.liveTo) })
    : t('liveSince', { from: minute(life.liveFrom) });
  const by = life.publisher ? ` · ${t('publishedBy', { by: authorName(life.publisher) })}` : '';
  const end = life.endReason ? ` · ${t('endedBy', { by: life.endedBy ?? '', reason: life.endReason })}` : '';
  return period + by + end;
}
