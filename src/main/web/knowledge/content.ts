import { dayText } from '../common/zone';
import type { Article, Content, Validity } from './articles';
import { t } from './i18n';

/** The limits of the server, so that an editor learns of them before saving. */
export const LONGEST_QUESTION = 200;
export const LONGEST_ANSWER = 20_000;
const MOST_PHRASINGS = 100;
const SLUG = /^[\p{L}\p{N}_-]+(\/[\p{L}\p{N}._-]+)+$/u;

export type Field = 'question' | 'phrasings' | 'answer' | 'product' | 'validTo' | 'slug';
export type Faults = Partial<Record<Field, string>>;

export const emptyContent: Content = {
  question: '',
  phrasings: [],
  answer: '',
  audience: 'CUSTOMER',
  product: '通用',
  validFrom: null,
  validTo: null,
  tags: [],
  variants: [],
  causes: [],
};

/** Only what an editor writes, of a whole article. */
export function contentOf(article: Article): Content {
  const { question, phrasings, answer, audience, product, validFrom, validTo, tags, variants, causes } = article;
  return { question, phrasings, answer, audience, product, validFrom: validFrom ?? null, validTo: validTo ?? null, tags, variants: variants ?? [], causes: causes ?? [] };
}

export function same(one: Content, other: Content): boolean {
  return (Object.keys(emptyContent) as (keyof Content)[]).every(
    (key) => JSON.stringify(one[key]) === JSON.stringify(other[key]),
  );
}

/** What keeps the content from being saved, by field. */
export function faults(content: Content, slug?: string): Faults {
  const found: Faults = {};
  if (!content.question.trim()) found.question = t('faultQuestion');
  else if (content.question.length > LONGEST_QUESTION) found.question = t('faultLong', { n: LONGEST_QUESTION });
  if (!content.answer.trim()) found.answer = t('faultAnswer');
  else if (content.answer.length > LONGEST_ANSWER) found.answer = t('faultLong', { n: LONGEST_ANSWER });
  if (content.variants.some((one) => one.answer.length > LONGEST_ANSWER)) found.answer ??= t('faultLong', { n: LONGEST_ANSWER });
  if (content.phrasings.length > MOST_PHRASINGS) found.phrasings = t('faultPhrasings', { n: MOST_PHRASINGS });
  else if (content.phrasings.some((one) => one.length > LONGEST_QUESTION)) found.phrasings = t('faultLong', { n: LONGEST_QUESTION });
  if (!content.product.trim()) found.product = t('faultProduct');
  if (content.validFrom && content.validTo && content.validTo < content.validFrom) found.validTo = t('faultDates');
  if (slug && !SLUG.test(slug)) found.slug = t('faultSlug');
  return found;
}

/** The company's day, as `2026-11-22`. */
export function today(now = new Date()): string {
  return dayText(now);
}

export function validity(content: Pick<Content, 'validFrom' | 'validTo'>, day = today()): Validity {
  if (content.validFrom && day < content.validFrom) return 'FUTURE';
  return content.validTo && day > content.validTo ? 'EXPIRED' : 'CURRENT';
}

/** Days from one day to another, both `2026-11-22`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
