import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/fact-view';
import { absence } from '../common/fact-view';
import { momentElement, valueOf, type FactView } from '../common/facts';
import { labelIn } from '../common/labels';
import { badges, base } from '../common/styles';
import { timeElement } from '../common/time';
import { t as ticketText } from '../tickets/i18n';
import type { CallerScreen, ProbableWant } from './caller';
import { t as about } from './context-text';
import { screenPop } from './screen-pop-styles';
import { t } from './screen-pop-text';
import { dispositionName, markName, t as common } from './text';

/** Longer than the operator's systems may take. */
const TRIES = 15;
const SHOWN = 3;
const ABOVE = ['name', 'marks', 'promises', 'billIssued'];

/** Who is calling, before the greeting ends. What the operator's systems say later fills in by itself. Event: `found`. */
@customElement('yw-screen-pop')
export class ScreenPop extends YiwenElement {
  @property() conversation = '';
  /** With a new owner there may be somebody who may see it. */
  @property({ type: Number }) epoch = 0;
  @state() private screen?: CallerScreen;
  @state() private failed = false;
  private asked?: AbortController;

  static styles = [base, badges, screenPop];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asked?.abort();
  }

  willUpdate(changed: PropertyValues): void {
    if (changed.has('conversation')) {
      this.screen = undefined;
      this.failed = false;
    }
    if (this.conversation && (changed.has('conversation') || changed.has('epoch'))) void this.load();
  }

  private async load(): Promise<void> {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    try {
      for (let i = 0; i < TRIES && !asked.signal.aborted; i++) {
        const screen = await api<CallerScreen>('GET', `/conversations/${this.conversation}/caller?wait=${i > 0}`, { signal: asked.signal });
        if (asked.signal.aborted) return;
        this.screen = screen;
        this.failed = false;
        if (!screen.more) return;
      }
    } catch {
      // Whoever may not see it learns nothing else either; what is shown stays.
      if (!asked.signal.aborted) this.failed = !this.screen;
    }
  }

  render() {
    const { screen } = this;
    if (!screen) return this.failed ? html`<p class="hint">${t('failed')}</p>` : html`<yw-skeleton lines="4"></yw-skeleton>`;
    return html`<section aria-label=${t('caller')}>
      ${this.who(screen)} ${this.wants(screen)} ${this.now(screen)} ${this.record(screen)} ${this.promises(screen)}
      ${this.tickets(screen)} ${this.contacts(screen)}
    </section>`;
  }

  private who({ name, number, tier, since, marks }: CallerScreen) {
    return html`<header>
      <strong>${name ?? number ?? t('withheld')}</strong>
      ${name && number ? html`<span class="number">${number}</span>` : nothing}
      ${tier > 0 ? html`<span class="badge">${t('stars', { n: tier })}</span>` : nothing}
      ${marks.map((one) => html`<span class="badge warn" title=${one.why}>${markName(one.mark)}</span>`)}
      <span class="hint">${t('seenSince')} ${timeElement(since)}</span>
    </header>`;
  }

  private wants({ wants }: CallerScreen) {
    if (wants.length === 0) return nothing;
    return html`<div class="wants">
      <h3>${t('wants')}</h3>
      <ul>
        ${wants.map((one) => html`<li class=${LOUD.has(one.kind) ? 'loud' : ''}>${this.want(one)}</li>`)}
      </ul>
    </div>`;
  }

  private want(one: ProbableWant) {
    const words = t(one.kind, {
      what: one.what ?? '',
      ticket: one.ticket ?? '',
      day: one.day ?? '',
      amount: one.amount?.toFixed(2) ?? '',
    }).replace(/（）| \(\)/, '');
    if (!one.at) return words;
    return html`${words} <span class="hint">${one.kind === 'OUTAGE' ? `${t('until')} ` : ''}${momentElement(one.at)}</span>`;
  }

  /** Of each fact but the record the one field that tells most: its state. */
  private now({ facts }: CallerScreen) {
    const told = facts.filter((one) => one.fact !== 'customer');
    if (told.length === 0) return nothing;
    return html`<div class="now" role="group" aria-label=${t('states')} aria-busy=${told.some((one) => one.state === 'late')}>
      ${told.map((one) => html`<span class="one ${one.state}" title=${one.state === 'known' ? nothing : absence(one)}>
        <span class="hint">${labelIn(one.label)}</span> ${mostTelling(one)}</span>`)}
    </div>`;
  }

  private record({ facts }: CallerScreen) {
    const record = facts.find((one) => one.fact === 'customer');
    if (!record) return nothing;
    return html`<div>
      <h3>${t('record')}</h3>
      <yw-fact-view headed .view=${record} .without=${ABOVE}></yw-fact-view>
    </div>`;
  }

  private promises({ promises }: CallerScreen) {
    if (promises.length === 0) return nothing;
    return html`<div>
      <h3>${t('promises')}</h3>
      <ul>
        ${promises.map(
          (one) => html`<li class=${one.late ? 'loud' : ''}>
            ${labelIn(one.what)}${one.ticket ? html` <span class="hint">${t('ofTicket', { ticket: one.ticket })}</span>` : nothing}
            ${one.until ? html`<span class="hint">${momentElement(one.until)}</span>` : nothing}
          </li>`,
        )}
      </ul>
    </div>`;
  }

  private tickets({ tickets }: CallerScreen) {
    if (tickets.length === 0) return nothing;
    return html`<div class="tickets">
      <h3>${t('tickets')}</h3>
      <ul>
        ${tickets.slice(0, SHOWN).map(
          (one) => html`<li>
            <a href="/tickets?ticket=${one.id}" target="_blank">${one.number} ${one.title}</a>
            <span class="hint">${ticketText(`state${one.state}`)}
            ${one.due ? html`· <span class=${one.late ? 'loud' : ''}>${t('due')} ${momentElement(one.due)}</span>` : nothing}</span>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  private contacts({ contacts }: CallerScreen) {
    return html`<div>
      <h3>${t('contacts')}</h3>
      ${contacts.length === 0
        ? html`<p class="hint">${t('contactsNone')}</p>`
        : html`<ul>
            ${contacts.map(
              (one) => html`<li>
                <span class="hint">${one.channel === 'VOICE' ? common('call') : one.channel === 'WECHAT' ? about('wechat') : one.channel === 'SOCIAL' ? about('social') : about('web')} · ${timeElement(one.openedAt)} · ${ending(one)}</span>
                <button class="past" @click=${() => this.tell('found', { conversationId: one.conversationId })}>${one.words || '…'}</button>
              </li>`,
            )}
          </ul>`}
    </div>`;
  }
}

/** What one must not overlook. */
const LOUD = new Set<ProbableWant['kind']>(['OUTAGE', 'LINE_DOWN', 'TICKET_LATE', 'PROMISE_DUE']);

function mostTelling(view: FactView) {
  if (view.state === 'late') return '…';
  if (view.state !== 'known') return view.state === 'unknown' ? '–' : absence(view).split(/[：:]/)[0];
  const state = view.fields.find((one) => one.kind === 'STATE');
  if (state) return valueOf(state);
  const list = view.fields.find((one) => one.kind === 'LIST');
  return list ? String(list.rows?.length ?? 0) : '';
}

function ending(one: CallerScreen['contacts'][number]): string {
  if (one.open) return t('goesOn');
  if (one.disposition) return dispositionName(one.disposition);
  return one.served ? t('unsaid') : t('byBot');
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-screen-pop': ScreenPop;
  }
}
