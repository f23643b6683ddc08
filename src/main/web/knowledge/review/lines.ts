import { diffArrays } from 'diff';
import type { Content, FaultCause } from '../articles';
import { textDifference, type Part } from '../editor/differences';
import { t as own } from '../editor/text';
import { t } from '../i18n';
import { t as variants, variantName } from '../variants';
import type { CommentField } from './review-api';

/** One line of a field, before and after; `line` counts from 1 in what is new. */
export interface Line {
  before?: string;
  after?: string;
  line?: number;
  parts: Part[];
}

export interface FieldLines {
  field: CommentField;
  lines: Line[];
  changed: boolean;
}

/** What a reviewer looks at, field by field and line by line, with what differs from what is live. */
export function fieldLines(before: Content | undefined, after: Content): FieldLines[] {
  const fields: [CommentField, (content: Content) => string][] = [
    ['QUESTION', (one) => one.question],
    ['PHRASINGS', (one) => one.phrasings.join('\n')],
    ['ANSWER', (one) => one.answer],
    ['DETAILS', details],
  ];
  return fields.map(([field, text]) => {
    const lines = pair(before ? split(text(before)) : [], split(text(after)));
    return { field, lines, changed: lines.some((one) => one.before !== one.after) };
  });
}

function details(one: Content): string {
  return [
    `${t('audience')}：${t(`audience${one.audience}`)}`,
    `${t('product')}：${one.product}`,
    `${t('validity')}：${one.validFrom ?? own('noStart')} – ${one.validTo ?? own('noEnd')}`,
    `${t('tags')}：${one.tags.join('、')}`,
    ...(one.variants ?? []).map((each) => `${variants('answerFor', { name: variantName(each) })}：${each.answer}`),
    ...(one.causes ?? []).map(cause),
  ].join('\n');
}

function cause(one: FaultCause): string {
  const checks = one.checks.map((each) => `${each.question} ${each.answers.join('、')}`);
  return `${t('cause')}：${[one.cause, one.product, ...one.symptoms, ...checks, ...one.solutions].filter(Boolean).join(' / ')}`;
}

const split = (text: string) => (text ? text.split('\n') : []);

/** Lines that are gone stand beside those that came in their place. */
function pair(before: string[], after: string[]): Line[] {
  const rows: Line[] = [];
  let gone: string[] = [];
  let line = 0;
  const leave = () => {
    for (const one of gone) rows.push({ before: one, parts: [{ value: one, kind: 'removed' }] });
    gone = [];
  };
  for (const part of diffArrays(before, after)) {
    if (part.removed) {
      leave();
      gone = [...part.value];
    } else if (part.added) {
      for (const one of part.value) {
        const old = gone.shift();
        const parts: Part[] = old === undefined ? [{ value: one, kind: 'added' }] : textDifference(old, one);
        rows.push({ before: old, after: one, line: ++line, parts });
      }
      leave();
    } else {
      leave();
      for (const one of part.value) rows.push({ before: one, after: one, line: ++line, parts: [{ value: one, kind: 'same' }] });
    }
  }
  leave();
  return rows;
}
