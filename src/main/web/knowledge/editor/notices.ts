import { html, nothing } from 'lit';
import { timeElement } from '../../common/time';
import { authorName } from '../marks';
import { t as review } from '../review/text';
import type { Editing } from './editing';
import { t } from './text';

/** What an editor should know before writing on: unsaved work that is back, or why it was sent back. */
export function notice(editing: Editing, dirty: boolean, discard: () => void) {
  const latest = editing.history[0];
  if (editing.recovered && dirty) {
    return html`<div class="notice" role="status">
      <span>${t('recovered')} ${timeElement(editing.recovered)}${latest && latest.revision !== editing.base
        ? html`。${t('recoveredOlder', { author: authorName(latest.author) })}`
        : nothing}</span>
      <span class="spread"></span>
      <button class="button small" @click=${discard}>${t('discard')}</button>
    </div>`;
  }
  if (latest?.state === 'DRAFT' && latest.life.reviewed && latest.life.reason) {
    return html`<div class="notice" role="status">${review('sentBackBy', { by: latest.life.reviewed.by, reason: latest.life.reason })}</div>`;
  }
  return nothing;
}

export type Tab = 'edit' | 'preview' | 'review' | 'history';

export function tabBar(chosen: Tab, revisions: number, choose: (tab: Tab) => void) {
  const tab = (name: Tab, text: string) => html`<button
    role="tab"
    class=${name}
    aria-selected=${chosen === name}
    @click=${() => choose(name)}
  >
    ${text}
  </button>`;
  return html`<div class="tabs" role="tablist">
    ${tab('edit', t('edit'))} ${tab('preview', t('preview'))}
    ${revisions ? html`${tab('review', review('review'))} ${tab('history', t('historyCount', { n: revisions }))}` : nothing}
  </div>`;
}
