import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, words } from './api';
import { YiwenElement } from './element';
import { t } from './i18n/common';
import { base, buttons } from './styles';
import { toast } from './toast';

/** How long a value stays on the screen. */
const SHOWN_MS = 30_000;
const TOKEN = /(\[[A-Za-z\u4e00-\u9fff]{2,6}\d{1,4}\])/;

/**
 * `<yw-reveal conversation token masked>`: a masked value with a control that shows it for a while, to who may know it.
 * The server keeps a record of each time.
 */
@customElement('yw-reveal')
export class Reveal extends YiwenElement {
  @property() conversation = '';
  @property() token = '';
  /** What stands there until it is shown; the token by default. */
  @property() masked = '';
  @state() private value?: string;
  @state() private busy = false;
  private timer?: number;

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: inline;
      }
      button {
        min-height: 24px;
        padding: 0 var(--yw-space-1);
        border: 0;
        background: none;
        color: var(--yw-accent-text);
        font: inherit;
        font-size: var(--yw-text-s);
        text-decoration: underline;
        cursor: pointer;
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
  }

  willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('token') || changed.has('conversation')) this.hide();
  }

  render() {
    const masked = this.masked || this.token;
    const shown = this.value !== undefined;
    const label = `${t(shown ? 'hideValue' : 'showValue')} ${this.token}`;
    return html`<span aria-live="polite">${this.value ?? masked}</span><button
        type="button"
        aria-label=${label}
        title=${t('showRecorded')}
        aria-pressed=${shown}
        ?disabled=${this.busy}
        @click=${shown ? this.hide : this.show}
      >${t(shown ? 'hideValue' : 'showValue')}</button>`;
  }

  private readonly hide = (): void => {
    window.clearTimeout(this.timer);
    this.value = undefined;
  };

  private readonly show = async (): Promise<void> => {
    this.busy = true;
    const { token } = this;
    try {
      const { value } = await api<{ value: string }>('POST', `/conversations/${this.conversation}/reveal`, { body: { token } });
      if (!this.isConnected || token !== this.token) return;
      this.value = value;
      this.timer = window.setTimeout(this.hide, SHOWN_MS);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  };
}

/** A text whose tokens can be shown, if whoever reads may. */
export function concealed(text: string, conversation: string, may: boolean): TemplateResult | string {
  if (!may || !TOKEN.test(text)) return text;
  return html`${text
    .split(TOKEN)
    .map((part) =>
      part === '' ? nothing : TOKEN.test(part) ? html`<yw-reveal conversation=${conversation} token=${part}></yw-reveal>` : part,
    )}`;
}
