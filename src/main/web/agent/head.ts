import { html, nothing } from 'lit';
import { t as common } from '../common/i18n/common';
import { icons } from '../common/icons';
import type { Desk } from './desk';
import './after-call';
import './sound-choice';
import { t } from './text';
import { t as tools } from './tools-text';

export const PANES = ['inbox', 'thread', 'context', 'assist'] as const;
export type Pane = (typeof PANES)[number];

export interface HeadActions {
  toggleNotifications: () => void;
  togglePresence: () => void;
  help: () => void;
}

/** Sound, notifications and shortcuts: in the top bar, where there is room, else (with `slot`) in its menu. */
function settings(notifies: boolean, actions: HeadActions, slot?: 'menu') {
  const look = `button quiet ${slot ? 'in-menu' : 'small in-bar'}`;
  return html`
    <button slot=${slot ?? nothing} class=${look} aria-pressed=${notifies} title="Alt+G" @click=${actions.toggleNotifications}>
      ${icons.window}${notifies ? tools('notifyOn') : tools('notifyOff')}
    </button>
    <yw-sound-choice slot=${slot ?? nothing} class=${slot ? 'in-menu' : 'in-bar'} ?row=${Boolean(slot)}></yw-sound-choice>
    <button slot=${slot ?? nothing} class=${look} title="?" @click=${actions.help}>${icons.keyboard}${t('shortcuts')}</button>
  `;
}

/** At the right of the top bar: the settings, and whether the agent is at work. */
export function presence(desk: Desk, notifies: boolean, actions: HeadActions) {
  const { online } = desk;
  return html`
    ${settings(notifies, actions)}
    <yw-after-call brief .desk=${desk}></yw-after-call>
    <span class="presence ${online ? 'on' : ''}" role="status"
      ><span class="dot"></span><span class="words">${online ? t('online') : t('onBreak')}</span></span
    >
    <button class="button small ${online ? '' : 'primary'}" title="Alt+P" ?disabled=${!desk.staff} @click=${actions.togglePresence}>
      ${online ? t('goOnBreak') : t('goOnline')}
    </button>
    ${settings(notifies, actions, 'menu')}
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
export function tabs(shown: Pane, unread: number, warned: boolean, show: (pane: Pane) => void) {
  return html`<nav aria-label=${t('panes')}>
    <div class="tabs" role="tablist">
      ${PANES.map(
        (pane) => html`<button role="tab" aria-selected=${shown === pane} @click=${() => show(pane)}>
          ${t(pane)}${pane === 'inbox' && unread ? html`<span class="count">${unread}</span>` : nothing}${pane === 'assist' && warned && shown !== 'assist'
            ? html`<span class="count urgent" role="status" aria-label=${t('warned')}>!</span>`
            : nothing}
        </button>`,
      )}
    </div>
  </nav>`;
}
