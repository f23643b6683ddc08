import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { exact } from '../common/time';
import { toast } from '../common/toast';
import './confirm-dialog';
import type { ConfirmDialog } from './confirm-dialog';
import './hook-dialog';
import type { HookDialog } from './hook-dialog';
import './hook-log';
import type { HookLog } from './hook-log';
import { enable, remove, test, webhooks, type Added, type Webhook } from './hooks';
import { t } from './hooks-text';
import './secret-dialog';
import type { SecretDialog } from './secret-dialog';
import { integrationStyles } from './styles';

/** `<yw-webhooks>`: the systems that are told, how that goes, and a log. */
@customElement('yw-webhooks')
export class WebhookList extends YiwenElement {
  @state() private all?: Webhook[];
  @state() private failure = '';
  @state() private testing = false;
  @query('yw-hook-dialog') private form!: HookDialog;
  @query('yw-secret-dialog') private secret!: SecretDialog;
  @query('yw-confirm-dialog') private confirmation!: ConfirmDialog;

  static styles = [base, buttons, badges, integrationStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      this.all = await webhooks();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <section class="card" aria-labelledby="hooks">
        <div class="head">
          <div>
            <h2 id="hooks">${t('hooks')}</h2>
            <p class="hint">${t('about')}</p>
          </div>
          <button class="button primary" @click=${() => this.form.show()}>${icons.plus}${t('fresh')}</button>
        </div>
        ${this.failure
          ? html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.load()}>${shared('retry')}</button></yw-empty>`
          : this.all
            ? this.list(this.all)
            : html`<yw-skeleton lines="3"></yw-skeleton>`}
      </section>
      <yw-hook-dialog @added=${(event: CustomEvent<Added>) => this.added(event.detail)}></yw-hook-dialog>
      <yw-secret-dialog></yw-secret-dialog>
      <yw-confirm-dialog></yw-confirm-dialog>
    `;
  }

  private list(all: Webhook[]) {
    if (!all.length) return html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`;
    return html`<ul>
      ${all.map((one) => this.line(one))}
    </ul>`;
  }

  private line(one: Webhook) {
    const state = one.disabledAt ? 'disabled' : one.failingSince ? 'failing' : 'well';
    const since = (time: string) => exact(new Date(time)).slice(0, 16);
    return html`<li data-hook=${one.id}>
      <div>
        <div class="line">
          <b>${one.url}</b>
          ${one.format === 'JSON' ? nothing : html`<span class="badge">${t(one.format)}</span>`}
          <span class="badge ${{ disabled: 'urgent', failing: 'warn', well: 'ok' }[state]}">${t(state)}</span>
        </div>
        <div class="hint">${one.events.map((event) => t(event)).join(' · ')}</div>
        ${one.disabledAt
          ? html`<div class="hint" role="status">${t('disabledHint', { time: since(one.disabledAt) })}</div>`
          : one.failingSince
            ? html`<div class="hint" role="status">${t('failingHint', { time: since(one.failingSince) })}</div>`
            : nothing}
        <details @toggle=${this.opened}>
          <summary class="hint">${t('log')}</summary>
          <yw-hook-log .hook=${one.id} @looked=${() => void this.load()}></yw-hook-log>
        </details>
      </div>
      <button class="button small" aria-label="${t('test')} ${one.url}" ?disabled=${this.testing} @click=${() => void this.test(one)}>${t('test')}</button>
      ${one.disabledAt
        ? html`<button class="button small" aria-label="${t('enable')} ${one.url}" @click=${() => void this.enable(one)}>${t('enable')}</button>`
        : nothing}
      <button class="button small danger" aria-label="${t('remove')} ${one.url}" @click=${() => this.askRemove(one)}>${t('remove')}</button>
    </li>`;
  }

  private readonly opened = (event: Event) => {
    const details = event.target as HTMLDetailsElement;
    if (details.open) void details.querySelector<HookLog>('yw-hook-log')?.load();
  };

  private added(made: Added): void {
    this.all = [...(this.all ?? []), made.endpoint];
    if (made.secret) this.secret.show(t('secretTitle'), made.secret);
  }

  private async test(one: Webhook): Promise<void> {
    this.testing = true;
    try {
      const tried = await test(one.id);
      const why = tried.failure ?? `HTTP ${tried.status}`;
      if (tried.taken) toast(t('testTaken', { n: tried.tookMs }));
      else toast(t('testRefused', { why }), { kind: 'problem' });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.testing = false;
    }
  }

  private async enable(one: Webhook): Promise<void> {
    try {
      await enable(one.id);
      toast(t('enabled'));
      await this.load();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private askRemove(one: Webhook): void {
    this.confirmation.ask({
      heading: t('removeTitle'),
      text: t('removeAsk', { url: one.url }),
      yes: t('remove'),
      act: async () => {
        await remove(one.id);
        this.all = this.all?.filter((each) => each.id !== one.id);
        toast(t('removed'));
      },
    });
  }
}
