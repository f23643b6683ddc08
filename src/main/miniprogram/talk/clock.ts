import { filled, words } from './words';

const MINUTE = 60_000;
/** Messages closer than this share one time, as everywhere in WeChat. */
const GROUP = 5 * MINUTE;

/** 14:05, 昨天 14:05, 11月3日 14:05, by the phone's clock. */
export function groupTime(at: Date, now: Date): string {
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  const days = Math.round((midnight(now) - midnight(at)) / (24 * 60 * MINUTE));
  if (days === 0) return time;
  const day = days === 1 ? words().yesterday : filled(words().monthDay, { m: at.getMonth() + 1, d: at.getDate() });
  return `${day} ${time}`;
}

/** What stands above a message that comes so long after another. */
export function timeAbove(at: string, before: string | undefined, now: Date): string {
  const date = new Date(at);
  if (before && date.getTime() - new Date(before).getTime() < GROUP) return '';
  return groupTime(date, now);
}

export function waitRange(lowSeconds: number, highSeconds: number): string {
  const low = Math.floor(lowSeconds / 60);
  const high = Math.ceil(highSeconds / 60);
  if (high <= 1) return words().underMinute;
  return low < 1 || low === high ? filled(words().minutes, { n: high }) : filled(words().minutesRange, { low, high });
}

function midnight(of: Date): number {
  return new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
