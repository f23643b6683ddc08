import type { Row } from './rows';

/** WeChat refuses more than 1 MB at once, and is slow long before. */
const MOST_AT_ONCE = 200_000;

export type Patch = Record<string, unknown>;

/**
 * What to tell `setData` so that the page shows `after` instead of `before`: only rows that are not the same, in parts that
 * are not too large.
 */
export function patches(before: readonly string[], after: readonly Row[]): { parts: Patch[]; told: string[] } {
  const told = after.map((row) => JSON.stringify(row));
  const parts: Patch[] = [];
  let part: Patch = {};
  let size = 0;
  if (told.length < before.length) {
    // An array gets shorter as a whole only.
    part['rows'] = [];
    parts.push(part);
    part = {};
    before = [];
  }
  after.forEach((row, i) => {
    const now = told[i]!;
    if (before[i] === now) return;
    if (size > 0 && size + now.length > MOST_AT_ONCE) {
      parts.push(part);
      part = {};
      size = 0;
    }
    part[`rows[${i}]`] = row;
    size += now.length;
  });
  if (Object.keys(part).length) parts.push(part);
  return { parts, told };
}
