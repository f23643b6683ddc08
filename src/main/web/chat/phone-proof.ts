import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ApiError, request } from '../common/api';
import { dialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { language } from '../common/i18n/language';
import { icons } from '../common/icons';
import { base, buttons, fields } from '../common/styles';
import { t } from './phone-proof-text';

const WAIT_SECONDS = 60;

/** Asks the service for codes, in the customer's name. */
export class PhoneProof {
  /** Whether the service can send any; unknown until it was asked. */
  possible = false;
  number = '';
  private asked = false;

  constructor(
    private readonly origin: string,
    private readonly headers: () => Promise<Record<string, string>>,
    private readonly changed: () => void,
  ) {}

  /** Once a page. */
  async look(): Promise<void> {
    if (this.asked) return;
    this.asked = true;
    try {
      const { possible, number = '' } = await request<{ possible: boolean; number?: string }>(this.origin, 'GET', '/phone-number', {
        headers: await this.headers(),
      });
      Object.assign(this, { possible, number });
      this.changed();
    } catch {
      this.asked = false;
    }
  }

  async ask(number: string): Promise<number> {
    const headers = { ...(await this.headers()), 'Accept-Language': language() };
    return (await request<{ seconds: number }>(this.origin, 'POST', '/phone-number', { headers, body: { number } })).seconds;
  }

  async answer(code: string): Promise<{ proved: boolean; number?: string; left?: number }> {
    const outcome = await request<{ proved: boolean; number?: string; left?: number }>(this.origin, 'POST', '/phone-number/code', {
      headers: await this.headers(),
      body: { code },
    });
    if (outcome.proved) this.number = outcome.number ?? '';
    return outcome;
  }

  forget(): void {
    Object.assign(this, { asked: false, possible: false, number: '' });
  }
}

/** `<yw-phone-proof .proof>`: the number, then the code. Tells `closed`. */
@customElement('yw-phone-proof')
export class PhoneProofDialog extends YiwenElement {
  @property({ attribute: false }) proof!: PhoneProof;
  @state() private sent = 0;
  @state() private wait = 0;
  @state() private busy = false;
  @state() private problem = '';
  @state() private done = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input[name=number]') private number!: HTMLInputElement;
  @query('input[name=code]') private code?: HTMLInputElement;
  private timer = 0;

  static styles = [
    base,
    buttons,
    fields,
    dialog,
    css`
      dialog {
        width: min(26rem, calc(100vw - 2 * var(--yw-space-4)));
      }
      form {
        display: grid;
        gap: var(--yw-space-3);
      }
      h2 {
        margin: 0;
      }
      input {
        width: 100%;
        /* Below 16 px iOS zooms the page when the field is focused. */
        font-size: max(16px, var(--yw-text-m));
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
      }
      p {
        margin: 0;
      }
    `,
  ];

  firstUpdated(): void {
    this.dialog.showModal();
    this.number.focus();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    return html`<dialog aria-labelledby="title" @close=${() => this.tell('closed')}>
      <form @submit=${this.submitted} novalidate>
        <h2 id="title">${t('title')}</h2>
        ${this.done
          ? html`<p role="status">${t('done', { number: this.done })}</p>`
          : html`<p class="hint">${this.proof.number ? t('proved', { number: this.proof.number }) : t('why')}</p>
              <label class="field"
                ><span>${t('number')}</span><input name="number" type="tel" inputmode="tel" autocomplete="tel" maxlength="20" ?readonly=${this.busy}
              /></label>
              ${this.sent
                ? html`<p class="hint" role="status">${t('sent', { n: Math.round(this.sent / 60) })}</p>
                    <label class="field"
                      ><span>${t('code')}</span
                      ><input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" pattern="[0-9]{6}" ?readonly=${this.busy}
                    /></label>`
                : nothing}`}
        ${this.problem ? html`<span class="problem" role="alert">${this.problem}</span>` : nothing}
        <div class="row">
          ${this.done ? nothing : this.buttons()}
          <button type="button" class="button touch" @click=${() => this.dialog.close()}>${shared('close')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private buttons() {
    if (!this.sent) return html`<button class="button primary touch" ?disabled=${this.busy}>${icons.send}${t('ask')}</button>`;
    return html`<button class="button primary touch" ?disabled=${this.busy}>${t('confirm')}</button>
      <button type="button" class="button touch" ?disabled=${this.busy || this.wait > 0} @click=${() => void this.ask()}>
        ${this.wait ? t('again', { n: this.wait }) : t('resend')}
      </button>`;
  }

  private submitted(event: Event): void {
    event.preventDefault();
    if (!this.busy) void (this.sent ? this.confirm() : this.ask());
  }

  private async ask(): Promise<void> {
    const number = this.number.value.trim();
    if (!/\d{6}/.test(number.replace(/[\s-]/g, ''))) {
      this.problem = t('badNumber');
      return this.number.focus();
    }
    await this.act(async () => {
      this.sent = await this.proof.ask(number);
      this.count();
    });
    await this.updateComplete;
    this.code?.focus();
  }

  private async confirm(): Promise<void> {
    const code = this.code?.value.trim() ?? '';
    if (!/^\d{6}$/.test(code)) return this.code?.focus();
    await this.act(async () => {
      const { proved, number = '', left = 0 } = await this.proof.answer(code);
      if (proved) this.done = number;
      else this.problem = left ? t('wrong', { n: left }) : t('over');
      if (!proved && !left) this.sent = 0;
    });
  }

  private count(): void {
    clearInterval(this.timer);
    this.wait = WAIT_SECONDS;
    this.timer = window.setInterval(() => {
      this.wait -= 1;
      if (this.wait <= 0) clearInterval(this.timer);
    }, 1000);
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      await work();
    } catch (failure) {
      const status = failure instanceof ApiError ? failure.status : 0;
      this.problem = status === 400 ? t('badNumber') : status === 429 ? t('tooMany') : t('notSent');
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-phone-proof': PhoneProofDialog;
  }
}
