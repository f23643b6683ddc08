import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import '../common/states';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './i18n';

interface Embedding {
  address: string;
  chatOrigins: string[];
  assistOrigins: string[];
}

/** What a page needs to show a component of this service. */
function snippet(address: string, bundle: 'chat' | 'assist', element: string): string {
  return [
    `<link rel="stylesheet" href="${address}/static/bundle/${bundle}.css">`,
    `<script type="module" src="${address}/static/bundle/${bundle}.js"></script>`,
    element,
  ].join('\n');
}

/** `<yw-snippet-dialog>`: the lines that put chat and assist into other pages, to be copied. */
@customElement('yw-snippet-dialog')
export class SnippetDialog extends YiwenElement {
  @state() private embedding?: Embedding;
  @state() private failure = '';
  @state() private opened = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      dialog {
        width: min(760px, calc(100vw - 24px));
        max-width: none;
      }
      section {
        display: grid;
        gap: var(--yw-space-2);
        min-width: 0;
      }
      .head {
        display: flex;
        gap: var(--yw-space-3);
        align-items: center;
        justify-content: space-between;
      }
      h3 {
        margin: 0;
        font-size: var(--yw-text-m);
      }
      pre {
        margin: 0;
        padding: var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
        font-family: var(--yw-font-mono);
        font-size: var(--yw-text-s);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  async show(): Promise<void> {
    this.failure = '';
    this.opened = true;
    this.dialog.showModal();
    try {
      this.embedding = await api<Embedding>('GET', '/embedding');
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <dialog aria-labelledby="title">
        <form method="dialog">
          <h2 id="title">${t('snippetTitle')}</h2>
          ${this.failure ? html`<span class="problem" role="alert">${this.failure}</span>` : nothing}
          ${this.embedding ? this.both(this.embedding) : this.opened && !this.failure ? html`<yw-skeleton lines="6"></yw-skeleton>` : nothing}
          <div class="actions"><button class="button primary">${shared('close')}</button></div>
        </form>
      </dialog>
    `;
  }

  private both({ address, chatOrigins, assistOrigins }: Embedding) {
    const launcher = `<yiwen-launcher endpoint="${address}"></yiwen-launcher>`;
    const chat = `<yiwen-chat endpoint="${address}" style="height:640px"></yiwen-chat>`;
    const assist = `<yiwen-assist endpoint="${address}" token="…" conversation="…"></yiwen-assist>`;
    return html`
      <p class="hint">${t('snippetAbout', { address })}</p>
      ${this.one(t('snippetLauncher'), snippet(address, 'chat', launcher), chatOrigins, 'YIWEN_ORIGINS')}
      ${this.one(t('snippetChat'), snippet(address, 'chat', chat), chatOrigins, 'YIWEN_ORIGINS')}
      ${this.one(t('snippetAssist'), snippet(address, 'assist', assist), assistOrigins, 'YIWEN_ASSIST_ORIGINS')}
    `;
  }

  private one(title: string, text: string, origins: string[], setting: string) {
    return html`
      <section aria-label=${title}>
        <div class="head">
          <h3>${title}</h3>
          <button type="button" class="button small" @click=${() => void this.copy(text)}>${icons.copy}${t('copy')}</button>
        </div>
        <pre tabindex="0">${text}</pre>
        <p class="hint">
          ${origins.length ? t('snippetOrigins', { setting, origins: origins.join(' ') }) : t('snippetNoOrigins', { setting })}
        </p>
      </section>
    `;
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast(t('copied'));
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }
}
