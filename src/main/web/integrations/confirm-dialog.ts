import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';

interface Question {
  heading: string;
  text: string;
  yes: string;
  act: () => Promise<void>;
}

/** `<yw-confirm-dialog>`: asks before what cannot be undone, and does it. */
@customElement('yw-confirm-dialog')
export class ConfirmDialog extends YiwenElement {
  @state() private question?: Question;
  @state() private busy = false;
  @state() private failure = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [base, buttons, fields, formDialog];

  ask(question: Question): void {
    Object.assign(this, { question, failure: '' });
    this.dialog.showModal();
  }

  render() {
    return html`
      <dialog aria-labelledby="title">
        <form method="dialog">
          <h2 id="title">${this.question?.heading}</h2>
          <p>${this.question?.text}</p>
          ${this.failure ? html`<span class="problem" role="alert">${this.failure}</span>` : nothing}
          <div class="actions">
            <button class="button">${shared('cancel')}</button>
            <button type="button" class="button danger" ?disabled=${this.busy} @click=${() => void this.act()}>${this.question?.yes}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private async act(): Promise<void> {
    this.busy = true;
    try {
      await this.question?.act();
      this.dialog.close();
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.busy = false;
    }
  }
}
