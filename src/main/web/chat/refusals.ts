import { language } from '../common/i18n/language';

/** The server will refuse the same text again. */
export const FINAL = new Set(['invalid', 'too-large', 'forbidden']);

export function refusalWords({ detail, english }: { detail: string; english: string }): string {
  return language() === 'en' ? english : detail;
}
