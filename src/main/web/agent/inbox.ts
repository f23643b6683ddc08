import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Mine, Waiting } from '../common/frames';
import { icons } from '../common/icons';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { relative, timeElement } from '../common/time';
import { DeskElement } from './desk-element';
import { inboxStyles } from './inbox-styles';
import { keep } from './keep';
import { breakHint, markName, nameOf, reasonName, reasonTone, reasonWords, t } from './text';
import { t as calls } from './call-text';
import './timer';
import { presence } from './visitor';
import { t as tools } from './tools-text';

/** Seconds after which a wait is coloured, then loud: in the queue and for a reply. */
const WARN = 60;
const URGENT = 180;

/**
 * The left pane: my conversations with what is unread and how long each customer waits for a word, and the queue.
 * Events: `pick` and `fill-in` (detail: conversation id), `pick-next` and `search`.
 */
@customElement('yw-inbox')
export class Inbox extends DeskElement {
  /** The conversation that is being taken, or 'next'. */
  @property() busy = '';

  static styles = [base, buttons, badges, inboxStyles];

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
                hint=${!this.desk.answers ? '' : this.desk.online ? t('mineEmptyOnline') : breakHint(this.desk.away)}
              ></yw-empty>`
            : html`<ul>
                ${repeat(mine, (m) => m.conversationId, (m) => html`<li class="fresh">${this.own(m)}</li>`)}
              </ul>`}
      </section>
      ${this.unfinished()}
      <section class="queue" aria-labelledby="queue">
        <header>
          <h2 id="queue">${t('queue')}</h2>
          <span class="number">${waiting?.length || nothing}</span>
          <span class="spread"></span>
          ${waiting?.length && this.desk.answers
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

  private unfinished() {
    const { unfinished } = this.desk;
    if (!unfinished.length) return nothing;
    return html`<section class="unfinished" aria-labelledby="unfinished">
      <header title=${calls('unfinishedHint')}>
        <h2 id="unfinished">${calls('unfinished')}</h2>
        <span class="number">${unfinished.length}</span>
      </header>
      <ul>
        ${repeat(unfinished, (m) => m.conversationId, (m) => html`<li class="row">
          <button class="button small quiet ellipsis" @click=${() => this.desk.select(m.conversationId)}>${nameOf(m)}</button>
          <span class="spread"></span><span class="hint">${m.lastAt ? timeElement(m.lastAt, relative) : nothing}</span>
          <button class="button small" aria-label="${calls('fill')} ${nameOf(m)}" @click=${() => this.tell('fill-in', m.conversationId)}>${calls('fill')}</button>
        </li>`)}
      </ul>
    </section>`;
  }

  private own(mine: Mine) {
    const unread = this.desk.unread(mine);
    const since = this.desk.waitsSince(mine);
    const thread = this.desk.thread(mine.conversationId);
    const last = thread.lastWord;
    const talking = thread.call?.state === 'answered';
    // The list stands open all day: the server's words are without personal data.
    const text = thread.partials.at(-1)?.text ?? mine.lastText ?? last?.body.text ?? '';
    const at = last?.at ?? mine.lastAt;
    // What the customer said is unread and comes first.
    const draft = unread || this.desk.selected === mine.conversationId ? '' : keep.draft(mine.conversationId);
    return html`
      <button
        class="item ${unread ? 'unread' : ''}"
        aria-current=${this.desk.selected === mine.conversationId ? 'true' : 'false'}
        data-conversation=${mine.conversationId}
        @click=${() => this.desk.select(mine.conversationId)}
      >
        ${this.face(mine)}
        <span class="name line"
          >${mine.urgent ? html`<span class="badge urgent">${reasonName('URGENT')}</span>` : nothing}<span class="ellipsis">${nameOf(mine)}</span>${mine.visitor?.awaySince ? presence(mine.visitor) : nothing}</span>
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
          ${draft ? html`<span class="draft">${tools('draft')}</span>` : nothing}<span class="ellipsis">${draft || plain(text)}</span>
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
        <span class="why" title=${reasonWords(reason)}>${reasonWords(reason)}</span>
        <span class="marks">
          <span>
            ${name ? html`<span class="badge ${reasonTone(reason.code)}">${name}</span>` : nothing} ${waiting.visitor?.awaySince ? presence(waiting.visitor) : nothing}
            ${waiting.marks.map((one) => html`<span class="badge warn" title=${one.why}>${markName(one.mark)}</span>`)}
          </span>
          ${this.desk.answers
            ? html`<button
                class="button small"
                ?disabled=${this.busy !== ''}
                aria-label="${t('pick')} ${nameOf(waiting)}"
                @click=${() => this.tell('pick', waiting.conversationId)}
              >
                ${t('pick')}
              </button>`
            : nothing}
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
