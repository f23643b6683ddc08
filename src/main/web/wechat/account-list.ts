import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import { diagnosis } from '../common/wechat-doctor';
import './account-dialog';
import type { AccountDialog } from './account-dialog';
import './template-list';
import { accounts, enable, forgetPreviousKey, remove, restore, tryOut, type Account } from './accounts';
import { t } from './text';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** `<yw-wechat-accounts>`: the accounts, how they are, and what is missing. */
@customElement('yw-wechat-accounts')
export class AccountList extends YiwenElement {
  @state() private all?: Account[];
  @state() private keyed = true;
  @state() private failure = '';
  @state() private trying = '';
  /** By account, what its last error means. */
  @state() private causes = new Map<string, string>();
  @query('yw-account-dialog') private form!: AccountDialog;

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-3);
        align-items: center;
        justify-content: space-between;
      }
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-3);
      }
      .line,
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: center;
      }
      h3 {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .address {
        display: grid;
        gap: var(--yw-space-1);
      }
      code {
        flex: 1 1 16em;
        min-width: 0;
        padding: var(--yw-space-2);
        border-radius: var(--yw-radius-s);
        background: var(--yw-sunken);
        font-family: var(--yw-font-mono);
        font-size: var(--yw-text-s);
        overflow-wrap: anywhere;
        user-select: all;
      }
      .note {
        padding: var(--yw-space-2) var(--yw-space-3);
        border-left: 3px solid var(--yw-warn-text);
        background: var(--yw-warn-soft);
        overflow-wrap: anywhere;
      }
      @media (max-width: 640px) {
        .button,
        .button.small {
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
      const found = await accounts();
      this.keyed = found.keyed;
      this.all = found.accounts;
      await this.explain();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async explain(): Promise<void> {
    const causes = new Map<string, string>();
    for (const one of this.all ?? []) {
      if (one.errorCode === undefined) continue;
      const found = await diagnosis(one.errorCode);
      causes.set(one.id, found ? `${found.said}。${found.remedy}` : t('unknownProblem'));
    }
    this.causes = causes;
  }

  render() {
    return html`
      <div class="head">
        <h2>${t('accounts')}</h2>
        <button class="button primary" ?disabled=${!this.keyed} @click=${() => this.form.show()}>${icons.plus}${t('fresh')}</button>
      </div>
      ${this.keyed ? nothing : html`<div class="note" role="status"><b>${t('noKey')}</b><br />${t('noKeyHint')}</div>`}
      ${this.all?.length && LOCAL.includes(location.hostname) ? html`<div class="note" role="status">${t('local')}</div>` : nothing}
      ${this.failure
        ? html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.load()}>${shared('retry')}</button></yw-empty>`
        : this.all
          ? this.list(this.all)
          : html`<yw-skeleton lines="4"></yw-skeleton>`}
      <yw-account-dialog @saved=${() => void this.load()}></yw-account-dialog>
    `;
  }

  private list(all: Account[]) {
    if (!all.length) return html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`;
    return all.map((one) => this.card(one));
  }

  private card(one: Account) {
    const address = location.origin + one.callbackPath;
    return html`<section class="card" data-account=${one.id} aria-label=${one.name}>
      <div class="line">
        <h3>${one.name}</h3>
        <span class="badge accent">${t(one.kind)}</span>
        <span class="badge ${one.readable ? (one.enabled ? 'ok' : 'warn') : 'urgent'}"
          >${one.readable ? (one.enabled ? t('on') : t('off')) : t('unreadable')}</span
        >
        <span class="hint">${one.appId}${one.openKfid ? ` · ${one.openKfid}` : ''}</span>
      </div>
      <div class="address">
        <span class="hint" id="callback-${one.id}">${t('callback')}</span>
        <div class="line">
          <code tabindex="0" aria-labelledby="callback-${one.id}">${address}</code>
          <button class="button small" aria-label="${t('copy')} ${one.name}" @click=${() => void this.copy(address)}>${icons.copy}${t('copy')}</button>
        </div>
      </div>
      ${this.notes(one)}
      <div class="hint">
        ${one.calledAt ? html`${t('called')} ${timeElement(one.calledAt)}` : nothing}
        ${one.askedAt ? html` · ${t('asked')} ${timeElement(one.askedAt)}` : nothing}
        ${one.ownDesk ? html` · ${t('handsOver', { to: one.deskAccount ?? '' })}` : nothing}
        ${one.previousKey ? html` · ${t('previous')} <button class="button small" aria-label="${t('endPrevious')} ${one.name}" @click=${() => void this.endPrevious(one)}>${t('endPrevious')}</button>` : nothing}
      </div>
      ${one.kind === 'KF' ? nothing : html`<yw-template-list .account=${one}></yw-template-list>`}
      <div class="actions">
        <button class="button small" aria-label="${t('test')} ${one.name}" ?disabled=${this.trying === one.id || !one.readable} @click=${() => void this.test(one)}>${t('test')}</button>
        <button class="button small" aria-label="${t('edit')} ${one.name}" @click=${() => this.form.show(one)}>${t('edit')}</button>
        <button class="button small" aria-label="${one.enabled ? t('disable') : t('enable')} ${one.name}" @click=${() => void this.turn(one)}>
          ${one.enabled ? t('disable') : t('enable')}
        </button>
        <button class="button small danger" aria-label="${t('remove')} ${one.name}" @click=${() => void this.remove_(one)}>${t('remove')}</button>
      </div>
    </section>`;
  }

  private notes(one: Account) {
    const notes = [
      one.readable ? '' : t('unreadableHint'),
      one.errorCode === undefined ? '' : `${t('problem', { code: one.errorCode })}：${this.causes.get(one.id) ?? ''}`,
      one.calledAt ? '' : t('never'),
      one.encrypted || !one.readable ? '' : t('plain'),
    ].filter(Boolean);
    return notes.map((note) => html`<div class="note" role="status">${note}</div>`);
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast(t('copied'));
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }

  private async test(one: Account): Promise<void> {
    this.trying = one.id;
    try {
      const tried = await tryOut(one.id);
      if (tried.passed) {
        toast(t('passed'));
      } else {
        const found = await diagnosis(tried.code ?? tried.why);
        const what = found ? `${found.said}。${found.remedy}` : String(tried.code ?? tried.why ?? '');
        toast(t('failed', { what }), { kind: 'problem' });
      }
      await this.load();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.trying = '';
    }
  }

  private async endPrevious(one: Account): Promise<void> {
    if (!confirm(t('endPreviousAsk'))) return;
    await this.act(async () => {
      await forgetPreviousKey(one.id);
      toast(t('previousEnded'));
    });
  }

  private async turn(one: Account): Promise<void> {
    await this.act(async () => {
      await enable(one.id, !one.enabled);
      toast(t(one.enabled ? 'disabled' : 'enabled', { name: one.name }));
    });
  }

  private async remove_(one: Account): Promise<void> {
    await this.act(async () => {
      await remove(one.id);
      toast(t('removed', { name: one.name }), {
        undo: () =>
          void this.act(async () => {
            await restore(one.id);
            toast(t('restored', { name: one.name }));
          }),
      });
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      await this.load();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
