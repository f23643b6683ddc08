import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import type { Account } from './accounts';
import './template-dialog';
import type { TemplateDialog } from './template-dialog';
import { t } from './template-text';
import { removeTemplate, restoreTemplate, templates, type Template } from './templates';

/** `<yw-template-list .account=${account}>`: its templates of subscribe messages, folded until somebody looks. */
@customElement('yw-template-list')
export class TemplateList extends YiwenElement {
  @property({ attribute: false }) account!: Account;
  @state() private all?: Template[];
  @state() private failure = '';
  @query('yw-template-dialog') private form!: TemplateDialog;

  static styles = [
    base,
    buttons,
    css`
      summary {
        min-height: var(--yw-control-touch);
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        color: var(--yw-ink-2);
        cursor: pointer;
      }
      ul {
        display: grid;
        gap: var(--yw-space-2);
        margin: 0 0 var(--yw-space-3);
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-3);
        align-items: center;
        padding: var(--yw-space-2) var(--yw-space-3);
        border-radius: var(--yw-radius-s);
        background: var(--yw-sunken);
        overflow-wrap: anywhere;
      }
      li > .words {
        flex: 1 1 14em;
        min-width: 0;
      }
      p {
        margin: 0 0 var(--yw-space-2);
      }
      @media (max-width: 640px) {
        .button.small {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  render() {
    return html`
      <details @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void this.load()}>
        <summary>${t('templates')}</summary>
        <p class="hint">${t('about')}</p>
        ${this.failure ? html`<p class="problem" role="alert">${this.failure}</p>` : nothing}
        ${this.all === undefined ? nothing : this.all.length ? html`<ul>${this.all.map((one) => this.item(one))}</ul>` : html`<p class="hint">${t('none')}</p>`}
        <button class="button small" aria-label="${t('fresh')} ${this.account.name}" @click=${() => this.form.show(this.account.id)}>${icons.plus}${t('fresh')}</button>
      </details>
      <yw-template-dialog @saved=${() => void this.load()}></yw-template-dialog>
    `;
  }

  private item(one: Template) {
    const fields = one.fields.map((it) => `${it.name}：${it.from === 'TEXT' ? it.text : t(it.from)}`).join('；');
    return html`<li>
      <span class="words"><b>${one.name}</b> <span class="hint">${one.templateId}</span><br /><span class="hint">${fields}</span></span>
      <span class="hint">${t('consents', { n: one.consents })}</span>
      <button class="button small danger" aria-label="${t('remove')} ${one.name}" @click=${() => void this.remove_(one)}>${t('remove')}</button>
    </li>`;
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      this.all = await templates(this.account.id);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async remove_(one: Template): Promise<void> {
    await this.act(async () => {
      await removeTemplate(one.id);
      toast(t('removed', { name: one.name }), { undo: () => void this.act(() => restoreTemplate(one.id)) });
    });
  }

  private async act(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      await this.load();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-template-list': TemplateList;
  }
}
