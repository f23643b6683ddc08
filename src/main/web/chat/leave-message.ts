import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { base, buttons, fields } from '../common/styles';
import type { Leaving, LeftKind, Promised } from '../common/client/leaving';
import { t } from './parting-text';

const COMPLAINS = /投诉|投訴|举报|舉報|12315|12381|工信部|消协|消费者协会|complain/i;

/** `<yw-leave-message .leaving ?offline>`: what the customer leaves instead of waiting. Tells `keep-waiting`. */
@customElement('yw-leave-message')
export class LeaveMessage extends YiwenElement {
  @property({ attribute: false }) leaving!: Leaving;
  @property({ attribute: false }) promises: Promised = [];
  @property({ type: Boolean }) sending = false;
  @property({ type: Boolean }) offline = false;
  @property() problem = '';
  @state() private kind: LeftKind = 'OTHER';
  /** Whether the customer chose the kind; until then their words do. */
  private chosen = false;
  @state() private missing = false;
  @query('textarea') private text!: HTMLTextAreaElement;
  @query('input[name=contact]') private contact!: HTMLInputElement;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        flex: 0 1 auto;
        min-height: 0;
        max-height: 75%;
        overflow-y: auto;
        border-top: 1px solid var(--yw-line);
        background: var(--yw-surface);
        padding-bottom: env(safe-area-inset-bottom);
      }
      form {
        display: grid;
        gap: var(--yw-space-3);
        max-width: 760px;
        margin: 0 auto;
        padding: var(--yw-space-3) var(--yw-space-4);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-bottom: var(--yw-space-1);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
      }
      .kinds label {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-height: var(--yw-control-touch);
        padding: 0 var(--yw-space-4);
        border: 1px solid var(--yw-line-strong);
        border-radius: var(--yw-radius-m);
        cursor: pointer;
      }
      .kinds label:has(:checked) {
        border-color: var(--yw-accent);
        background: var(--yw-accent-soft);
      }
      textarea,
      input[name='contact'] {
        /* Below 16 px iOS zooms the page when the field is focused. */
        font-size: max(16px, var(--yw-text-m));
      }
      .row {
        flex-wrap: wrap;
      }
    `,
  ];

  firstUpdated(): void {
    this.text.focus();
  }

  render() {
    const { promises } = this;
    const promise = this.promise;
    return html`<form @submit=${this.submit} aria-labelledby="leave">
      <h2 id="leave">${t('leaveTitle')}</h2>
      <fieldset ?disabled=${this.sending}>
        <legend>${t('kind')}</legend>
        <div class="kinds">
          ${promises.map(
            ({ kind, label }) => html`<label
              ><input type="radio" name="kind" value=${kind} .checked=${kind === promise?.kind} @change=${() => this.choose(kind)} />${label}</label
            >`,
          )}
        </div>
      </fieldset>
      ${promise ? html`<p class="hint" role="status">${t('promise', { words: promise.words })}</p>` : nothing}
      <label class="field"
        ><span>${t('text')}</span
        ><textarea
          rows="3"
          maxlength="2000"
          placeholder=${t('textHint')}
          ?disabled=${this.sending}
          aria-invalid=${this.missing}
          @input=${this.written}
        ></textarea>
        ${this.missing ? html`<span class="problem" role="alert">${t('textMissing')}</span>` : nothing}</label
      >
      <label class="field"
        ><span>${t('contact')}</span
        ><input name="contact" inputmode="tel" autocomplete="tel" maxlength="120" placeholder=${t('contactHint')} ?disabled=${this.sending}
      /></label>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.sending && this.offline ? html`<p class="hint" role="status">${t('noConnection')}</p>` : nothing}
      <div class="row">
        <button class="button primary touch" ?disabled=${this.sending}>${icons.send}${this.sending ? t('submitting') : t('submit')}</button>
        <button type="button" class="button touch" @click=${() => this.tell('keep-waiting')}>${t('keepWaiting')}</button>
      </div>
    </form>`;
  }

  /** The kind that is chosen; where it is not offered here, the last. */
  private get promise(): Promised[number] | undefined {
    return this.promises.find((one) => one.kind === this.kind) ?? this.promises.at(-1);
  }

  private choose(kind: LeftKind): void {
    this.chosen = true;
    this.kind = kind;
  }

  private written(): void {
    this.missing = false;
    if (!this.chosen) this.kind = COMPLAINS.test(this.text.value) ? 'COMPLAINT' : 'OTHER';
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.text.value.trim();
    this.missing = !text;
    if (text) this.leaving.send(this.promise?.kind ?? this.kind, text, this.contact.value.trim());
    else this.text.focus();
  }
}
