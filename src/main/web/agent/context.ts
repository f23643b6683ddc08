import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { markdown } from '../common/markdown';
import '../common/states';
import { badges, base, buttons, prose } from '../common/styles';
import { timeElement } from '../common/time';
import { YiwenElement } from '../common/element';
import type { Packet } from './packet';
import { sparkline } from './sparkline';
import { dispositionName, reasonName, reasonTone, t } from './text';

/** The context of one conversation. Events: `jump` (detail: seq), `insert-text` (detail: text). */
@customElement('yw-context')
export class Context extends YiwenElement {
  @property() conversation = '';
  /** Of the conversation's owner: with a new one there may be a new packet. */
  @property({ type: Number }) epoch = 0;
  @property({ type: Boolean }) canInsert = false;
  @state() private packet?: Packet;
  @state() private failure = '';
  private asked?: AbortController;

  static styles = [
    base,
    buttons,
    badges,
    prose,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow-y: auto;
        padding: var(--yw-space-3) var(--yw-space-4) var(--yw-space-4);
        background: var(--yw-surface);
        scrollbar-width: thin;
      }
      section + section {
        margin-top: var(--yw-space-4);
      }
      h3 {
        margin-bottom: var(--yw-space-1);
        color: var(--yw-ink-3);
        font-size: var(--yw-text-xs);
        font-weight: var(--yw-weight-strong);
      }
      .reason {
        padding: var(--yw-space-2) var(--yw-space-3);
        border-left: 3px solid var(--yw-line-strong);
        border-radius: 0 var(--yw-radius-m) var(--yw-radius-m) 0;
        background: var(--yw-sunken);
      }
      .reason.urgent {
        border-color: var(--yw-urgent);
        background: var(--yw-urgent-soft);
      }
      .reason.warn {
        border-color: var(--yw-warn-text);
        background: var(--yw-warn-soft);
      }
      .reason .badge {
        padding: 0;
        background: none;
        font-size: inherit;
        font-weight: var(--yw-weight-strong);
      }
      .evidence {
        display: block;
        width: 100%;
        margin-top: var(--yw-space-1);
        padding: 2px 0;
        border: 0;
        background: none;
        color: var(--yw-ink-2);
        font: inherit;
        font-size: var(--yw-text-s);
        text-align: left;
        cursor: pointer;
      }
      .evidence:hover,
      .seq:hover {
        text-decoration: underline;
      }
      .seq {
        padding: 0;
        border: 0;
        background: none;
        color: var(--yw-accent-text);
        font: inherit;
        font-size: var(--yw-text-xs);
        white-space: nowrap;
        cursor: pointer;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px var(--yw-space-3);
        align-items: baseline;
      }
      dt {
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
      }
      dd {
        overflow-wrap: anywhere;
      }
      ul {
        list-style: none;
      }
      li + li {
        margin-top: var(--yw-space-2);
      }
      details summary {
        cursor: pointer;
      }
      details .prose {
        margin: var(--yw-space-1) 0 0;
        padding-left: var(--yw-space-3);
        border-left: 2px solid var(--yw-line);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      .opening {
        display: flex;
        align-items: flex-start;
        gap: var(--yw-space-2);
        padding: var(--yw-space-2) var(--yw-space-3);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
      }
      .opening p {
        flex: 1;
      }
      .feeling {
        position: relative;
      }
      .feeling svg,
      .feeling .points {
        display: block;
        width: 100%;
        height: 48px;
      }
      .feeling .points {
        position: absolute;
        top: 0;
      }
      .feeling path {
        fill: none;
        stroke: var(--yw-ink-3);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }
      .feeling .middle {
        stroke: var(--yw-line);
        stroke-dasharray: 3 3;
      }
      .points button {
        position: absolute;
        width: 9px;
        height: 9px;
        margin: -4.5px;
        padding: 0;
        border: 2px solid var(--yw-surface);
        border-radius: 50%;
        background: var(--yw-ink-3);
        cursor: pointer;
      }
      .points button.loud {
        background: var(--yw-urgent);
      }
      figcaption {
        font-size: var(--yw-text-s);
        color: var(--yw-ink-2);
      }
      figcaption.loud {
        color: var(--yw-urgent-text);
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asked?.abort();
  }

  willUpdate(changed: PropertyValues): void {
    if (changed.has('conversation')) {
      this.packet = undefined;
      this.failure = '';
    }
    // The first epoch only says what the packet just asked for belongs to.
    const handedOver = changed.has('epoch') && changed.get('epoch');
    if (this.conversation && (changed.has('conversation') || handedOver)) void this.load();
  }

  render() {
    if (!this.conversation) return html`<yw-empty hint=${t('contextEmpty')}></yw-empty>`;
    if (this.failure && !this.packet) {
      return html`<yw-empty heading=${t('contextFailed')} hint=${this.failure}>
        <button class="button small" @click=${this.load}>${t('retry')}</button>
      </yw-empty>`;
    }
    const packet = this.packet;
    if (!packet) return html`<yw-skeleton lines="9"></yw-skeleton>`;
    return html`${this.reason(packet)} ${this.summary(packet)} ${this.opening(packet)} ${this.facts(packet)}
    ${this.emotion(packet)} ${this.tried(packet)} ${this.profile(packet)} ${this.earlier(packet)}`;
  }

  private async load(): Promise<void> {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    try {
      const packet = await api<Packet>('GET', `/conversations/${this.conversation}/packet`, { signal: asked.signal });
      if (asked.signal.aborted) return;
      this.packet = packet;
      this.failure = '';
    } catch (failure) {
      if (!asked.signal.aborted) this.failure = words(failure);
    }
  }

  private readonly jump = (seq: number): void => this.tell('jump', seq);

  private seq(seq: number) {
    return html`<button class="seq" aria-label=${t('jump', { seq })} title=${t('jump', { seq })} @click=${() => this.jump(seq)}>
      #${seq}
    </button>`;
  }

  private reason({ reason }: Packet) {
    if (!reason) return nothing;
    const tone = reasonTone(reason.code);
    return html`<section>
      <h3>${t('reason')}</h3>
      <div class="reason ${tone}">
        <div>${reasonName(reason.code) ? html`<span class="badge ${tone}">${reasonName(reason.code)}</span>` : nothing} ${reason.words}</div>
        ${reason.evidence.map(
          (e) => html`<button class="evidence" title=${t('jump', { seq: e.seq })} @click=${() => this.jump(e.seq)}>
            ${reason.words.includes(e.words) ? t('evidence') : `「${e.words}」`} <span class="seq">#${e.seq}</span>
          </button>`,
        )}
      </div>
    </section>`;
  }

  private summary({ summary }: Packet) {
    if (summary.length === 0) return nothing;
    return html`<section>
      <h3>${t('summary')}</h3>
      ${summary.map((line) => html`<p>${line}</p>`)}
    </section>`;
  }

  private opening({ firstSentence }: Packet) {
    if (!firstSentence) return nothing;
    return html`<section>
      <h3>${t('firstSentence')}</h3>
      <div class="opening">
        <p>${firstSentence}</p>
        ${this.canInsert
          ? html`<button class="button small" @click=${() => this.tell('insert-text', firstSentence)}>${t('insert')}</button>`
          : nothing}
      </div>
    </section>`;
  }

  private facts({ facts }: Packet) {
    if (facts.length === 0) return nothing;
    return html`<section>
      <h3>${t('facts')}</h3>
      <dl>
        ${facts.map((f) => html`<dt>${f.name}</dt><dd>${f.value} ${this.seq(f.seq)}</dd>`)}
      </dl>
    </section>`;
  }

  private emotion({ emotion }: Packet) {
    if (emotion.length === 0) return nothing;
    return html`<section>
      <h3>${t('emotion')}</h3>
      ${sparkline(emotion, this.jump)}
    </section>`;
  }

  private tried({ tried }: Packet) {
    return html`<section>
      <h3>${t('tried')}</h3>
      ${tried.length === 0
        ? html`<p class="hint">${t('triedNothing')}</p>`
        : html`<ul>
            ${tried.map(
              (one) => html`<li>
                <details>
                  <summary>${one.question}</summary>
                  <div class="prose">${markdown(one.answer)}</div>
                </details>
                <div class="hint">
                  ${one.sources.map((s) => t('sourceOf', { title: s.title, revision: s.revision })).join('；')}
                  ${t('confidence', { n: Math.round(one.confidence * 100) })} ${this.seq(one.seq)}
                </div>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  private profile({ profile }: Packet) {
    return html`<section>
      <h3>${t('profile')}</h3>
      <dl>
        ${profile.name ? html`<dt>${t('personName')}</dt><dd>${profile.name}</dd>` : nothing}
        <dt>${t('tier')}</dt>
        <dd>${profile.tier > 0 ? t('tierStars', { n: profile.tier }) : t('tierNone')}</dd>
        ${profile.externalId ? html`<dt>${t('externalId')}</dt><dd>${profile.externalId.replace(/^tel:/, '')}</dd>` : nothing}
        ${profile.since ? html`<dt>${t('customerSince')}</dt><dd>${timeElement(profile.since)}</dd>` : nothing}
      </dl>
    </section>`;
  }

  private earlier({ earlier }: Packet) {
    return html`<section>
      <h3>${t('earlier')}</h3>
      ${earlier.length === 0
        ? html`<p class="hint">${t('earlierNone')}</p>`
        : html`<ul>
            ${earlier.map(
              (one) => html`<li>
                <div class="hint">
                  ${one.channel === 'VOICE' ? t('call') : t('web')} · ${timeElement(one.openedAt)}
                  ${one.disposition ? html`· ${dispositionName(one.disposition)}` : nothing}
                </div>
                <div>${one.words}</div>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-context': Context;
  }
}
