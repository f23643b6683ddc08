import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { exact, timeElement } from '../common/time';
import { toast } from '../common/toast';
import './confirm-dialog';
import type { ConfirmDialog } from './confirm-dialog';
import { t } from './i18n';
import './key-dialog';
import type { KeyDialog } from './key-dialog';
import { keys, revoke, type ApiKey } from './keys';
import './secret-dialog';
import type { SecretDialog } from './secret-dialog';
import { integrationStyles } from './styles';

/** `<yw-api-keys>`: the keys of other systems, made and revoked. */
@customElement('yw-api-keys')
export class ApiKeyList extends YiwenElement {
  @state() private all?: ApiKey[];
  @state() private failure = '';
  @query('yw-key-dialog') private form!: KeyDialog;
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
      this.all = await keys();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <section class="card" aria-labelledby="keys">
        <div class="head">
          <div>
            <h2 id="keys">${t('keys')}</h2>
            <p class="hint">${t('keysAbout')}</p>
          </div>
          <button class="button primary" @click=${() => this.form.show()}>${icons.plus}${t('newKey')}</button>
        </div>
        ${this.failure
          ? html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.load()}>${shared('retry')}</button></yw-empty>`
          : this.all
            ? this.list(this.all)
            : html`<yw-skeleton lines="3"></yw-skeleton>`}
        <details>
          <summary>${t('example')}</summary>
          <pre tabindex="0" aria-label=${shared('code')}>${example()}</pre>
          <p class="hint"><a href="/q/swagger-ui">${t('description')}</a></p>
        </details>
      </section>
      <yw-key-dialog @created=${(event: CustomEvent<{ key: ApiKey; secret: string }>) => this.created(event.detail)}></yw-key-dialog>
      <yw-secret-dialog></yw-secret-dialog>
      <yw-confirm-dialog></yw-confirm-dialog>
    `;
  }

  private list(all: ApiKey[]) {
    if (!all.length) return html`<yw-empty heading=${t('noKeys')} hint=${t('noKeysHint')}></yw-empty>`;
    return html`<ul>
      ${all.map((one) => this.line(one))}
    </ul>`;
  }

  private line(one: ApiKey) {
    const expired = Boolean(one.expiresAt) && new Date(one.expiresAt!) < new Date();
    return html`<li data-key=${one.id}>
      <div>
        <div class="line">
          <b>${one.name}</b>
          <code title=${t('prefix')}>${one.prefix}…</code>
          ${one.scopes.map((scope) => html`<span class="badge accent">${t(`scope${scope}`)}</span>`)}
          <span class="badge ${expired ? 'warn' : 'ok'}">${expired ? t('expired') : t('stands')}</span>
        </div>
        <div class="hint">
          ${one.lastUsedAt ? html`${t('lastUsed')} ${timeElement(one.lastUsedAt)}` : t('unused')} ·
          ${one.expiresAt ? t('until', { date: exact(new Date(one.expiresAt)).slice(0, 10) }) : t('never')} ·
          ${t('created')} ${timeElement(one.createdAt)} ${one.createdBy ?? nothing}
        </div>
      </div>
      <button class="button small danger" aria-label="${t('revoke')} ${one.name}" @click=${() => this.askRevoke(one)}>${t('revoke')}</button>
    </li>`;
  }

  private created(made: { key: ApiKey; secret: string }): void {
    this.all = [made.key, ...(this.all ?? [])];
    this.secret.show(t('secretTitle', { name: made.key.name }), made.secret);
  }

  private askRevoke(one: ApiKey): void {
    this.confirmation.ask({
      heading: t('revokeTitle', { name: one.name }),
      text: t('revokeAsk'),
      yes: t('revoke'),
      act: async () => {
        await revoke(one.id);
        this.all = this.all?.filter((each) => each.id !== one.id);
        toast(t('revoked', { name: one.name }));
      },
    });
  }
}

function example(): string {
  return `curl ${location.origin}/api/v1/ask \\
  -H 'Authorization: Bearer yw_…' \\
  -H 'Content-Type: application/json' \\
  -d '{"question": "…", "language": "zh-CN"}'`;
}
