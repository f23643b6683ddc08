import { ownBrand } from '../common/brand';
import { language } from '../common/i18n/language';
import { t } from './i18n';

/** Where an article goes whose slug names no topic. */
const NONE = 'articles';

/** The topics that an administrator has named, by the first part of their articles' slugs. */
export function topics(): string[] {
  return ownBrand()?.topics.map((one) => one.slug) ?? [];
}

/** `plans` → 套餐; a topic without a name is shown as it is written. */
export function topicName(topic: string): string {
  if (topic === NONE) return t('noTopic');
  const named = ownBrand()?.topics.find((one) => one.slug === topic);
  return (language() === 'en' ? named?.english : named?.name) || topic.replaceAll('-', ' ');
}
