import { language } from './i18n/language';

/** What something is called, in the languages in which somebody wrote it. */
export interface Label {
  chinese: string;
  english: string;
}

/** In the language of the page; in Chinese where nobody wrote another. */
export function labelIn(label: Label): string {
  return language() === 'en' && label.english ? label.english : label.chinese;
}
