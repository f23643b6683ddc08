import type { Topic } from '../common/brand';
import { t } from './i18n';
import { t as own } from './rules-text';
import type { Plan, Rule } from './plan';

/** When a rule holds and what it does, each in a line. */
export function inWords({ when, then }: Rule, plan: Plan, topics: Topic[] = []): [string, string] {
  const conditions = [
    when.reasons.map((it) => t(it)).join('/'),
    when.channels.map((it) => t(it)).join('/'),
    when.minTier ? own('tier', { n: when.minTier }) : '',
    when.words.length ? own('says', { words: when.words.join('、') }) : '',
    when.marks.map((it) => t(it)).join('/'),
    when.tags.length ? own('tagged', { tags: when.tags.join('、') }) : '',
    when.topics.length ? own('about', { topics: when.topics.map((it) => topics.find((one) => one.slug === it)?.name ?? it).join('、') }) : '',
    when.language ? t(when.language) : '',
  ].filter(Boolean);
  const group = plan.groups.find((it) => it.id === then.group)?.name;
  const effects = [
    group ? own('toGroup', { name: group }) : '',
    then.level ? own('toLevel', { name: t(then.level) }) : '',
    then.points > 0 ? own('plusPoints', { n: then.points }) : '',
    then.points < 0 ? own('minusPoints', { n: -then.points }) : '',
  ].filter(Boolean);
  return [conditions.join(' · ') || own('always'), effects.join(' · ') || '…'];
}
