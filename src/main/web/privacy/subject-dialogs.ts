import { html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './i18n';
import { erase, hold, type Report, type Subject } from './subjects';

const TYPED = 8;

/** `<yw-subject-dialogs>`: asks for the reason of a hold, and twice before an erasure. Tells `held` and `erased` (detail: the report). */
@customElement('yw-subject-dialogs')
export class SubjectDialogs extends YiwenElement {
  @state() private subject?: Subject;
  @state() private erasing = false;
  @state() private text = '';
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [base, buttons, fields, formDialog];

  ask(subject: Subject, erasing: boolean): void {
    Object.assign(this, { subject, erasing, text: '', busy: false });
    this.dialog.showModal();
  }

  render() {
    const word = this.subject?.id.slice(0, TYPED) ?? '';
    const ready = this.erasing ? this.text.trim() === word : this.text.trim() !== '';
    const input = (event: Event) => (this.text = (event.target as HTMLInputElement).value);
    return html`<dialog aria-labelledby="heading">
      <form @submit=${(event: Event) => (event.preventDefault(), ready && !this.busy && void this.go())}>
        <h2 id="heading">${t(this.erasing ? 'eraseHeading' : 'holdHeading')}</h2>
        <p>${t(this.erasing ? 'eraseHint' : 'holdHint')}</p>
        <label class="field"><span>${this.erasing ? t('typed', { word }) : t('reason')}</span>
          <input name="text" autocomplete="off" maxlength=${this.erasing ? TYPED : 500} .value=${this.text} @input=${input} />
        </label>
        <div class="actions">
          <button class="button" type="button" @click=${() => this.dialog.close()}>${shared('cancel')}</button>
          <button class="button ${this.erasing ? 'danger' : 'primary'}" ?disabled=${!ready || this.busy}>${t(this.erasing ? 'eraseNow' : 'set')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async go(): Promise<void> {
    const { subject } = this;
    if (!subject) return;
    this.busy = true;
    try {
      if (this.erasing) {
        this.tell<Report>('erased', await erase(subject.id));
      } else {
        await hold(subject.id, this.text.trim());
        this.tell('held');
      }
      this.dialog.close();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
