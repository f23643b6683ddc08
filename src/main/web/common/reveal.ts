import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api, words } from './api';
import { YiwenElement } from './element';
import { t } from './i18n/common';
import { base, buttons } from './styles';
import { toast } from './toast';

/** How long a value stays on the screen. */
const SHOWN_MS = 30_000;
const TOKEN = /(\[[A-Za-z\u4e00-\u9fff]{2,6}\d{1,4}\])/;
const REASONS = ['revealIdentity', 'revealContact', 'revealWork', 'revealReview'] as const;
/** Between the control and what it opens, and at least so much to the edge of the window. */
const GAP_PX = 6;

/** A text of a customer's as editors may keep it: what was personal is gone. */
export function withoutTokens(text: string): string {
  return text.split(TOKEN).filter((part) => !TOKEN.test(part)).join('').trim();
}

/**
 * `<yw-reveal of="/conversations/ID" token masked>`: a masked value with a control that asks for a reason and shows it for a
 * while, to who may know it. The server keeps a record of each time.
 */
@customElement('yw-reveal')
export class Reveal extends YiwenElement {
  /** What the token belongs to: `/conversations/ID` or `/tickets/ID`. */
  @property() of = '';
  @property() token = '';
  /** What stands there until it is shown; the token by default. */
  @property() masked = '';
  @state() private value?: string;
  @state() private busy = false;
  @state() private asking = false;
  @query('.control') private control!: HTMLElement;
  @query('[popover]') private reasons!: HTMLElement;
  private timer?: number;

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: inline;
        color: inherit;
        font: inherit;
      }
      .value {
        overflow-wrap: anywhere;
      }
      .shown {
        border-radius: var(--yw-radius-s);
        background: var(--yw-accent-soft);
      }
      .control {
        min-height: 24px;
        margin-left: 2px;
        padding: 0 2px;
        border: 0;
        background: none;
        color: var(--yw-accent-text);
        font: var(--yw-text-s) / var(--yw-leading) var(--yw-font);
        text-decoration: underline;
        white-space: nowrap;
        cursor: pointer;
      }
      [popover] {
        position: fixed;
        inset: auto;
        width: min(250px, calc(100vw - 12px));
        margin: 0;
        padding: var(--yw-space-3);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        box-shadow: var(--yw-shadow-2);
        color: var(--yw-ink);
        font: var(--yw-text-m) / var(--yw-leading) var(--yw-font);
        text-align: left;
        white-space: normal;
      }
      .why {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--yw-space-2);
        margin-top: var(--yw-space-2);
      }
      .why .button {
        justify-content: center;
      }
      @media (pointer: coarse) {
        .why .button {
          min-height: 44px;
        }
        .control {
          min-height: 32px;
          padding-inline: var(--yw-space-1);
        }
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
  }

  willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('token') || changed.has('of')) this.hide();
  }

  render() {
    const shown = this.value !== undefined;
    return html`<span class="value ${shown ? 'shown' : ''}" aria-live="polite">${this.value ?? (this.masked || this.token)}</span><button
        type="button"
        class="control"
        aria-label=${`${t(shown ? 'hideValue' : 'showValue')} ${this.token}`}
        title=${t('showRecorded')}
        aria-haspopup=${shown ? nothing : 'dialog'}
        ?disabled=${this.busy}
        @click=${shown ? this.hide : this.ask}
      >${t(shown ? 'hideValue' : 'showValue')}</button><div popover role="dialog" aria-label=${t('revealWhy')} @toggle=${this.toggled} @keydown=${this.pressed}>
        ${this.asking
          ? html`<div>${t('revealWhy')}</div>
              <div class="hint">${t('showRecorded')}</div>
              <div class="why">
                ${REASONS.map((one) => html`<button type="button" class="button small" @click=${() => void this.show(t(one))}>${t(one)}</button>`)}
              </div>`
          : nothing}
      </div>`;
  }

  private readonly hide = (): void => {
    window.clearTimeout(this.timer);
    this.value = undefined;
  };

  private readonly toggled = (event: ToggleEvent): void => {
    if (event.newState === 'closed') this.asking = false;
  };

  /** Escape closes this, and nothing around it. */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopPropagation();
  };

  private readonly ask = async (): Promise<void> => {
    this.asking = true;
    await this.updateComplete;
    this.reasons.showPopover();
    const at = this.control.getBoundingClientRect();
    const size = this.reasons.getBoundingClientRect();
    const below = at.bottom + GAP_PX;
    const fits = below + size.height + GAP_PX <= window.innerHeight;
    this.reasons.style.top = `${fits ? below : Math.max(GAP_PX, at.top - size.height - GAP_PX)}px`;
    this.reasons.style.left = `${Math.max(GAP_PX, Math.min(at.left, window.innerWidth - size.width - GAP_PX))}px`;
    this.reasons.querySelector('button')?.focus();
  };

  private async show(reason: string): Promise<void> {
    this.reasons.hidePopover();
    this.busy = true;
    const { of, token } = this;
    try {
      const { value } = await api<{ value: string }>('POST', `${of}/reveal`, { body: { token, reason } });
      if (!this.isConnected || token !== this.token || of !== this.of) return;
      this.value = value;
      this.timer = window.setTimeout(this.hide, SHOWN_MS);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}

/** A text whose tokens can be shown, if whoever reads may; `of` is what it belongs to. */
export function concealed(text: string, of: string, may: boolean): TemplateResult | string {
  if (!may || !TOKEN.test(text)) return text;
  return html`${text
    .split(TOKEN)
    .map((part) => (part === '' ? nothing : TOKEN.test(part) ? html`<yw-reveal of=${of} token=${part}></yw-reveal>` : part))}`;
}
