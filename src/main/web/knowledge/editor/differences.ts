import { diffArrays } from 'diff';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../articles';
import { t } from '../i18n';
import { keyOf, t as variantWords, variantAnswer, variantName } from '../variants';
import { t as own } from './text';

export interface Part {
  value: string;
  kind: 'same' | 'added' | 'removed';
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = (text: string) => [...segmenter.segment(text)].map((one) => one.segment);

/** What was added and removed between two texts, word by word. */
export function textDifference(before: string, after: string): Part[] {
  return diffArrays(words(before), words(after)).map((part) => ({
    value: part.value.join(''),
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
  }));
}

export const differenceStyles = css`
  ins,
  del {
    border-radius: 2px;
    text-decoration-thickness: 1px;
  }
  ins {
    background: var(--yw-added);
    text-decoration: none;
  }
  del {
    background: var(--yw-removed);
    color: var(--yw-ink-2);
  }
  .differences {
    display: grid;
    gap: var(--yw-space-3);
  }
  .differences dt {
    color: var(--yw-ink-3);
    font-size: var(--yw-text-s);
  }
  .differences dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;

function marked(before: string, after: string): TemplateResult {
  return html`${textDifference(before, after).map((part) =>
    part.kind === 'added'
      ? html`<ins>${part.value}</ins>`
      : part.kind === 'removed'
        ? html`<del>${part.value}</del>`
        : part.value,
  )}`;
}

/** Each for itself, by whom it is for. */
function variants(before: Content, after: Content): [string, string, string][] {
  const old = before.variants ?? [];
  const fresh = after.variants ?? [];
  const keys = [...fresh, ...old.filter((one) => !fresh.some((other) => keyOf(other) === keyOf(one)))];
  return keys.map((one) => [variantWords('answerFor', { name: variantName(one) }), variantAnswer(old, one), variantAnswer(fresh, one)]);
}

/** The fields in which two versions differ, with what is new marked as added. */
export function differences(before: Content, after: Content): TemplateResult {
  const lines = (list: string[]) => list.join('\n');
  const period = (one: Content) => `${one.validFrom ?? own('noStart')} – ${one.validTo ?? own('noEnd')}`;
  const audience = (one: Content) => t(`audience${one.audience}`);
  const fields: [string, string, string][] = [
    [t('question'), before.question, after.question],
    [t('phrasings'), lines(before.phrasings), lines(after.phrasings)],
    [t('answer'), before.answer, after.answer],
    ...variants(before, after),
    [t('audience'), audience(before), audience(after)],
    [t('product'), before.product, after.product],
    [t('validity'), period(before), period(after)],
    [t('tags'), before.tags.join('、'), after.tags.join('、')],
  ];
  const changed = fields.filter(([, old, fresh]) => old !== fresh);
  return html`
    <dl class="differences">
      ${changed.map(([name, old, fresh]) => html`<div><dt>${name}</dt><dd>${marked(old, fresh)}</dd></div>`)}
    </dl>
    ${changed.length === 0 ? html`<p class="hint">${own('noDifference')}</p>` : nothing}
  `;
}
