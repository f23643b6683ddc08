import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { YiwenElement } from '../common/element';
import type { AssistClientFrame, AssistServerFrame, Suggestion } from '../common/frames';
import { announce } from '../common/live';
import { FrameSocket, socketUrl } from '../common/socket';
import '../common/states';
import { base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import type { Card } from './card';
import './card';
import { t } from './text';

const UNDO_MS = 8000;

/** What this page remembers of a card, so that a card that comes again is not offered as if it were new. */
interface Use {
  how: 'insert' | 'copy' | 'dismiss';
}

/**
 * `<yiwen-assist conversation="…">`: suggestions for the agent of a conversation or call. It stays calm: cards that
 * come again keep their place, and while a person is busy in the panel new ones wait behind a word.
 * Event `yiwen-insert` (detail: text) leaves it to the page to put the words into its reply field. `spoken` is for
 * calls, where an agent says the words: the button then reads 采用.
 */
@customElement('yiwen-assist')
export class Assist extends YiwenElement {
  @property() conversation = '';
  @property({ type: Boolean }) spoken = false;
  @state() private shown: Suggestion[] = [];
  @state() private waiting?: Suggestion[];
  @state() private forSeq = 0;
  @state() private lost = false;
  @state() private uses: Readonly<Record<string, Use>> = {};
  private socket?: FrameSocket<AssistServerFrame, AssistClientFrame>;
  private readonly dismissals = new Map<string, number>();

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--yw-surface);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-height: 40px;
        padding: 0 var(--yw-space-4);
      }
      h2 {
        font-size: var(--yw-text-s);
        color: var(--yw-ink-2);
      }
      .cards {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        display: flex;
        flex-direction: column;
        gap: var(--yw-space-2);
        padding: 0 var(--yw-space-3) var(--yw-space-3);
        scrollbar-width: thin;
        overflow-anchor: auto;
      }
      .dismissed {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        padding: var(--yw-space-2) var(--yw-space-3);
        border: 1px dashed var(--yw-line);
        border-radius: var(--yw-radius-m);
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
      }
      .fresh {
        margin: 0 var(--yw-space-3) var(--yw-space-2);
        flex: none;
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.join();
  }

  willUpdate(changed: PropertyValues): void {
    if (!changed.has('conversation')) return;
    this.leave();
    this.shown = [];
    this.waiting = undefined;
    this.forSeq = 0;
    this.uses = {};
    this.join();
  }

  /** Inserts the n-th card, counted from one; false when there is none. */
  insert(n: number): boolean {
    const card = this.renderRoot.querySelectorAll<Card>('yw-assist-card')[n - 1];
    card?.insert();
    return card !== undefined;
  }

  render() {
    return html`
      <header>
        <h2>${t('title')}</h2>
        ${this.forSeq && this.shown.length ? html`<span class="hint">${t('forMessage', { seq: this.forSeq })}</span>` : nothing}
        <span class="spread"></span>
        ${this.lost ? html`<span class="hint" role="status">${t('lost')}</span>` : nothing}
      </header>
      ${this.waiting
        ? html`<button class="button small fresh" @click=${this.showWaiting}>${t('fresh')} · ${t('show')}</button>`
        : nothing}
      ${this.shown.length === 0
        ? html`<yw-empty heading=${t('empty')} hint=${t('emptyHint')}></yw-empty>`
        : html`<div class="cards" role="list">
            ${repeat(this.shown, (one) => one.id, (one, i) => this.place(one, i))}
          </div>`}
    `;
  }

  private place(suggestion: Suggestion, index: number) {
    const use = this.uses[suggestion.id];
    if (use?.how === 'dismiss') {
      return html`<div class="dismissed" role="listitem">
        <span class="ellipsis">${t('dismissed', { title: suggestion.title })}</span>
        <span class="spread"></span>
        ${this.dismissals.has(suggestion.id)
          ? html`<button class="button small quiet" @click=${() => this.takeBack(suggestion.id)}>${t('undo')}</button>`
          : nothing}
      </div>`;
    }
    return html`<yw-assist-card
      role="listitem"
      .suggestion=${suggestion}
      .number=${index + 1}
      .spoken=${this.spoken}
      .use=${use?.how ?? ''}
      @card-insert=${(e: CustomEvent<string>) => this.inserted(suggestion, e.detail)}
      @card-copy=${(e: CustomEvent<string>) => void this.copy(suggestion, e.detail)}
      @card-dismiss=${() => this.dismiss(suggestion)}
    ></yw-assist-card>`;
  }

  // What arrives

  private join(): void {
    if (!this.conversation) return;
    const conversation = this.conversation;
    this.socket = new FrameSocket<AssistServerFrame, AssistClientFrame>({
      url: () => socketUrl('', `/ws/v1/assist?conversation=${encodeURIComponent(conversation)}`),
      opened: () => {},
      received: (frame) => this.receive(frame),
      changed: (connection) => (this.lost = connection === 'waiting' || connection === 'offline'),
    });
    this.socket.start();
  }

  private leave(): void {
    for (const id of [...this.dismissals.keys()]) this.settle(id);
    this.socket?.stop();
    this.socket = undefined;
  }

  private receive(frame: AssistServerFrame): void {
    if (frame.type !== 'suggestions' || frame.conversationId !== this.conversation) return;
    this.forSeq = frame.forSeq;
    const fresh = frame.suggestions.filter((one) => !this.shown.some((old) => old.id === one.id));
    if (this.shown.length > 0 && fresh.length > 0 && this.isBusy()) {
      this.waiting = frame.suggestions;
      return;
    }
    this.show(frame.suggestions);
    if (fresh.length > 0) announce(t('announced', { n: fresh.length }));
  }

  private isBusy(): boolean {
    return this.matches(':hover') || this.matches(':focus-within');
  }

  /** Cards that stay keep their places; new ones take the places of those that go. */
  private show(next: Suggestion[]): void {
    const staying = new Map(next.map((one) => [one.id, one]));
    const fresh = next.filter((one) => !this.shown.some((old) => old.id === one.id));
    const kept = this.shown.map((old) => staying.get(old.id) ?? fresh.shift());
    this.shown = [...kept.filter((one): one is Suggestion => one !== undefined), ...fresh];
    this.waiting = undefined;
  }

  private showWaiting(): void {
    if (this.waiting) this.show(this.waiting);
  }

  // What the agent does

  private inserted(suggestion: Suggestion, text: string): void {
    this.remember(suggestion.id, 'insert');
    this.used(suggestion.id, 'insert');
    this.tell('yiwen-insert', text);
  }

  private async copy(suggestion: Suggestion, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.remember(suggestion.id, 'copy');
      this.used(suggestion.id, 'copy');
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }

  /** Told to the server only when it can no longer be taken back. */
  private dismiss(suggestion: Suggestion): void {
    this.dismissals.set(
      suggestion.id,
      window.setTimeout(() => this.settle(suggestion.id), UNDO_MS),
    );
    this.remember(suggestion.id, 'dismiss');
  }

  private takeBack(id: string): void {
    clearTimeout(this.dismissals.get(id));
    this.dismissals.delete(id);
    const { [id]: _, ...rest } = this.uses;
    this.uses = rest;
  }

  private settle(id: string): void {
    clearTimeout(this.dismissals.get(id));
    this.dismissals.delete(id);
    this.used(id, 'dismiss');
    this.requestUpdate();
  }

  private remember(id: string, how: Use['how']): void {
    this.uses = { ...this.uses, [id]: { how } };
  }

  private used(id: string, how: Use['how']): void {
    this.socket?.send({ type: 'used', id, how });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yiwen-assist': Assist;
  }
}
