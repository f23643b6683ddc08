import { html, nothing } from 'lit';
import type { Visitor } from '../common/frames';
import './timer';
import { t } from './visitor-text';

/** Whether the customer is there, in a word or with the time since when not. */
export function presence(visitor?: Visitor) {
  if (!visitor) return nothing;
  return visitor.awaySince
    ? html`<span class="badge away">${t('away')} <yw-timer since=${visitor.awaySince}></yw-timer></span>`
    : html`<span class="badge there">${t('there')}</span>`;
}

/** Where they are and with what, where the host's page tells. */
export function whereabouts(visitor?: Visitor): string {
  const device = visitor?.device === 'phone' ? t('phone') : visitor?.device === 'computer' ? t('computer') : visitor?.device;
  return [device, visitor?.page].filter(Boolean).join(' · ');
}
