import { html, type TemplateResult } from 'lit';
import { t } from './i18n/common';
import { language } from './i18n/language';
import { movingWords } from './moving-words';
import { clock } from './zone';

const DAY = 86_400_000;
const two = (n: number) => String(n).padStart(2, '0');

/** Days since 1970 by the company's clock: equal for two times of the same day. */
export function dayOf(at: Date): number {
  return Math.floor(clock(at).getTime() / DAY);
}

/** 14:05 */
export function timeOfDay(at: Date): string {
  const c = clock(at);
  return `${two(c.getUTCHours())}:${two(c.getUTCMinutes())}`;
}

/** 2026-11-22 14:05:09 */
export function exact(at: Date): string {
  const c = clock(at);
  return `${c.getUTCFullYear()}-${two(c.getUTCMonth() + 1)}-${two(c.getUTCDate())} ${timeOfDay(at)}:${two(c.getUTCSeconds())}`;
}

/** 今天, 昨天, 星期三 (within a week), 11月3日, 2025年11月3日 */
export function dayName(at: Date, now = new Date()): string {
  const days = dayOf(now) - dayOf(at);
  const c = clock(at);
  if (days === 0) return t('today');
  if (days === 1) return t('yesterday');
  if (days > 1 && days < 7) return t(`weekday${c.getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  const params = { year: c.getUTCFullYear(), month: c.getUTCMonth() + 1, day: c.getUTCDate() };
  return params.year === clock(now).getUTCFullYear() ? t('monthDay', params) : t('yearMonthDay', params);
}

/** As above a group of bubbles in WeChat: 14:05, 昨天 14:05, 星期三 14:05, 11月3日 14:05 */
export function groupTime(at: Date, now = new Date()): string {
  return dayOf(now) === dayOf(at) ? timeOfDay(at) : `${dayName(at, now)} ${timeOfDay(at)}`;
}

/** 刚刚, 5 分钟前, 3 小时前, 昨天 14:05 … */
export function relative(at: Date, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return t('justNow');
  if (minutes < 60) return t('minutesAgo', { n: minutes });
  if (dayOf(now) === dayOf(at)) return t('hoursAgo', { n: Math.floor(minutes / 60) });
  return groupTime(at, now);
}

/** How long to wait, as a range in words: 不到 1 分钟, 2–5 分钟. */
export function waitRange(lowSeconds: number, highSeconds: number): string {
  const low = Math.floor(lowSeconds / 60);
  const high = Math.ceil(highSeconds / 60);
  if (high <= 1) return t('underAMinute');
  if (low < 1) return t('underMinutes', { n: high });
  return low === high ? t('minutes', { n: low }) : t('minutesRange', { low, high });
}

/** m:ss, for how long something has lasted. */
export function duration(since: Date, now = new Date()): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${hours ? two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}

/** 0:07, of a voice message. */
export function length(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))}`;
}

/** 36 小时 45 分钟; 12 分钟; 40 秒: its two largest units. */
export function lasting(seconds: number): string {
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const whole = Math.max(0, Math.round(seconds));
  const first = units.findIndex(([, length]) => whole >= length);
  return units
    .slice(first === -1 ? 3 : first, first === -1 ? 4 : first + 2)
    .map(([unit, length], i) => [unit, Math.floor((i ? whole % units[first]![1] : whole) / length)] as const)
    .filter(([, n], i) => n > 0 || !i)
    .map(([unit, n]) => new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' }).format(n))
    .join(' ');
}

/** Relative, and said anew as time passes; exact on hover. */
export function timeElement(at: string | Date, words: (at: Date) => string = relative): TemplateResult {
  const date = new Date(at);
  return html`<time datetime=${date.toISOString()} title=${exact(date)}>${movingWords(() => words(date))}</time>`;
}
