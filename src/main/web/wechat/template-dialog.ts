import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';
import { t } from './template-text';
import { addTemplate, SOURCES, type Source, type TemplateField } from './templates';

const FIELDS: TemplateField[] = [
  { name: 'thing1', from: 'TEXT', text: '' },
  { name: 'time2', from: 'TIME' },
];

/** `<yw-template-dialog>`: adds a template of subscribe messages; tells `saved`. */
@customElement('yw-template-dialog')
export class TemplateDialog extends YiwenElement {
  @state() private templateId = '';
  @state() private name = '';
  @state() private page = '';
  @state() private parts: TemplateField[] = [];
  @state() private tried = false;
  @state() private busy = false;
  @state() private failure = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  private account = '';

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      input,
      select {
        width: 100%;
        min-width: 0;
      }
      .part {
        display: grid;
        grid-template-columns: 7em minmax(0, 1fr) minmax(0, 1.4fr) auto;
        gap: var(--yw-space-2);
        align-items: center;
      }
      @media (max-width: 640px) {
        .part {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ];

  show(account: string): void {
    this.account = account;
    const parts = FIELDS.map((it) => ({ ...it, text: it.from === 'TEXT' ? t('usual') : undefined }));
    Object.assign(this, { templateId: '', name: '', page: 'pages/chat/chat', parts, tried: false, failure: '' });
    this.dialog.showModal();
  }

  render() {
    return html`
      <dialog aria-labelledby="title">
        <form @submit=${this.submitted} novalidate autocomplete="off">
          <h2 id="title">${t('fresh')}</h2>
          ${this.line('templateId', t('templateId'), t('templateIdHint'), /^[\w-]{10,64}$/.test(this.templateId.trim()) ? '' : t('faultId'))}
          ${this.line('name', t('name'), t('nameHint'), this.name.trim() ? '' : t('faultName'))}
          ${this.line('page', t('page'), t('pageHint'), '')}
          <div class="field" role="group" aria-label=${t('fields')}>
            <span>${t('fields')}</span>
            ${this.parts.map((part, at) => this.fieldRow(part, at))}
            <span class="hint">${t('fieldsHint')}</span>
            ${this.parts.length < 10
              ? html`<div><button type="button" class="button small" @click=${() => (this.parts = [...this.parts, { name: `thing${this.parts.length + 1}`, from: 'TEXT', text: '' }])}>${t('addField')}</button></div>`
              : nothing}
          </div>
          ${this.failure ? html`<span class="problem" role="alert">${this.failure}</span>` : nothing}
          <div class="actions">
            <button type="button" class="button" @click=${() => this.dialog.close()}>${shared('cancel')}</button>
            <button class="button primary" ?disabled=${this.busy}>${t('save')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private line(name: 'templateId' | 'name' | 'page', label: string, hint: string, fault: string) {
    const shown = this.tried ? fault : '';
    return html`<label class="field">
      <span>${label}</span>
      <input name=${name} maxlength="200" spellcheck="false" aria-invalid=${Boolean(shown)} .value=${this[name]} @input=${(event: Event) => (this[name] = (event.target as HTMLInputElement).value)} />
      ${shown ? html`<span class="problem" role="alert">${shown}</span>` : html`<span class="hint">${hint}</span>`}
    </label>`;
  }

  private fieldRow(part: TemplateField, at: number) {
    const change = (changed: Partial<TemplateField>) => (this.parts = this.parts.map((it, i) => (i === at ? { ...it, ...changed } : it)));
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<div class="part">
      <input aria-label=${t('fieldName')} maxlength="22" .value=${part.name} @input=${(event: Event) => change({ name: value(event) })} />
      <select aria-label=${t('fieldSource')} @change=${(event: Event) => change({ from: value(event) as Source })}>
        ${SOURCES.map((one) => html`<option value=${one} ?selected=${one === part.from}>${t(one)}</option>`)}
      </select>
      ${part.from === 'TEXT'
        ? html`<input aria-label=${t('fieldText')} maxlength="32" .value=${part.text ?? ''} @input=${(event: Event) => change({ text: value(event) })} />`
        : html`<span class="hint">${part.from === 'ANSWER' ? t('answerHint') : t('timeHint')}</span>`}
      <button type="button" class="button small" ?disabled=${this.parts.length < 2} aria-label="${t('remove')} ${part.name}" @click=${() => (this.parts = this.parts.filter((_, i) => i !== at))}>${t('remove')}</button>
    </div>`;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    this.failure = '';
    if (!/^[\w-]{10,64}$/.test(this.templateId.trim()) || !this.name.trim()) return;
    this.busy = true;
    try {
      const parts = this.parts.map((it) => ({ name: it.name.trim(), from: it.from, ...(it.from === 'TEXT' ? { text: it.text?.trim() } : {}) }));
      await addTemplate(this.account, { templateId: this.templateId.trim(), name: this.name.trim(), page: this.page.trim(), fields: parts });
      this.dialog.close();
      this.tell('saved');
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-template-dialog': TemplateDialog;
  }
}
