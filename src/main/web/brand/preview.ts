import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../chat/yiwen-chat';
import type { Brand } from '../common/brand';
import { YiwenElement } from '../common/element';
import type { Message } from '../common/frames';
import { language } from '../common/i18n/language';
import '../common/states';
import { base, buttons, tabs } from '../common/styles';
import { faultIn } from './faults';
import { t } from './i18n';
import { preview, type Stored } from './settings';
import { brandStyles } from './styles';

const SETTLED_MS = 250;

/** `<yw-brand-preview .brand>`: the customers' own chat in the colours and words that are being written. */
@customElement('yw-brand-preview')
export class BrandPreview extends YiwenElement {
  @property({ attribute: false }) brand?: Stored;
  @state() private shown?: Brand;
  @state() private talk = false;
  @state() private dark = false;
  private timer?: number;

  static styles = [base, buttons, tabs, brandStyles];

  protected willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('brand') || !this.brand) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(this.brand!), this.shown ? SETTLED_MS : 0);
  }

  /** What cannot be shown yet, such as a topic without a name, leaves the last as it was. */
  private async ask(brand: Stored): Promise<void> {
    if (faultIn(brand)) return;
    const shown = await preview(brand).catch(() => undefined);
    if (shown && brand === this.brand) this.shown = shown;
  }

  render() {
    const tab = (talk: boolean, words: string) =>
      html`<button role="tab" aria-selected=${this.talk === talk} @click=${() => (this.talk = talk)}>${words}</button>`;
    return html`<aside class="preview" aria-label=${t('preview')}>
      <div class="wrap">
        <h2>${t('preview')}</h2>
        <span class="tabs" role="tablist">${tab(false, t('previewStart'))}${tab(true, t('previewTalk'))}</span>
        <span class="spread"></span>
        <label class="row"
          ><input type="checkbox" .checked=${this.dark} @change=${() => (this.dark = !this.dark)} />${t('previewDark')}</label
        >
      </div>
      <div class="frame" inert>
        ${this.shown
          ? html`<yiwen-chat
              theme=${this.dark ? 'dark' : 'light'}
              .rehearsal=${{ brand: this.shown, messages: this.talk ? sample() : [] }}
            ></yiwen-chat>`
          : html`<yw-skeleton lines="6"></yw-skeleton>`}
      </div>
    </aside>`;
  }
}

function sample(): Message[] {
  const at = new Date().toISOString();
  const title = t('sampleTitle');
  return [
    { seq: 1, at, author: { kind: 'customer' }, body: { kind: 'text', text: t('sampleQuestion') } },
    {
      seq: 2,
      at,
      author: { kind: 'bot' },
      body: { kind: 'answer', text: t('sampleAnswer'), sources: [{ article: title, title, revision: 1 }], confidence: 1, related: [] },
      english: language() === 'en' ? { text: t('sampleAnswer'), options: [] } : undefined,
    },
  ];
}
