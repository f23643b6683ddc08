import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { formDialog } from '../../common/dialogs';
import { YiwenElement } from '../../common/element';
import { base, buttons, fields } from '../../common/styles';
import { clock, instantOf } from '../../common/zone';
import { differenceStyles } from '../editor/differences';
import { t } from './text';

interface Question {
  kind: 'reason' | 'time';
  title: string;
  hint: string;
  action: string;
  danger?: boolean;
  /** Shown between hint and field. */
  body?: TemplateResult;
  /** `2026-11-30T09:00`, of the company's clock. */
  first?: string;
}

/** `<yw-ask>`: a dialog that asks for a reason or a moment; what was given, or undefined. */
@customElement('yw-ask')
export class Ask extends YiwenElement {
  @state() private question?: Question;
  @state() private fault = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('textarea, input') private field!: HTMLTextAreaElement | HTMLInputElement;
  private answer?: (value?: string) => void;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    differenceStyles,
    css`
      :host {
        position: absolute;
      }
      .body {
        max-height: 34vh;
        overflow-y: auto;
      }
    `,
  ];

  async reason(question: Omit<Question, 'kind'>): Promise<string | undefined> {
    return this.ask({ ...question, kind: 'reason' });
  }

  async time(question: Omit<Question, 'kind'>): Promise<Date | undefined> {
    const first = question.first ?? `${clock(new Date(Date.now() + 86_400_000)).toISOString().slice(0, 10)}T00:00`;
    const given = await this.ask({ ...question, kind: 'time', first });
    return given ? instantOf(given) : undefined;
  }

  private async ask(question: Question): Promise<string | undefined> {
    this.question = question;
    this.fault = '';
    await this.updateComplete;
    this.field.value = question.first ?? '';
    this.dialog.showModal();
    this.field.focus();
    return new Promise((resolve) => (this.answer = resolve));
  }

  render() {
    const { question } = this;
    if (!question) return nothing;
    return html`<dialog aria-labelledby="title" @close=${() => this.finish()}>
      <form @submit=${this.submit} @keydown=${this.key}>
        <h2 id="title">${question.title}</h2>
        <p class="hint">${question.hint}</p>
        ${question.body ? html`<div class="body" tabindex="0">${question.body}</div>` : nothing}
        <label class="field">
          <span>${question.kind === 'reason' ? t('reason') : t('scheduleAt')}</span>
          ${question.kind === 'reason'
            ? html`<textarea rows="3" maxlength="1000" aria-invalid=${Boolean(this.fault)}></textarea>`
            : html`<input type="datetime-local" step="60" aria-invalid=${Boolean(this.fault)} />`}
          ${this.fault ? html`<span class="problem" role="alert">${this.fault}</span>` : nothing}
        </label>
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${t('cancel')}</button>
          <button class="button ${question.danger ? 'danger' : 'primary'}">${question.action}</button>
        </div>
      </form>
    </dialog>`;
  }

  private readonly key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.submit(event);
  };

  private readonly submit = (event: Event) => {
    event.preventDefault();
    const value = this.field.value.trim();
    if (this.question?.kind === 'time') this.fault = value && instantOf(value) > new Date() ? '' : t('scheduleNeeded');
    else this.fault = value ? '' : t('reasonNeeded');
    if (!this.fault) this.finish(value);
  };

  private finish(value?: string): void {
    const { answer } = this;
    this.answer = undefined;
    if (this.dialog.open) this.dialog.close();
    answer?.(value);
  }
}
