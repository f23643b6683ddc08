import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion } from '../common/frames';
import { bundle } from '../common/i18n/bundle';
import { icons } from '../common/icons';

const t = bundle(
  { said: '已说', hint: '从您说的话里认出来的，算作采用。', undo: '没有说' },
  { said: 'Said', hint: 'Recognised from what you said; it counts as used.', undo: 'Not said' },
);

/** That the agent's own words carried the card, and the way back; nothing while they did not. */
export function saidMark(suggestion: Suggestion, undo: () => void): TemplateResult | typeof nothing {
  return suggestion.details['noticed'] === true
    ? html`<span class="use" role="status" title=${t('hint')}>${icons.check}${t('said')}</span>
        <button class="button small quiet" @click=${undo}>${t('undo')}</button>`
    : nothing;
}
