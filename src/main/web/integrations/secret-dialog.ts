import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './i18n';

/** `<yw-secret-dialog>`: shows a secret, once. */
@customElement('yw-secret-dialog')
export class SecretDialog extends YiwenElement {
  @state() private heading = '';
  @state() private secret = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    formDialog,
    css`
      .secret {
        padding: var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
        font-family: var(--yw-font-mono);
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  show(heading: string, secret: string): void {
    Object.assign(this, { heading, secret });
    this.dialog.showModal();
  }

  /** Escape must not throw away what cannot be seen again. */
  private readonly cancelled = (event: Event) => event.preventDefault();

  render() {
    return html`
      <dialog aria-labelledby="title" @cancel=${this.cancelled} @close=${() => (this.secret = '')}>
        <form method="dialog">
          <h2 id="title">${this.heading}</h2>
          <div class="secret" tabindex="0">${this.secret}</div>
          <p class="hint">${t('secretWarning')}</p>
          <div class="actions">
            <button type="button" class="button" @click=${() => void this.copy()}>${icons.copy}${t('copy')}</button>
            <button class="button primary">${t('done')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.secret);
      toast(t('copied'));
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }
}
