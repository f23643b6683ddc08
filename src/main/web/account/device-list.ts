import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { exact, timeElement } from '../common/time';
import { toast } from '../common/toast';
import { t } from './i18n';

interface Own {
  session: { id: string; createdAt: string; seenAt: string; expiresAt: string; address: string; userAgent: string };
  device: { browser?: string | null; system?: string | null };
  current: boolean;
}

function nameOf({ device: { browser, system } }: Own): string {
  return browser && system ? t('on', { browser, system }) : browser || system || t('unknownDevice');
}

/** `<yw-device-list>`: where one is signed in, and how to end it there. */
@customElement('yw-device-list')
export class DeviceList extends YiwenElement {
  @state() private all?: Own[];
  @state() private failure = '';
  @state() private busy = false;

  static styles = [
    base,
    buttons,
    badges,
    css`
      ul {
        list-style: none;
      }
      li,
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-3);
        align-items: center;
        padding: var(--yw-space-3) 0;
      }
      li + li {
        border-top: 1px solid var(--yw-line);
      }
      li > div {
        flex: 1 1 16em;
        min-width: 0;
      }
      .foot {
        padding-bottom: 0;
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
      const all = await api<Own[]>('GET', '/sessions');
      this.all = all.sort((a, b) => Number(b.current) - Number(a.current) || b.session.seenAt.localeCompare(a.session.seenAt));
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
    if (!this.all) return html`<yw-skeleton lines="3"></yw-skeleton>`;
    return html`
      <ul>
        ${this.all.map((one) => this.line(one))}
      </ul>
      <div class="foot">
        ${this.all.length > 1
          ? html`<button class="button danger" ?disabled=${this.busy} @click=${() => void this.endOthers()}>${t('endOthers')}</button>`
          : html`<span class="hint">${t('onlyHere')}</span>`}
      </div>
    `;
  }

  private line(one: Own) {
    const { session } = one;
    const name = nameOf(one);
    return html`
      <li data-current=${one.current}>
        <div>
          <div title=${session.userAgent}>${name} ${one.current ? html`<span class="badge ok">${t('here')}</span>` : nothing}</div>
          <div class="hint">
            ${t('since')} ${timeElement(session.createdAt)} · ${t('seen')} ${timeElement(session.seenAt)} ·
            <span title="${t('expires')} ${exact(new Date(session.expiresAt))}">${t('address', { address: session.address })}</span>
          </div>
        </div>
        ${one.current
          ? nothing
          : html`<button class="button" aria-label=${t('endOf', { device: name })} ?disabled=${this.busy} @click=${() => void this.end(one)}>
              ${t('end')}
            </button>`}
      </li>
    `;
  }

  private end(one: Own): Promise<void> {
    return this.working(async () => {
      await api('DELETE', `/sessions/${one.session.id}`);
      return t('ended', { device: nameOf(one) });
    });
  }

  private async endOthers(): Promise<void> {
    if (!confirm(t('askOthers'))) return;
    await this.working(async () => {
      const { sessions } = await api<{ sessions: number }>('DELETE', '/sessions');
      return sessions ? t('endedOthers', { n: sessions }) : t('endedNone');
    });
  }

  private async working(work: () => Promise<string>): Promise<void> {
    this.busy = true;
    try {
      toast(await work());
      await this.load();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
