/** The time zone by which the company lives; all times on pages are of it. The brand brings it. */
let zone = 'Asia/Shanghai';
let format = formatOf(zone);
/** Zones change by quarters of an hour, at quarters of an hour. */
const QUARTER = 900_000;
const MOST = 2_000;
const offsets = new Map<number, number>();

function formatOf(name: string): Intl.DateTimeFormat {
  const two = '2-digit';
  return new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
}

/** Of a name that this browser does not know nothing comes: it goes on as before. */
export function liveIn(name?: string): void {
  if (!name || name === zone) return;
  try {
    format = formatOf(name);
  } catch {
    return;
  }
  zone = name;
  offsets.clear();
}

/** Milliseconds by which the company's clock is ahead of UTC at that moment. */
export function offsetAt(at: Date): number {
  const quarter = Math.floor(at.getTime() / QUARTER);
  let known = offsets.get(quarter);
  if (known === undefined) {
    const part = Object.fromEntries(format.formatToParts(quarter * QUARTER).map(({ type, value }) => [type, Number(value)]));
    known = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']) - quarter * QUARTER;
    if (offsets.size > MOST) offsets.clear();
    offsets.set(quarter, known);
  }
  return known;
}

/** A date whose UTC fields read as the company's clock. */
export function clock(at: Date): Date {
  return new Date(at.getTime() + offsetAt(at));
}

/** The company's day, as `2026-11-22`. */
export function dayText(at = new Date()): string {
  return clock(at).toISOString().slice(0, 10);
}

/** When the company's clock shows that, as `2026-11-22T09:00`. */
export function instantOf(local: string): Date {
  const shown = new Date(`${local}Z`);
  const near = new Date(shown.getTime() - offsetAt(shown));
  return new Date(shown.getTime() - offsetAt(near));
}

/** All that this browser knows, and the one that stands at no town. */
export function zones(): string[] {
  return [...Intl.supportedValuesOf('timeZone').filter((one) => one.includes('/') && !one.startsWith('Etc/')), 'UTC'];
}

/** What a zone is called, and what its clocks show now: 中国标准时间 14:05. */
export function zoneWords(name: string, language: string, now = new Date()): string {
  try {
    const part = (options: Intl.DateTimeFormatOptions, wanted: string) =>
      new Intl.DateTimeFormat(language, { timeZone: name, ...options }).formatToParts(now).find(({ type }) => type === wanted)?.value ?? '';
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: name, hour: '2-digit', minute: '2-digit' }).format(now);
    return `${part({ timeZoneName: 'long' }, 'timeZoneName')} ${time}`;
  } catch {
    return '';
  }
}
