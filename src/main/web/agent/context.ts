import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { colon } from '../common/i18n/chinese';
import { t as common } from '../common/i18n/common';
import { markdown } from '../common/markdown';
import { concealed } from '../common/reveal';
import '../common/states';
import { badges, base, buttons, fields, prose } from '../common/styles';
import { timeElement } from '../common/time';
import { YiwenElement } from '../common/element';
import { topicName } from '../knowledge/topic-names';
import { context } from './context-styles';
import type { Packet } from './packet';
import { refusal } from './refusals';
import './identities';
import './screen-pop';
import { sparkline } from './sparkline';
import './tags';
import { dispositionName, markName, reasonName, reasonTone, reasonWords, t } from './text';
import { t as thread } from './thread-text';
import { t as about } from './context-text';
import { t as tools } from './tools-text';
import { t as ticketText } from '../tickets/i18n';
import { ofCustomer, type Ticket } from '../tickets/tickets';
import { toast } from '../common/toast';

/** More would push everything else out of sight. */
const EARLIER_SHOWN = 5;
const SOON_MS = 800;
const EVERY_MS = 2_500;

/** The context of one conversation. Events: `jump` (detail: seq), `insert-text` (detail: text), `found` (another one). */
@customElement('yw-context')
export class Context extends YiwenElement {
  @property() conversation = '';
  /** Of the conversation's owner: with a new one there may be a new packet. */
  @property({ type: Number }) epoch = 0;
  /** Grows with what the customer says: then there is more to know. */
  @property({ type: Number }) heard = 0;
  /** A colleague has it now: to ask again would be refused, and written down. */
  @property({ type: Boolean }) lost = false;
  /** A call of one's own, or one that one supervises: who is calling stands first, and not again below. */
  @property({ type: Boolean }) spoken = false;
  @property({ type: Boolean }) canInsert = false;
  /** Whether the server would tell this agent what a token stands for. */
  @property({ type: Boolean }) canReveal = false;
  @state() private packet?: Packet;
  @state() private failure = '';
  /** The customer's, the newest first. */
  @state() private filed: Ticket[] = [];
  /** Whether all earlier conversations are listed. */
  @state() private all = false;
  private asked?: AbortController;
  private soon?: ReturnType<typeof setTimeout>;
  private loadedAt = 0;

