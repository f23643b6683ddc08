import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Mine, Waiting } from '../common/frames';
import { icons } from '../common/icons';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { relative, timeElement } from '../common/time';
import { DeskElement } from './desk-element';
import { markName, nameOf, reasonName, reasonTone, t } from './text';
import './timer';
import { t as tools } from './tools-text';

/** Seconds after which a wait is coloured, then loud: in the queue and for a reply. */
const WARN = 60;
const URGENT = 180;

/**
 * The left pane: my conversations with what is unread and how long each customer waits for a word, and the queue.
 * Events: `pick` (detail: conversation id), `pick-next` and `search`.
 */
@customElement('yw-inbox')
export class Inbox extends DeskElement {
  /** The conversation that is being taken, or 'next'. */
  @property() busy = '';

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--yw-surface);
      }
      section {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .mine {
        flex: 1 1 50%;
      }
      .queue {
        flex: 0 1 auto;
        max-height: 60%;
        border-top: 1px solid var(--yw-line);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-height: 44px;
        padding: 0 var(--yw-space-3) 0 var(--yw-space-4);
      }
      h2 {
        font-size: var(--yw-text-s);
        color: var(--yw-ink-2);
      }
      .number {
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
      }
      ul {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        list-style: none;
        scrollbar-width: thin;
        padding-bottom: var(--yw-space-2);
      }
      .item {
        display: grid;
        grid-template-columns: 36px minmax(0, 1fr) auto;
        column-gap: var(--yw-space-3);
        row-gap: 1px;
        width: calc(100% - 16px);
        margin: 0 var(--yw-space-2);
        padding: var(--yw-space-2);
        border: 0;
        border-radius: var(--yw-radius-m);
        background: transparent;
        color: inherit;
        font: inherit;
        line-height: 1.45;
        text-align: left;
      }
      button.item {
        cursor: pointer;
      }
      /* The whole row looks; its button takes. */
      .queue .item {
        position: relative;
      }
      .peek {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      .peek::after {
        content: '';
        position: absolute;
        inset: 0;
        border-radius: var(--yw-radius-m);
      }
      .peek:focus-visible {
        outline: none;
      }
      .peek:focus-visible::after {
        outline: 2px solid var(--yw-focus);
        outline-offset: -2px;
      }
      .marks .button {
        position: relative;
      }
      .queue .item:hover,
      button.item:hover {
        background: var(--yw-hover);
      }
      .item[aria-current='true'],
      .item[aria-current='true']:hover {
        background: var(--yw-selected);
      }
      .item:focus-visible {
        outline-offset: -2px;
      }
      .face {
        grid-row: span 2;
        align-self: start;
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        border-radius: 50%;
        background: var(--yw-hover);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      [aria-current='true'] .face {
        background: var(--yw-surface);
      }
      .face.call {
        background: var(--yw-accent-soft);
        color: var(--yw-accent-text);
      }
      .face svg {
        width: 18px;
        height: 18px;
      }
      .name {
        font-weight: 500;
      }
      .unread .name {
        font-weight: var(--yw-weight-strong);
      }
      .side {
        color: var(--yw-ink-3);
        font-size: var(--yw-text-xs);
        text-align: right;
        align-self: center;
        white-space: nowrap;
      }
      .last {
        display: flex;
        grid-column: 2 / 4;
        justify-content: space-between;
        gap: var(--yw-space-2);
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
      }
      .unread .last {
        color: var(--yw-ink-2);
      }
      .why {
        display: -webkit-box;
        grid-column: 2 / 4;
        overflow: hidden;
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .queue .face {
        grid-row: span 3;
      }
      .marks {
        display: flex;
        grid-column: 2 / 4;
        align-items: center;
        justify-content: space-between;
        gap: var(--yw-space-2);
        padding-top: 3px;
      }
      .count {
        background: var(--yw-accent);
        color: var(--yw-on-accent);
      }
      .loading {
        padding: 0 var(--yw-space-4);
      }
      @media (prefers-reduced-motion: no-preference) {
        li.fresh {
          animation: arrive 400ms ease-out;
        }
        @keyframes arrive {
          from {
            opacity: 0;
          }
        }
      }
      @media (max-width: 899px) {
        .item {
          padding-block: var(--yw-space-3);
        }
      }
    `,
  ];

  render() {
    const { mine, waiting } = this.desk;
    return html`
      <section class="mine" aria-labelledby="mine">
        <header>
          <h2 id="mine">${t('mine')}</h2>
          <span class="number">${mine?.length || nothing}</span>
          <span class="spread"></span>
          <button class="button small quiet" title="Alt+S" @click=${() => this.tell('search')}>
            ${icons.search}${tools('search')}
          </button>
        </header>
        ${!mine
          ? html`<div class="loading"><yw-skeleton lines="4"></yw-skeleton></div>`
          : mine.length === 0
            ? html`<yw-empty
                heading=${t('mineEmpty')}
                hint=${this.desk.online ? t('mineEmptyOnline') : t('mineEmptyBreak')}
              ></yw-empty>`
            : html`<ul>
                ${repeat(mine, (m) => m.conversationId, (m) => html`<li class="fresh">${this.own(m)}</li>`)}
              </ul>`}
      </section>
      <section class="queue" aria-labelledby="queue">
        <header>
          <h2 id="queue">${t('queue')}</h2>
          <span class="number">${waiting?.length || nothing}</span>
          <span class="spread"></span>
          ${waiting?.length
            ? html`<button
                class="button small primary"
                title="Alt+N"
                ?disabled=${this.busy !== ''}
                @click=${() => this.tell('pick-next')}
              >
                ${t('pickNext')}
              </button>`
            : nothing}
        </header>
        ${!waiting
          ? html`<div class="loading"><yw-skeleton lines="3"></yw-skeleton></div>`
          : waiting.length === 0
            ? html`<yw-empty heading=${t('queueEmpty')} hint=${t('queueEmptyHint')}></yw-empty>`
            : html`<ul>
                ${repeat(waiting, (w) => w.conversationId, (w) => html`<li class="fresh">${this.queued(w)}</li>`)}
              </ul>`}
      </section>
    `;
  }

  private own(mine: Mine) {
    const unread = this.desk.unread(mine);
    const since = this.desk.waitsSince(mine);
    const thread = this.desk.thread(mine.conversationId);
    const last = thread.lastWord;
    const talking = thread.call?.state === 'answered';
    const text = thread.partials.at(-1)?.text ?? last?.body.text ?? mine.lastText ?? '';
    const at = last?.at ?? mine.lastAt;
    return html`
      <button
        class="item ${unread ? 'unread' : ''}"
        aria-current=${this.desk.selected === mine.conversationId ? 'true' : 'false'}
        data-conversation=${mine.conversationId}
        @click=${() => this.desk.select(mine.conversationId)}
      >
        ${this.face(mine)}
        <span class="name ellipsis">${nameOf(mine)}</span>
        <span class="side">
          ${talking
            ? html`${t('onCall')} <yw-timer since=${thread.callTimes.since}></yw-timer>`
            : since && mine.channel !== 'VOICE'
              ? html`<span class="hidden-visually">${t('waitsForReply', { time: '' })}</span>
                  <yw-timer since=${since} warn=${WARN} urgent=${URGENT}></yw-timer>`
              : at
                ? timeElement(at, relative)
                : nothing}
        </span>
        <span class="last">
          <span class="ellipsis">${plain(text)}</span>
          ${unread ? html`<span class="count" aria-label=${t('unread', { n: unread })}>${unread}</span>` : nothing}
        </span>
      </button>
    `;
  }

  private queued(waiting: Waiting) {
    const { reason } = waiting;
    const name = reasonName(reason.code);
    return html`
      <div class="item" aria-current=${this.desk.selected === waiting.conversationId ? 'true' : 'false'}>
        ${this.face(waiting)}
        <button class="name ellipsis peek" @click=${() => this.desk.select(waiting.conversationId)}>${nameOf(waiting)}</button>
        <span class="side" title=${t('queue')}>
          <span class="hidden-visually">${t('inQueueSince', { time: '' })}</span>
          <yw-timer since=${waiting.since} warn=${WARN} urgent=${URGENT}></yw-timer>
        </span>
        <span class="why" title=${reason.words}>${reason.words}</span>
        <span class="marks">
          <span>
            ${name ? html`<span class="badge ${reasonTone(reason.code)}">${name}</span>` : nothing}
            ${waiting.marks.map((one) => html`<span class="badge warn" title=${one.why}>${markName(one.mark)}</span>`)}
          </span>
          <button
            class="button small"
            ?disabled=${this.busy !== ''}
            aria-label="${t('pick')} ${nameOf(waiting)}"
            @click=${() => this.tell('pick', waiting.conversationId)}
          >
            ${t('pick')}
          </button>
        </span>
      </div>
    `;
  }

  private face(one: Mine | Waiting) {
    return one.channel === 'VOICE'
      ? html`<span class="face call" title=${t('call')}>${icons.phone}<span class="hidden-visually">${t('call')}</span></span>`
      : html`<span class="face" aria-hidden="true">${one.customer?.name ? [...one.customer.name][0] : icons.person}</span>`;
  }
}

/** Markdown's marks mean nothing in one line. */
function plain(text: string): string {
  return text.replace(/[#*_>`|]+|\n+/g, ' ').trim();
}
