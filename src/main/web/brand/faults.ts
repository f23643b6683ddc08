import { zoneWords } from '../common/zone';
import { t } from './i18n';
import type { Stored, Words } from './settings';

const SAYS_AI = /(?<![a-z])AI(?![a-z])|人工智能|artificial intelligence/i;
const LIKE_A_PERSON = /人工(?!智能)|真人|human|real person/i;
const MARKS = /[<>{}[\]]/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What the server would refuse, in a sentence; '' when nothing. */
export function faultIn(brand: Stored): string {
  const both = [brand.chinese, brand.english];
  if (both.some(({ label }) => label.trim() && !SAYS_AI.test(label))) return t('faultLabel');
  if (both.some(({ label, assistant }) => LIKE_A_PERSON.test(`${label} ${assistant}`))) return t('faultPerson');
  if (both.some(hasMarks) || MARKS.test(brand.shortName + brand.hotline)) return t('faultMarks');
  if (brand.topics.some((one) => !SLUG.test(one.slug) || !one.name.trim())) return t('topicFault');
  if (new Set(brand.topics.map((one) => one.slug)).size < brand.topics.length) return t('topicTwice');
  if (!zoneWords(brand.zone, 'en')) return t('faultZone');
  return '';
}

function hasMarks({ operator, assistant, label, scope, greeting }: Words): boolean {
  return MARKS.test(operator + assistant + label + scope + greeting) || greeting.includes('\n');
}
