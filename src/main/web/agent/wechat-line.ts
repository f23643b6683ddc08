import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';
import { exact } from '../common/time';
import { toast } from '../common/toast';
import { diagnosis } from '../common/wechat-doctor';
import { t } from './wechat-text';

type State = 'PLANNED' | 'SENDING' | 'SENT' | 'UNKNOWN' | 'FAILED' | 'MERGED';

interface View {
  kind: 'MP' | 'MA' | 'KF';
  account: string;
  left: number;
  until?: string;
  waiting: number;
  servedInWeCom: boolean;
  atOwnDesk: boolean;
  cameFrom?: string;
  consents: number;
  reminder?: { state: State; code?: number; reason?: string };
  messages: { seq: number; state: State; code?: number; reason?: string }[];
}

/** What became of a message, and how to send it once more where that makes sense. */
export interface Delivered {
  text: string;
  sending?: boolean;
  again?: () => void;
}

/** What cannot go, however often it is tried. */
const HOPELESS = ['file-kind', 'file-size', 'file-gone'];
const SOON_MS = 800;
const OFTEN_MS = 5_000;

/**
 * `<yw-wechat-line .conversation=${id} .seq=${last}>`: how much may still be said to a customer in WeChat. Tells `delivered` with
 * a text for each message, by its number.
 */
@customElement('yw-wechat-line')
export class WeChatLine extends YiwenElement {
  @property() conversation = '';
  /** The last message: another one, and there is news. */
  @property({ type: Number }) seq = 0;
  @state() private view?: View;
  @state() private reminder = '';
  private timer = 0;
  private readonly trying = new Set<number>();

  static styles = [
    base,
    css`
      :host {
        display: block;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--yw-space-3);
        margin: 0;
        padding: var(--yw-space-1) var(--yw-space-4);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
        overflow-wrap: anywhere;
      }
      .none {
        color: var(--yw-warn-text, var(--yw-ink));
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    this.later(0);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  updated(changed: PropertyValues): void {
    if (changed.has('conversation')) {
      this.view = undefined;
      this.later(0);
    } else if (changed.has('seq')) {
      this.later(SOON_MS);
    }
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.load(), ms);
  }

  private async load(): Promise<void> {
    const { conversation } = this;
    try {
      const view = await api<View>('GET', `/conversations/${conversation}/wechat`);
      if (conversation !== this.conversation) return;
      this.view = view;
      this.reminder = await reminderText(view);
      this.tell('delivered', await this.texts(view));
    } catch {
      // What was shown stays; the next look may succeed.
    } finally {
      if (this.isConnected && conversation === this.conversation) this.later(OFTEN_MS);
    }
  }

  private async texts(view: View): Promise<Map<number, Delivered>> {
    const all = new Map<number, Delivered>();
    for (const { seq, state, code, reason } of view.messages) {
      const why = state === 'SENT' || state === 'MERGED' || state === 'SENDING' ? undefined : await diagnosis(code ?? reason);
      const text = [t(state), why ? `${why.said}。${why.remedy}` : state === 'FAILED' ? String(code ?? reason ?? '') : ''].filter(Boolean).join('：');
      const mayAgain = (state === 'FAILED' || state === 'UNKNOWN') && !HOPELESS.includes(reason ?? '') && !view.servedInWeCom;
      all.set(seq, { text, sending: this.trying.has(seq), again: mayAgain ? () => void this.again(seq, state) : undefined });
    }
    return all;
  }

  private async again(seq: number, state: State): Promise<void> {
    if (this.trying.has(seq) || (state === 'UNKNOWN' && !confirm(t('againUnknown')))) return;
    this.trying.add(seq);
    try {
      await api('POST', `/conversations/${this.conversation}/wechat/messages/${seq}/retry`);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.trying.delete(seq);
      this.later(SOON_MS);
    }
  }

  render() {
    const { view } = this;
    if (!view) return nothing;
    const words = view.servedInWeCom
      ? t('inWeCom')
      : view.left && view.until
        ? t('left', { n: view.left, time: exact(new Date(view.until)).slice(5, 16) })
        : t('none');
    return html`<p role="status" aria-label=${t('region')}>
      <span>${t(view.kind)} ${view.account}</span>
      <span class=${view.left && !view.servedInWeCom ? '' : 'none'}>${words}</span>
      ${view.atOwnDesk ? html`<span>${t('atOwnDesk')}</span>` : nothing}
      ${view.waiting ? html`<span>${t('waiting', { n: view.waiting })}</span>` : nothing}
      ${this.reminder ? html`<span>${this.reminder}</span>` : nothing}
      ${view.cameFrom ? html`<span>${t('from', { from: view.cameFrom })}</span>` : nothing}
    </p>`;
  }
}

/** Whether the customer hears that something waits for them: by a subscribe message, if they have consented to one. */
async function reminderText(view: View): Promise<string> {
  if (view.kind === 'KF' || view.servedInWeCom || !view.waiting) return '';
  if (!view.reminder) return view.left ? '' : view.consents ? t('consents', { n: view.consents }) : t('noConsent');
  const { state, code, reason } = view.reminder;
  if (state === 'SENT') return t('reminded');
  if (state === 'UNKNOWN') return t('remindedPerhaps');
  if (state !== 'FAILED') return t('reminding');
  const why = await diagnosis(code ?? reason);
  return t('notReminded', { why: why ? `${why.said}。${why.remedy}` : String(code ?? reason ?? '') });
}

export function sendAgain(): string {
  return t('again');
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-wechat-line': WeChatLine;
  }
}
