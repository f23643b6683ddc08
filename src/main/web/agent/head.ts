import { html, nothing } from 'lit';
import { t as common } from '../common/i18n/common';
import { icons } from '../common/icons';
import type { Desk } from './desk';
import { t } from './text';
import { t as tools } from './tools-text';

export const PANES = ['inbox', 'thread', 'context', 'assist'] as const;
export type Pane = (typeof PANES)[number];

export interface HeadActions {
  toggleSound: () => void;
  toggleNotifications: () => void;
  togglePresence: () => void;
  help: () => void;
}

/** At the right of the top bar: sound, shortcuts, whether the agent is at work. */
export function presence(desk: Desk, sound: boolean, notifies: boolean, actions: HeadActions) {
  const { online } = desk;
  const soundWords = sound ? t('soundOn') : t('soundOff');
  const notifyWords = notifies ? tools('notifyOn') : tools('notifyOff');
  return html`
    <button
      class="button quiet small icon-only"
      aria-pressed=${notifies}
      title=${notifyWords}
      @click=${actions.toggleNotifications}
    >
      ${icons.window}<span class="words">${notifyWords}</span>
    </button>
    <button class="button quiet small icon-only" aria-pressed=${sound} title=${soundWords} @click=${actions.toggleSound}>
      ${icons.bell}<span class="words">${soundWords}</span>
    </button>
    <button class="button quiet small icon-only" title="?" @click=${actions.help}>
      ${icons.keyboard}<span class="words">${t('shortcuts')}</span>
    </button>
    <span class="presence ${online ? 'on' : ''}" role="status"
      ><span class="dot"></span><span class="words">${online ? t('online') : t('onBreak')}</span></span
    >
    <button class="button small ${online ? '' : 'primary'}" ?disabled=${!desk.staff} @click=${actions.togglePresence}>
      ${online ? t('goOnBreak') : t('goOnline')}
    </button>
  `;
}

export function banner(desk: Desk) {
  const { connection } = desk;
  if (connection !== 'waiting' && connection !== 'offline') return nothing;
  return html`<div class="banner" role="alert">
    ${connection === 'offline' ? common('offline') : common('connectionLost')}
    <button class="button small" @click=${() => desk.reconnect()}>${common('retryNow')}</button>
  </div>`;
}

/** On narrow screens the panes are tabs. */
export function tabs(shown: Pane, unread: number, show: (pane: Pane) => void) {
  return html`<nav aria-label=${t('panes')}>
    <div class="tabs" role="tablist">
      ${PANES.map(
        (pane) => html`<button role="tab" aria-selected=${shown === pane} @click=${() => show(pane)}>
          ${t(pane)}${pane === 'inbox' && unread ? html`<span class="count">${unread}</span>` : nothing}
        </button>`,
      )}
    </div>
  </nav>`;
}
