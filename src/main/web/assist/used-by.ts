import { html, nothing } from 'lit';
import { bundle } from '../common/i18n/bundle';
import type { Suggestion } from '../common/frames';

const t = bundle(
  { usedBy: '{n} 位同事在类似情况下用了它', hint: '用过的人多，排得略高；忽略的人多，排得略低。' },
  {
    usedBy: 'Used by {n} colleagues in such situations',
    hint: 'What colleagues used stands a little higher, what they dismissed a little lower.',
  },
);

/** Why a card stands a little higher than by its words alone; nothing while nobody used it. */
export function usedBy(suggestion: Suggestion) {
  const n = suggestion.details['usedBy'];
  return typeof n === 'number' && n > 0
    ? html`<div class="source" title=${t('hint')}>${t('usedBy', { n })}</div>`
    : nothing;
}
