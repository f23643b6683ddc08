import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { html as staticHtml, literal } from 'lit/static-html.js';
import { request, words } from '../common/api';
import { YiwenElement } from '../common/element';
import type { Suggestion } from '../common/frames';
import { t as shared } from '../common/i18n/common';
import { announce } from '../common/live';
import '../common/states';
import { base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import './card';
import './case-card';
import './cause-card';
import './fact-card';
import './step-card';
import type { Settled } from './step-card';
import './warning-card';
import { panel } from './panel-styles';
import { Source } from './source';
import { t } from './text';
import { Uses } from './uses';

const ELEMENTS = {
  answer: literal`yw-assist-card`,
  script: literal`yw-assist-card`,
  warning: literal`yw-warning-card`,
  step: literal`yw-step-card`,
  cause: literal`yw-cause-card`,
  case: literal`yw-case-card`,
  fact: literal`yw-fact-card`,
};

/** More at once nobody reads while they talk; what else there is lies below. */
const OPEN = 3;
/** The list changes no more often, but for a warning. */
const CALM_MS = 3000;
/** A finger that has tapped something rests nowhere. */
const HOVERS = matchMedia('(hover: hover)');

/**
 * `<yiwen-assist conversation="…">`: suggestions for the agent of a conversation or call. It stays calm: cards that
 * come again keep their place, and while a person is busy in the panel new ones wait behind a word.
 *
 * In a page of another origin it wants `endpoint="https://kf.example"` and a short-lived `token`; `number` names a call
 * that the agent is on instead of a conversation. `spoken` is for calls, where an agent says the words: the button
 * then reads 采用. Events: `yiwen-insert` (detail: text) leaves it to the page to put the words into its reply field;
 * `yiwen-token-needed` asks for a new token; `yiwen-conversation` (detail: id) says which conversation it shows;
 * `yiwen-warned` (detail: boolean) whether a warning is among what is shown.
 */
@customElement('yiwen-assist')
export class Assist extends YiwenElement {
  @property() conversation = '';
  @property() number = '';
  @property() endpoint = '';
  @property() token = '';
  @property({ type: Boolean }) spoken = false;
  @state() private shown: Suggestion[] = [];
  @state() private waiting?: Suggestion[];
  @state() private unfolded = false;
  @state() private forSeq = 0;
  @state() private lost = false;
  @state() private refusal = '';
  private showing = '';
  private warned = false;
  /** When the list changed last, and what changes it when it may change again. */
  private changedAt = 0;
  private later?: number;
  /** Until when the agent waits for what they have just asked for. */
  private askedUntil = 0;
  private source?: Source;
  private readonly uses = new Uses(
    (id, how) => this.source?.used(id, how),
    () => this.requestUpdate(),
  );

  static styles = [base, buttons, panel];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.join();
  }

  willUpdate(changed: PropertyValues): void {
    if (!changed.has('conversation') && !changed.has('number') && !changed.has('endpoint')) {
      if (changed.has('token')) this.source?.again();
      return;
    }
    this.leave();
    this.shown = [];
    this.waiting = undefined;
    this.unfolded = false;
    this.changedAt = 0;
    this.forSeq = 0;
    this.refusal = '';
    this.showing = '';
    this.uses.forget();
    this.join();
  }

  updated(): void {
    const warns = this.shown.some((one) => one.kind === 'warning' && this.uses.of(one.id) !== 'dismiss');
    if (warns !== this.warned) this.tell('yiwen-warned', (this.warned = warns));
  }

  /** Inserts the n-th card, counted from one; false when there is none. */
  insert(n: number): boolean {
    const card = this.renderRoot.querySelectorAll<HTMLElement & { insert(): void }>('[data-card]')[n - 1];
    card?.insert();
    return card !== undefined;
  }

  render() {
    return html`
      <header>
        <h2>${t('title')}</h2>
        ${this.forSeq && this.shown.length && !this.waiting ? html`<span class="hint">${t('forMessage', { seq: this.forSeq })}</span>` : nothing}
        <span class="spread"></span>
        ${this.lost ? html`<span class="hint" role="status">${t('lost')}</span>` : this.fresh()}
      </header>
      ${this.shown.length === 0
        ? this.empty()
        : html`<div class="cards">
            <div class="list" role="list">
              ${repeat(this.unfolded ? this.shown : this.shown.slice(0, OPEN), (one) => one.id, (one, i) => this.place(one, i))}
            </div>
            ${this.shown.length > OPEN
              ? html`<button class="button small quiet" aria-expanded=${this.unfolded} @click=${() => (this.unfolded = !this.unfolded)}>
                  ${this.unfolded ? t('less') : t('further', { n: this.shown.length - OPEN })}
                </button>`
              : nothing}
          </div>`}
    `;
  }

  /** In the head, where it moves nothing. */
  private fresh() {
    if (!this.waiting) return nothing;
    const warns = this.waiting.some((one) => this.isNew(one) && one.kind === 'warning');
    return html`<button class="button small fresh ${warns ? 'warns' : ''}" @click=${this.showWaiting}>
      ${t(warns ? 'freshWarning' : 'fresh')} · ${t('show')}
    </button>`;
  }

  private empty() {
    if (this.refusal === 'foreign-origin') {
      return html`<yw-empty heading=${shared('errorEmbedded', { address: location.origin })}></yw-empty>`;
    }
    if (this.refusal) return html`<yw-empty heading=${t(this.number ? 'noCall' : 'notYours')} hint=${t('notYoursHint')}></yw-empty>`;
    return html`<yw-empty heading=${t('empty')} hint=${t('emptyHint')}></yw-empty>`;
  }

  private place(suggestion: Suggestion, index: number) {
    const use = this.uses.of(suggestion.id);
    if (use === 'dismiss') {
      return html`<div class="dismissed" role="listitem">
        <span class="ellipsis">${t('dismissed', { title: suggestion.title })}</span>
        <span class="spread"></span>
        ${this.uses.canTakeBack(suggestion.id)
          ? html`<button class="button small quiet" @click=${() => this.uses.takeBack(suggestion.id)}>${t('undo')}</button>`
          : nothing}
      </div>`;
    }
    const element = ELEMENTS[suggestion.kind];
    return staticHtml`<${element}
      data-card
      role="listitem"
      .suggestion=${suggestion}
      .number=${index + 1}
      .spoken=${this.spoken}
      .use=${use}
      @card-insert=${(e: CustomEvent<string>) => this.inserted(suggestion, e.detail)}
      @card-copy=${(e: CustomEvent<string>) => void this.copy(suggestion, e.detail)}
      @card-dismiss=${() => this.uses.dismiss(suggestion.id)}
      @card-unsaid=${() => this.source?.used(suggestion.id, 'unsaid')}
      @card-settle=${(e: CustomEvent<Settled>) => void this.settle(e.detail)}
    ></${element}>`;
  }

  // What arrives

  private join(): void {
    if (!this.conversation && !this.number) return;
    this.source = new Source(() => this, {
      suggestions: (conversation, forSeq, suggestions) => this.receive(conversation, forSeq, suggestions),
      refused: (code) => (this.refusal = code),
      lost: (lost) => (this.lost = lost),
      tokenNeeded: () => this.token && this.tell('yiwen-token-needed'),
    });
  }

  private leave(): void {
    this.uses.settleAll();
    window.clearTimeout(this.later);
    this.source?.stop();
    this.source = undefined;
  }

  private receive(conversation: string, forSeq: number, suggestions: Suggestion[]): void {
    if (this.showing !== conversation) this.tell('yiwen-conversation', (this.showing = conversation));
    this.forSeq = forSeq;
    window.clearTimeout(this.later);
    const fresh = suggestions.filter((one) => this.isNew(one));
    const gone = this.shown.some((old) => !suggestions.some((one) => one.id === old.id));
    const calm = this.changedAt + CALM_MS - Date.now();
    // What has grown in its place moves nothing.
    if (fresh.length > 0 || gone) this.shown = this.shown.map((old) => suggestions.find((one) => one.id === old.id) ?? old);
    if (Date.now() < this.askedUntil) {
      this.show(suggestions);
    } else if (this.shown.length > 0 && fresh.length > 0 && this.isBusy()) {
      this.waiting = suggestions;
    } else if (this.shown.length > 0 && (fresh.length > 0 || gone) && calm > 0 && !fresh.some((one) => one.kind === 'warning')) {
      this.later = window.setTimeout(() => this.receive(conversation, forSeq, suggestions), calm);
    } else {
      this.show(suggestions);
      if (fresh.length > 0) announce(t('announced', { n: fresh.length }));
    }
  }

  private isNew(suggestion: Suggestion): boolean {
    return !this.shown.some((old) => old.id === suggestion.id);
  }

  private isBusy(): boolean {
    return (HOVERS.matches && this.matches(':hover')) || this.isWalkedThrough();
  }

  /** By the keyboard: what was clicked keeps the focus though nobody looks at it any more. */
  private isWalkedThrough(): boolean {
    let at = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.matches(':focus-visible') ?? false;
  }

  /**
   * Cards that stay keep their places; new ones take the places of those that go, but for warnings, which come first, and
   * what is to be said to somebody who is angry, which comes right below them. What came first is folded away for what matters
   * more.
   */
  private show(next: Suggestion[]): void {
    const staying = new Map(next.map((one) => [one.id, one]));
    const fresh = next.filter((one) => this.isNew(one));
    const warnings = fresh.filter((one) => one.kind === 'warning');
    const soothing = fresh.filter(soothes);
    const others = fresh.filter((one) => one.kind !== 'warning' && !soothes(one));
    if (fresh.length > 0 || this.shown.some((old) => !staying.has(old.id))) this.changedAt = Date.now();
    const kept = this.shown.map((old) => staying.get(old.id) ?? (old.kind === 'warning' ? undefined : others.shift()));
    const shown = [...warnings, ...kept.filter((one): one is Suggestion => one !== undefined), ...others];
    const below = shown.findIndex((one) => one.kind !== 'warning');
    shown.splice(below < 0 ? shown.length : below, 0, ...soothing);
    const open = openOf(next);
    this.shown = [...shown.filter((one) => open.has(one.id)), ...shown.filter((one) => !open.has(one.id))];
    this.waiting = undefined;
    if (warnings.length > 0) this.renderRoot.querySelector('.cards')?.scrollTo({ top: 0 });
  }

  private showWaiting(): void {
    if (this.waiting) this.show(this.waiting);
  }

  // What the agent does

  private inserted(suggestion: Suggestion, text: string): void {
    this.uses.add(suggestion.id, 'insert');
    this.tell('yiwen-insert', text);
  }

  /** What an agent settles on a card; what comes of it comes as a set. */
  private async settle(settled: Settled): Promise<void> {
    this.askedUntil = Date.now() + CALM_MS;
    try {
      const headers = this.token ? { Authorization: `Bearer ${this.token}` } : undefined;
      await request(this.endpoint, 'POST', `/assist/${this.showing}${settled.path}`, { body: settled.body, headers });
    } catch (failure) {
      this.askedUntil = 0;
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async copy(suggestion: Suggestion, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.uses.add(suggestion.id, 'copy');
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }
}

/** The ids of those that stand open, of all in the order in which they matter. A warning, a step and a cause leave room for an answer. */
function openOf(all: Suggestion[]): Set<string> {
  const first = (one: Suggestion) => one.kind === 'warning' || soothes(one);
  const open = [...all.filter(first), ...all.filter((one) => !first(one))].slice(0, OPEN);
  const answer = all.find((one) => one.kind === 'answer');
  if (answer && !open.includes(answer)) open[OPEN - 1] = answer;
  return new Set(open.map((one) => one.id));
}

/** A script that begins with its first part: the customer is angry, and nobody has said that they are sorry. */
function soothes(suggestion: Suggestion): boolean {
  return suggestion.kind === 'script' && suggestion.details.step === 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'yiwen-assist': Assist;
  }
}
