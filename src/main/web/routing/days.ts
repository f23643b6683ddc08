import { t } from './days-text';

/** Days that are not like their day of the week; sorted, and no day is both. */
export interface Days {
  closed: string[];
  workdays: string[];
}

/** A line that names no days, and why. */
export interface Rejected {
  line: number;
  text: string;
  why: string;
}

export type DayKind = 'closed' | 'workdays' | 'usual';

const LONGEST_DAYS = 62;
const DAY_MS = 86_400_000;
const DATE = String.raw`(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?`;
const LINE = new RegExp(String.raw`^${DATE}(?:\s*(?:\.\.|至|到|~|～|—|–)\s*${DATE})?\s*(?:[,，;；\t ]\s*([^,，;；\t]*?)\s*(?:[,，;；\t].*)?)?$`);
const CLOSED = new Set(['', '休', '休息', '放假', '假', '节假日', 'closed', 'holiday', 'off']);
const WORKED = new Set(['班', '上班', '补班', '调休', '调休上班', '工作日', 'work', 'workday']);

/** The days between two, both included. */
export function range(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to) && days.length <= LONGEST_DAYS; at += DAY_MS) days.push(iso(new Date(at)));
  return days;
}

export function kindOf({ closed, workdays }: Days, day: string): DayKind {
  return closed.includes(day) ? 'closed' : workdays.includes(day) ? 'workdays' : 'usual';
}

/** Those days are of that kind from now on. */
export function put(days: Days, changed: string[], kind: DayKind): Days {
  const without = (list: string[]) => list.filter((day) => !changed.includes(day));
  const result = { closed: without(days.closed), workdays: without(days.workdays) };
  if (kind !== 'usual') result[kind] = [...result[kind], ...changed];
  return { closed: [...new Set(result.closed)].sort(), workdays: [...new Set(result.workdays)].sort() };
}

/** A line for each run of days of a kind, as {@link read} reads them. */
export function write({ closed, workdays }: Days): string {
  const runs = [...lines(closed, '休'), ...lines(workdays, '班')];
  return runs.sort().join('\n');
}

/** Adds what a text names to what is known; lines that it does not understand are named, the others count. */
export function read(text: string, known: Days = { closed: [], workdays: [] }): { days: Days; rejected: Rejected[] } {
  let days = known;
  const rejected: Rejected[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.replace(/^\uFEFF/, '').trim();
    if (!line || line.startsWith('#')) return;
    const found = LINE.exec(line);
    const reject = (why: string) => rejected.push({ line: index + 1, text: line.slice(0, 60), why });
    if (!found) return void reject(t('noDate'));
    const from = date(found[1]!, found[2]!, found[3]!);
    const to = found[4] ? date(found[4], found[5]!, found[6]!) : from;
    const kind = (found[7] ?? '').toLowerCase();
    if (!from || !to) return void reject(t('noSuchDay'));
    if (to < from) return void reject(t('backwards'));
    const all = range(from, to);
    if (all.length > LONGEST_DAYS) return void reject(t('tooLong', { n: LONGEST_DAYS }));
    if (!CLOSED.has(kind) && !WORKED.has(kind)) return void reject(t('noKind', { kind: found[7]! }));
    days = put(days, all, WORKED.has(kind) ? 'workdays' : 'closed');
  });
  return { days, rejected };
}

function date(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(text);
  return !Number.isNaN(at) && iso(new Date(at)) === text ? text : undefined;
}

function lines(sorted: string[], kind: string): string[] {
  const runs: [string, string][] = [];
  for (const day of sorted) {
    const last = runs.at(-1);
    if (last && Date.parse(day) - Date.parse(last[1]) === DAY_MS) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([from, to]) => `${from === to ? from : `${from}..${to}`},${kind}`);
}

export function iso(at: Date): string {
  return at.toISOString().slice(0, 10);
}