  static styles = [base, buttons, fields, badges, prose, context];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asked?.abort();
    clearTimeout(this.soon);
  }

  willUpdate(changed: PropertyValues): void {
    if (changed.has('conversation')) {
      this.packet = undefined;
      this.all = false;
      this.filed = [];
      this.failure = '';
    }
    // The first epoch only says what the packet just asked for belongs to.
    const handedOver = changed.has('epoch') && changed.get('epoch') && !this.lost;
    if (this.conversation && (changed.has('conversation') || handedOver)) void this.load();
    else if (this.packet && changed.has('heard') && !this.lost) this.loadSoon();
  }

  /** As the button does; false when there is nothing to insert. */
  insertOpening(): boolean {
    const words = this.canInsert && this.packet?.firstSentence;
    if (words) this.tell('insert-text', words);
    return Boolean(words);
  }

  render() {
    if (!this.conversation) return html`<yw-empty hint=${about('contextEmpty')}></yw-empty>`;
    return html`${this.spoken
      ? html`<yw-screen-pop .conversation=${this.conversation} .epoch=${this.epoch}></yw-screen-pop>`
      : nothing}${this.body()}`;
  }

  private body() {
    if (this.failure && !this.packet) {
      return html`<yw-empty heading=${about('contextFailed')} hint=${this.failure}>
        <button class="button small" @click=${this.load}>${common('retry')}</button>
      </yw-empty>`;
    }
    const packet = this.packet;
    if (!packet) return html`<yw-skeleton lines="9"></yw-skeleton>`;
    return html`${this.reason(packet)} ${this.summary(packet)} ${this.opening(packet)} ${this.facts(packet)} ${this.pictures(packet)} ${this.missing(packet)}
    ${this.emotion(packet)} ${this.tried(packet)} ${this.profile(packet)} ${this.spoken ? nothing : this.tickets()} ${this.earlier(packet)}`;
  }

  /** Of many sentences in a row once, and not more often than one can read; what is shown stays until then. */
  private loadSoon(): void {
    clearTimeout(this.soon);
    const wait = Math.max(SOON_MS, this.loadedAt + EVERY_MS - Date.now());
    this.soon = setTimeout(() => !this.lost && void this.load(), wait);
  }

  private async load(): Promise<void> {
    clearTimeout(this.soon);
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    try {
      const packet = await api<Packet>('GET', `/conversations/${this.conversation}/packet`, { signal: asked.signal });
      if (asked.signal.aborted) return;
      this.packet = packet;
      this.loadedAt = Date.now();
      this.failure = '';
      // Without them the rest is shown all the same.
      const filed = await ofCustomer({ conversation: this.conversation }).catch(() => []);
      if (!asked.signal.aborted) this.filed = filed;
    } catch (failure) {
      if (!asked.signal.aborted) this.failure = words(failure);
    }
  }

  private readonly jump = (seq: number): void => this.tell('jump', seq);

  private seq(seq: number) {
    return html`<button class="seq" aria-label=${about('jump', { seq })} title=${about('jump', { seq })} @click=${() => this.jump(seq)}>
      #${seq}
    </button>`;
  }

  private get path(): string {
    return `/conversations/${this.conversation}`;
  }

  private told(text: string) {
    return concealed(text, this.path, this.canReveal);
  }

  private reason({ reason }: Packet) {
    if (!reason) return nothing;
    const tone = reasonTone(reason.code);
    return html`<section>
      <h3>${about('reason')}</h3>
      <div class="reason ${tone}">
        <div>
          ${reasonName(reason.code) ? html`<span class="badge ${tone}">${reasonName(reason.code)}</span>` : nothing}
          ${this.told(reasonWords(reason))}
        </div>
        ${reason.evidence.map(
          (e) => html`<div class="evidence">
            ${reasonWords(reason).includes(e.words) ? about('evidence') : html`「${this.told(e.words)}」`} ${this.seq(e.seq)}
          </div>`,
        )}
      </div>
    </section>`;
  }

  private summary({ summary, latest }: Packet) {
    if (summary.length === 0 && !latest) return nothing;
    return html`<section>
      <h3>${about('summary')}</h3>
      ${summary.map((line) => html`<p>${this.told(line)}</p>`)}
      ${latest ? html`<p class="latest"><span class="badge">${about('latest')}</span> ${this.told(latest)}</p>` : nothing}
    </section>`;
  }

  private opening({ firstSentence }: Packet) {
    if (!firstSentence) return nothing;
    return html`<section>
      <h3>${about('firstSentence')}</h3>
      <div class="opening">
        <p>${firstSentence}</p>
        ${this.canInsert
          ? html`<button class="button small" title="Alt+O" @click=${this.insertOpening}>${about('insert')}</button>`
          : nothing}
      </div>
    </section>`;
  }

  private facts({ facts }: Packet) {
    if (facts.length === 0) return nothing;
    return html`<section>
      <h3>${about('facts')}</h3>
      <dl>
        ${facts.map((f) => html`<dt>${f.name}</dt><dd>${f.token && this.canReveal
              ? html`<yw-reveal of=${this.path} token=${f.token} masked=${f.value}></yw-reveal>`
              : f.value}
            ${this.seq(f.seq)}</dd>`)}
      </dl>
    </section>`;
  }

  private pictures({ pictures }: Packet) {
    if (!pictures?.length) return nothing;
    return html`<section>
      <h3>${about('pictures')}</h3>
      <p class="hint">${about('picturesHint')}</p>
      <ul>
        ${pictures.map((one) => html`<li class="rows">${one.words} ${this.seq(one.seq)}</li>`)}
      </ul>
    </section>`;
  }

  private emotion({ emotion }: Packet) {
    if (emotion.length === 0) return nothing;
    return html`<section>
      <h3>${about('emotion')}</h3>
      ${sparkline(emotion, this.jump)}
    </section>`;
  }

  private tried({ tried }: Packet) {
    return html`<section>
      <h3>${about('tried')}</h3>
      ${tried.length === 0
        ? html`<p class="hint">${about('triedNothing')}</p>`
        : html`<ul>
            ${tried.map(
              (one) => html`<li>
                <details>
                  <summary>${one.question}</summary>
                  <div class="prose">${markdown(one.answer)}</div>
                </details>
                <div class="hint">
                  ${one.sources.map((s) => thread('sourceOf', { title: s.title, revision: s.revision })).join('；')}
                  ${about('confidence', { n: Math.round(one.confidence * 100) })} ${this.seq(one.seq)}
                </div>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  private tickets() {
    if (this.filed.length === 0) return nothing;
    return html`<section class="tickets">
      <h3>${common('tickets')}</h3>
      <ul>
        ${this.filed.slice(0, EARLIER_SHOWN).map(
          (one) => html`<li>
            <a href="/tickets?ticket=${one.id}" target="_blank">${one.number} ${one.title}</a>
            <span class="hint">${ticketText(`state${one.state}`)}</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private profile(packet: Packet) {
    const { profile } = packet;
    return html`<section>
      <h3>${about('profile')}</h3>
      <dl>
        ${profile.name ? html`<dt>${about('personName')}</dt><dd>${profile.name}</dd>` : nothing}
        <dt>${about('tier')}</dt>
        <dd>${profile.tier > 0 ? about('tierStars', { n: profile.tier }) : about('tierNone')}</dd>
        ${profile.externalId ? html`<dt>${about('externalId')}</dt><dd>${profile.externalId.replace(/^tel:/, '')}</dd>` : nothing}
        ${profile.since ? html`<dt>${about('customerSince')}</dt><dd>${timeElement(profile.since)}</dd>` : nothing}
      </dl>
      ${profile.marks.map((one) => html`<p><span class="badge warn">${markName(one.mark)}</span> ${one.why}</p>`)}
      ${this.tags(packet)}
      <yw-identities .conversation=${this.conversation} .epoch=${this.epoch} .heard=${this.heard} @changed=${this.load}></yw-identities>
    </section>`;
  }

  private missing({ missing }: Packet) {
    if (missing.length === 0) return nothing;
    return html`<section>
      <h3>${tools('missing')}</h3>
      <div class="missing">${missing.map((one) => html`<span class="badge warn">${one}</span>`)}</div>
    </section>`;
  }

  private tags({ profile }: Packet) {
    return html`<yw-tags .tags=${profile.tags} .given=${profile.hostTags} @tags=${(e: CustomEvent<string[]>) => void this.tag(e.detail)}></yw-tags>`;
  }

  private async tag(tags: string[]): Promise<void> {
    const before = this.packet?.profile.tags ?? [];
    const gone = before.find((one) => !tags.includes(one));
    // What is on its way knows nothing of it.
    this.asked?.abort();
    try {
      await api('PUT', `/conversations/${this.conversation}/tags`, { body: { tags } });
      if (this.packet) this.packet = { ...this.packet, profile: { ...this.packet.profile, tags } };
      this.loadSoon();
      if (gone) toast(tools('tagRemoved', { tag: gone }), { undo: () => void this.tag(before) });
    } catch (failure) {
      toast(refusal(failure), { kind: 'problem' });
      this.requestUpdate();
    }
  }

  private earlier({ earlier }: Packet) {
    const shown = this.all ? earlier : earlier.slice(0, EARLIER_SHOWN);
    return html`<section>
      <h3>${about('earlier')}</h3>
      ${earlier.length === 0 ? html`<p class="hint">${about('earlierNone')}</p>` : html`<ul>${shown.map((one) => this.past(one))}</ul>`}
      ${shown.length < earlier.length
        ? html`<button class="button small quiet" @click=${() => (this.all = true)}>
            ${tools('earlierAll', { n: earlier.length })}
          </button>`
        : nothing}
    </section>`;
  }

  private past(one: Packet['earlier'][number]) {
    return html`<li>
      <div class="hint">
        ${one.channel === 'VOICE' ? t('call') : one.channel === 'WECHAT' ? about('wechat') : one.channel === 'SOCIAL' ? about('social') : about('web')} · ${timeElement(one.openedAt)}
        ${one.disposition ? html`· ${dispositionName(one.disposition)}` : nothing}
        ${one.category ? html`<span class="badge">${topicName(one.category)}</span>` : nothing}
      </div>
      <button class="past" title=${tools('earlierOpen')} @click=${() => this.tell('found', { conversationId: one.conversationId })}>
        ${one.words || tools('earlierOpen')}
      </button>
      ${one.done ? html`<div class="hint">${about('earlierDone')}${colon()}${one.done}</div>` : nothing}
      ${one.promised.map((promise) => html`<div class="hint">${about('earlierPromised')}${colon()}${promise}</div>`)}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-context': Context;
  }
}
