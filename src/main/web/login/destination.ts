import { STAFF_PAGES } from '../common/session';

const PATHS = new Set<string>(STAFF_PAGES.map((page) => `/${page}`));

/** A control character, which browsers drop from addresses, or a backslash, which they read as a slash. */
const CRAFTED = /[\u0000-\u001f\u007f\\]/;

/**
 * Where `?to=` leads after signing in: the whole address of a page of staff on this origin, or nothing. Decided on what the
 * browser itself makes of it; a path alone would be read once more, and `//host` is a path too.
 */
export function destination(to: string | null, origin: string): string | undefined {
  if (!to?.startsWith('/') || CRAFTED.test(to)) return undefined;
  let target: URL;
  try {
    target = new URL(to, origin);
  } catch {
    return undefined;
  }
  return target.origin === origin && PATHS.has(target.pathname) ? target.href : undefined;
}
