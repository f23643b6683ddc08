import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { t } from '../common/i18n/second-factor';
import { refusedCode } from '../common/second-factor';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';

interface State {
  since?: string | null;
  recoveryCodes: number;
  required: boolean;
}

const FEW = 3;

/** `<yw-factor-card>`: one's own second factor, set up or turned off. */
@customElement('yw-factor-card')
export class FactorCard extends YiwenElement {
  @state() private factor?: State;
  @state() private doing: '' | 'setup' | 'removal' = '';
  @state() private failure = '';
  @state() private problem = '';
  @state() private busy = false;
  @query('form') private form!: HTMLFormElement;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    css`
      :host,
      form {
        display: grid;
        gap: var(--yw-space-3);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-4);
        align-items: center;
        justify-content: space-between;
      }
      .head > div {
        flex: 1 1 18em;
      }
      .actions {
        display: flex;
        gap: var(--yw-space-2);
      }
      form,
      yw-second-factor-setup {
        max-width: 420px;
      }
      @media (max-width: 640px) {
        .button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      this.factor = await api<State>('GET', '/session/second-factor');
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.load()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    const factor = this.factor;
    return html`
      <div class="head">
        <div>
          <h2>
            ${t('title')}
            ${factor && !this.doing ? html`<span class="badge ${factor.since ? 'ok' : 'warn'}">${factor.since ? t('on') : t('off')}</span>` : nothing}
          </h2>
          <p class="hint">${t('about')}</p>
          ${factor?.since ? this.facts(factor) : nothing}
        </div>
        ${factor && !this.doing
          ? factor.since
            ? html`<button class="button" @click=${() => (this.doing = 'removal')}>${t('remove')}</button>`
            : html`<button class="button primary" @click=${() => (this.doing = 'setup')}>${t('setUp')}</button>`
          : nothing}
      </div>
      ${this.doing === 'setup'
        ? // The session is a new one: whatever else the page holds open belongs to the old one.
          html`<yw-second-factor-setup @done=${() => location.reload()}></yw-second-factor-setup>`
        : this.doing === 'removal'
          ? this.removal()
          : nothing}
    `;
  }

  private facts(factor: State) {
    return html`
      <p class="hint">${t('since')} ${timeElement(factor.since!)} · ${t('codesLeft', { n: factor.recoveryCodes })}</p>
      ${factor.recoveryCodes < FEW ? html`<p class="hint">${t('codesFew')}</p>` : nothing}
      ${factor.required ? html`<p class="hint">${t('required')}</p>` : nothing}
    `;
  }

  private removal() {
    return html`
      <form @submit=${this.submitted} novalidate>
        <p>${t('removeAsk')}</p>
        <label class="field">
          <span>${t('password')}</span>
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <label class="field">
          <span>${t('code')}</span>
          <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required />
        </label>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        <div class="actions">
          <button type="button" class="button" @click=${() => ((this.doing = ''), (this.problem = ''))}>${shared('cancel')}</button>
          <button class="button danger" ?disabled=${this.busy}>${t('remove')}</button>
        </div>
      </form>
    `;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(this.form);
    this.busy = true;
    this.problem = '';
    try {
      await api('POST', '/session/second-factor/removal', { body: { password: data.get('password'), code: data.get('code') } });
      location.reload();
    } catch (failure) {
      this.problem = refusedCode(failure);
    } finally {
      this.busy = false;
    }
  }
}
