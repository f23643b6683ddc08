import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { StagedFiles, stagedParts, stagedStyles } from '../common/staged-files';
import { base, buttons, fields } from '../common/styles';
import { formDialog } from '../common/dialogs';
import { attachmentStyles, chooseFiles, upload } from './attachments';
import { fieldInput } from './field-input';
import { t } from './i18n';
import { named, type KindDefinition } from './kinds';
import { toast } from '../common/toast';
import { act, colleagues, open, PRIORITIES, type Person, type Priority, type Ticket } from './tickets';

/** `<yw-new-ticket>`: asks for a new ticket. Tells `opened` with it. */
@customElement('yw-new-ticket')
export class NewTicketDialog extends YiwenElement {
  /** The id of whoever opens it. */
  @property() me = '';
  @property({ attribute: false }) kinds: KindDefinition[] = [];
  @state() private kindId = 'OTHER';
  @state() private people: Person[] = [];
  @state() private problem = '';
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;

  private readonly staged = new StagedFiles(() => this.requestUpdate());

  static styles = [base, buttons, fields, formDialog, stagedStyles, attachmentStyles];

  show(): void {
    this.problem = '';
    this.form.reset();
    this.staged.take();
    this.kindId = 'OTHER';
    // Without the list the ticket is opened all the same, for whoever takes it.
    void colleagues().then((all) => (this.people = all), () => undefined);
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('input[name=title]')?.focus();
  }

  private get untitled(): boolean {
    return this.problem === t('titleFault');
  }

  private get offered(): KindDefinition[] {
    return this.kinds.filter((one) => !one.retired);
  }

  private get kind(): KindDefinition | undefined {
    return this.offered.find((one) => one.id === this.kindId) ?? this.offered[0];
  }

  render() {
    return html`<dialog aria-labelledby="new">
      <form @submit=${this.submit}>
        <h2 id="new">${t('newTicket')}</h2>
        <label class="field"
          ><span>${t('kind')}</span
          ><select name="kind" @change=${(event: Event) => (this.kindId = (event.target as HTMLSelectElement).value)}>
            ${this.offered.map((one) => html`<option value=${one.id} ?selected=${one.id === this.kind?.id}>${named(one.label)}</option>`)}
          </select></label
        >
        <label class="field"
          ><span>${t('title')}</span><input name="title" maxlength="120" autocomplete="off" aria-invalid=${this.untitled} />
          ${this.untitled ? html`<span class="problem" role="alert">${this.problem}</span>` : nothing}</label
        >
        <label class="field"
          ><span>${t('priority')}</span
          ><select name="priority">
            ${[...PRIORITIES].reverse().map((one) => html`<option value=${one} ?selected=${one === 'NORMAL'}>${t(`priority${one}`)}</option>`)}</select
          ><span class="hint">${t('priorityHint')}</span></label
        >
        ${this.kind?.fields.map((one) => fieldInput(one))}
        <label class="field"><span>${t('details')}</span><textarea name="details" rows="4" maxlength="4000"></textarea></label>
        <div class="field"><span>${t('files')}</span>${stagedParts(this.staged)}${chooseFiles((files) => this.staged.add(files))}</div>
        <label class="field"><span>${t('contact')}</span><input name="contact" maxlength="120" autocomplete="off" /></label>
        <label class="field"
          ><span>${t('assignee')}</span
          ><select name="assignee">
            <option value="">${t('nobodyYet')}</option>
            ${this.people.map((one) => html`<option value=${one.id}>${one.name}</option>`)}
          </select></label
        >
        ${this.problem && !this.untitled ? html`<span class="problem" role="alert">${this.problem}</span>` : nothing}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${shared('cancel')}</button>
          <button class="button primary" ?disabled=${this.busy}>${t('create')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(this.form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    if (!text('title')) {
      this.problem = t('titleFault');
      return;
    }
    const missing = this.kind?.fields.find((one) => one.required && !text(`field.${one.id}`));
    if (missing) {
      this.problem = t('fieldFault', { name: named(missing.label) });
      return;
    }
    this.busy = true;
    try {
      const ticket = await open({
        kind: text('kind'),
        priority: text('priority') as Priority,
        title: text('title'),
        details: text('details'),
        contact: text('contact') || undefined,
        fields: Object.fromEntries(this.kind?.fields.map((one) => [one.id, text(`field.${one.id}`)]) ?? []),
      });
      this.dialog.close();
      await this.attach(ticket);
      await this.give(ticket, text('assignee'));
      this.tell('opened', ticket);
    } catch (failure) {
      this.problem = words(failure);
    } finally {
      this.busy = false;
    }
  }

  private async attach(ticket: Ticket): Promise<void> {
    const files = this.staged.take();
    if (!files.length) return;
    try {
      await act(ticket.id, 'comments', { words: '', files: await upload(ticket.id, files) });
    } catch (failure) {
      toast(t('filesFailed', { number: ticket.number, why: words(failure) }), { kind: 'problem' });
    }
  }

  /** Only an owner gives a ticket away, so whoever opens it has it first. */
  private async give(ticket: Ticket, to: string): Promise<void> {
    if (!to) return;
    try {
      await act(ticket.id, 'take');
      if (to !== this.me) await act(ticket.id, 'assign', { staffId: to });
    } catch (failure) {
      toast(t('assignFailed', { number: ticket.number, why: words(failure) }), { kind: 'problem' });
    }
  }
}
