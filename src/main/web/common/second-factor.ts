import { css, html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api, ApiError, words } from './api';
import { download } from './download';
import { YiwenElement } from './element';
import { icons } from './icons';
import { spoken } from './i18n/login';
import { t } from './i18n/second-factor';
import { base, buttons, fields } from './styles';
import { toast } from './toast';

interface Enrolment {
  secret: string;
  qr: { size: number; path: string };
}

/** What to say when a password or a code was refused. */
export function refusedCode(failure: unknown): string {
  if (!(failure instanceof ApiError)) return words(failure);
  if (failure.retryAfter) return t('slow', { time: spoken(failure.retryAfter) });
  if (failure.problem?.title === 'second-factor-wrong') return t('wrong');
  if (failure.problem?.title === 'second-factor-required') return t('enterCode');
  if (failure.status === 409) return t('expired');
  return failure.status === 401 ? t('wrongPassword') : words(failure);
}

/**
 * `<yw-second-factor-setup>`: password (unless `password` was typed a moment ago), QR code and first code, recovery codes.
 * Tells `done` when those were kept.
 */
@customElement('yw-second-factor-setup')
export class SecondFactorSetup extends YiwenElement {
  @property({ attribute: false }) password = '';
  @state() private enrolment?: Enrolment;
  @state() private codes?: string[];
  @state() private problem = '';
  @state() private busy = false;
  @query('form') private form!: HTMLFormElement;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host,
      form {
        display: grid;
        gap: var(--yw-space-4);
      }
      .qr {
        /* Dark on light whatever the theme: cameras want it so. */
        justify-self: center;
        width: 200px;
        padding: 12px;
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: #fff;
        color: #000;
      }
      .qr svg {
        display: block;
        width: 100%;
        shape-rendering: crispEdges;
      }
      .secret,
      .codes {
        padding: var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
        font-family: var(--yw-font-mono);
        text-align: center;
        overflow-wrap: anywhere;
        user-select: all;
      }
      .codes {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(13em, 1fr));
        gap: var(--yw-space-1) var(--yw-space-3);
        list-style: none;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
      }
      input {
        min-height: 42px;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    if (this.password) void this.begin(this.password);
  }

  protected updated(changed: Map<string, unknown>): void {
    if (changed.has('enrolment') || (changed.has('problem') && this.problem)) this.renderRoot.querySelector('input')?.focus();
  }

  render() {
    if (this.codes) return this.recovery(this.codes);
    if (this.enrolment) return this.scan(this.enrolment);
    if (this.password && !this.problem) return html`<yw-skeleton lines="4"></yw-skeleton>`;
    return html`
      <form @submit=${this.submitted} novalidate>
        <label class="field">
          <span>${t('password')}</span>
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        ${this.trouble()}
        <div class="actions"><button class="button primary" ?disabled=${this.busy}>${t('next')}</button></div>
      </form>
    `;
  }

  private scan({ secret, qr }: Enrolment) {
    return html`
      <form @submit=${this.submitted} novalidate>
        <p>${t('scanAbout')}</p>
        <div class="qr" role="img" aria-label=${t('qr')}>
          <svg viewBox="0 0 ${qr.size} ${qr.size}" aria-hidden="true">${svg`<path fill="currentColor" d=${qr.path}></path>`}</svg>
        </div>
        <div>
          <p class="hint">${t('scanNot')}</p>
          <div class="secret" tabindex="0">${secret.replace(/(.{4})(?=.)/g, '$1 ')}</div>
        </div>
        <label class="field">
          <span>${t('code')}</span>
          <input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="7" required />
          <span class="hint">${t('codeHint')}</span>
        </label>
        ${this.trouble()}
        <div class="actions"><button class="button primary touch" ?disabled=${this.busy}>${t('confirm')}</button></div>
      </form>
    `;
  }

  private recovery(codes: string[]) {
    return html`
      <h3>${t('recovery')}</h3>
      <p class="hint">${t('recoveryAbout')}</p>
      <ul class="codes" tabindex="0">
        ${codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <div class="actions">
        <button class="button" @click=${() => void this.copy(codes)}>${icons.copy}${t('copy')}</button>
        <button class="button" @click=${() => download(`${t('recoveryFile')}.txt`, `${codes.join('\n')}\n`)}>${t('keep')}</button>
        <button class="button primary" @click=${() => this.tell('done', undefined)}>${t('kept')}</button>
      </div>
    `;
  }

  private trouble() {
    return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(this.form);
    const code = String(data.get('code') ?? '').trim();
    if (!this.enrolment) await this.begin(String(data.get('password') ?? ''));
    else if (code) await this.working(async () => void (this.codes = await this.confirmed(code)));
    else this.problem = t('enterCode');
  }

  private begin(password: string): Promise<void> {
    return this.working(async () => {
      this.enrolment = await api<Enrolment>('POST', '/session/second-factor', { body: { password } });
    });
  }

  private async confirmed(code: string): Promise<string[]> {
    const { recoveryCodes } = await api<{ recoveryCodes: string[] }>('PUT', '/session/second-factor', { body: { code } });
    return recoveryCodes;
  }

  private async working(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      await work();
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 409) this.enrolment = undefined;
      this.problem = refusedCode(failure);
    } finally {
      this.busy = false;
    }
  }

  private async copy(codes: string[]): Promise<void> {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      toast(t('copied'));
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }
}
