import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { nameOf, reasonName, reasonTone, reasonWords } from '../agent/text';
import '../agent/timer';
import { api } from '../common/api';
import { YiwenElement } from '../common/element';
import type { Away, Waiting } from '../common/frames';
import { badges, base, buttons } from '../common/styles';
import { timeOfDay } from '../common/time';
import { t } from './floor-text';
import './queue-action';

export interface Agent {
  id: string;
  name: string;
  state: 'ONLINE' | 'BREAK' | 'GONE';
  why?: Away;
  chats: number;
  calls: number;
  offers: number;
  afterCallUntil?: string;
  forgotten: number;
  seenAt: string;
}

export interface FloorNow {
  waiting: Waiting[];
  agents: Agent[];
}

export function floorNow(): Promise<FloorNow> {
  return api('GET', '/supervision/floor');
}

const SHOWN = 20;

/** `<yw-floor .now=${now}>`: what waits how long, and who is at work. */
@customElement('yw-floor')
export class Floor extends YiwenElement {
  @property({ attribute: false }) now?: FloorNow;
  /** The conversation whose form is open. */
  @state() private acting = '';

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3) var(--yw-space-4);
        border-bottom: 1px solid var(--yw-line);
      }
      h2 {
        font-size: var(--yw-text-m);
      }
      ul {
        display: grid;
        gap: var(--yw-space-1);
        list-style: none;
      }
      li,
      header {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-width: 0;
      }
      .spread {
        flex: 1;
      }
      .fact {
        flex: none;
        white-space: nowrap;
      }
      .dot {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--yw-line-strong);
      }
      .ONLINE .dot {
        background: var(--yw-accent);
      }
      .GONE .dot {
        background: var(--yw-urgent);
      }
      /* Beside a badge and a time there is room for a name or for words, not for both. */
      @media (max-width: 560px) {
        .waiting li {
          flex-wrap: wrap;
        }
        .waiting .said {
          order: 1;
          flex: 1 0 100%;
        }
      }
      .alarm {
        color: var(--yw-urgent-text);
      }
    `,
  ];

  render() {
    if (!this.now) return nothing;
    const { waiting, agents } = this.now;
    const oldest = waiting.map((one) => one.since).sort()[0];
    const online = agents.filter((one) => one.state === 'ONLINE').length;
    return html`
      <header>
        <h2>${t('queue')}</h2>
        <span class="badge ${waiting.length ? 'warn' : ''}">${waiting.length}</span><span class="spread"></span>
        ${oldest ? html`<span class="hint fact">${t('longest')} <yw-timer since=${oldest} warn="60" urgent="180"></yw-timer></span>` : nothing}
      </header>
      ${waiting.length
        ? html`<ul class="waiting" aria-label=${t('queue')}>${repeat(waiting.slice(0, SHOWN), (one) => one.conversationId, (one) => this.waits(one))}</ul>`
        : html`<p class="hint">${t('nobodyWaits')}</p>`}
      ${waiting.length > SHOWN ? html`<p class="hint">${t('more', { n: waiting.length - SHOWN })}</p>` : nothing}
      <header><h2>${t('agents')}</h2><span class="badge">${t('online', { n: online })}</span></header>
      ${waiting.length && !online ? html`<p class="alarm" role="alert">${t('nobodyOnline')}</p>` : nothing}
      ${agents.length
        ? html`<ul class="agents" aria-label=${t('agents')}>${agents.map((one) => this.agent(one))}</ul>`
        : html`<p class="hint">${t('nobodyThere')}</p>`}
    `;
  }

  private waits(one: Waiting) {
    const name = reasonName(one.reason.code);
    return html`<li data-conversation=${one.conversationId}>
      <a class="ellipsis" href="/agent?conversation=${one.conversationId}" title=${reasonWords(one.reason)}>${nameOf(one)}</a>
      ${name ? html`<span class="badge ${reasonTone(one.reason.code)}">${name}</span>` : nothing}
      <span class="hint ellipsis said">${one.lastText ?? ''}</span><span class="spread"></span>
      ${one.preferred ? html`<span class="badge accent">${t('preferred')}</span>` : nothing}
      <yw-timer class="fact" since=${one.since} warn="60" urgent="180"></yw-timer>
      <button
        class="button small quiet act"
        aria-expanded=${this.acting === one.conversationId}
        aria-label=${t('act', { name: nameOf(one) })}
        @click=${() => (this.acting = this.acting === one.conversationId ? '' : one.conversationId)}
      >
        ⋯
      </button>
    </li>${this.acting === one.conversationId
      ? html`<li>
          <yw-queue-action
            .waiting=${one}
            .agents=${this.now?.agents ?? []}
            @done=${() => (this.acting = '')}
          ></yw-queue-action>
        </li>`
      : nothing}`;
  }

  private agent(one: Agent) {
    const has = [
      one.chats ? t('chats', { n: one.chats }) : '',
      one.calls ? t('calls', { n: one.calls }) : '',
      one.offers ? t('offers', { n: one.offers }) : '',
      one.forgotten ? t('forgotten', { n: one.forgotten }) : '',
    ].filter(Boolean);
    return html`<li class=${one.state} data-agent=${one.id}>
      <span class="dot"></span><span class="ellipsis">${one.name}</span>
      <span class="hint fact">${one.afterCallUntil ? t('afterCall', { time: timeOfDay(new Date(one.afterCallUntil)) }) : t(one.state)}${one.why && one.why !== 'BREAK' ? ` · ${t(one.why)}` : ''}</span><span class="spread"></span>
      <span class="hint fact">${has.join(' · ') || t('idle')}</span>
    </li>`;
  }
}
