import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import type { Message } from '../common/frames';
import { composes } from '../common/composing';
import { YiwenElement } from '../common/element';
import { colon } from '../common/i18n/chinese';
import { t as common } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { topicName, topics } from '../knowledge/topic-names';
import { kinds, named, type KindDefinition } from '../tickets/kinds';
import { open } from '../tickets/tickets';
import { DISPOSITIONS, t } from './text';
import { wrapUpStyles } from './wrap-up-styles';
import { t as own } from './wrap-up-text';

export interface Closing {
  disposition: string;
  notes: string;
  category: string | null;
  summary: string;
  /** The last message that the agent has read. */
  lastSeq: number;
}

/** GET /conversations/{id}/wrap-up */
interface Draft {
  category?: string;
  summary: string;
  disposition?: string;
  customer?: string;
  /** In a sentence. */
  problem: string;
  /** The number to call back. */
  contact?: string;
  /** Somebody was in danger. */
  urgent: boolean;
  tickets: { number: number; title: string; here: boolean }[];
}

const TITLE = 60;

/** Asks how a conversation ended, filled in as far as is known. Event: `close-conversation` (detail: Closing). */
@customElement('yw-wrap-up')
export class WrapUp extends YiwenElement {
  @property() name = '';
  @property({ type: Boolean }) call = false;
  @property({ type: Boolean }) busy = false;
  /** What was said in the conversation that ends, while the form is open too. */
  @property({ attribute: false }) messages: Message[] = [];
  @state() private draft?: Draft;
  @state() private disposition = '';
  @state() private files = false;
  @state() private problem: 'disposition' | 'title' | '' = '';
  @state() private failure = '';
  @state() private filing = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  conversation = '';
  private filled: Record<string, string> = {};
  private heading = '';
  /** Those that need nothing filled in. */
  @state() private kinds: KindDefinition[] = [];
  /** What came before was on the page when the form was opened, or was read in it. */
  @state() private seen = 0;

  static styles = [base, buttons, fields, wrapUpStyles];

  async open(conversation: string): Promise<void> {
    Object.assign(this, { conversation, draft: undefined, disposition: '', files: false, filled: {}, heading: '', problem: '', failure: '', seen: this.newest });
    this.form.reset();
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
    await this.refill();
  }

  close(): void {
    this.dialog.close();
  }

  private async refill(): Promise<void> {
    const { conversation } = this;
    // The draft and the ticket's form are there without them.
    void kinds().then((all) => (this.kinds = all.kinds.filter((one) => !one.retired && !one.fields.some((field) => field.required))), () => undefined);
    try {
      const draft = await api<Draft>('GET', `/conversations/${conversation}/wrap-up`);
      if (this.conversation === conversation) this.fill(draft);
    } catch {
      this.failure = own('notPrefilled');
    }
  }

  private get newest(): number {
    return this.messages.reduce((newest, m) => Math.max(newest, m.seq), 0);
  }

  /** What the customer wrote while the form was open. */
  private get unseen(): Message[] {
    return this.messages.filter((m) => m.seq > this.seen && m.author.kind === 'customer');
  }

  /** What the agent has written already stays; what was only filled in may be filled in anew. */
  private fill(draft: Draft): void {
    this.draft = draft;
    const put = (name: string, value: string) => {
      const field = this.form.elements.namedItem(name) as HTMLInputElement | null;
      if (field && (!field.value || field.value === this.filled[name])) field.value = value;
      this.filled[name] = value;
    };
    put('category', draft.category ?? '');
    put('summary', draft.summary);
    this.disposition ||= draft.disposition ?? '';
  }

  render() {
    return html`<dialog aria-labelledby="wrap-up">
      <form method="dialog" @submit=${this.submit} @keydown=${this.key}>
        <h2 id="wrap-up">${this.call ? t('finishCall') : t('finishTitle')} · ${this.name}</h2>
        <p class="hint" role="status">${this.draft ? own(this.draft.summary || this.draft.category ? 'prefilled' : 'nothingToFill') : this.failure || common('loading')}</p>
        <div role="alert">${this.meanwhile()}</div>
        <fieldset aria-describedby="missing">
          <legend>${t('disposition')}</legend>
          ${DISPOSITIONS.filter((one) => one !== 'invalid' || !this.draft?.urgent).map((one) => this.choice(one))}
          <span id="missing" class="problem" role="alert">${this.problem === 'disposition' ? t('chooseDisposition') : ''}</span>
        </fieldset>
        <label class="field"
          ><span>${own('category')}</span
          ><select name="category">
            <option value="">${own('noCategory')}</option>
            ${topics().map((one) => html`<option value=${one}>${topicName(one)}</option>`)}
          </select></label
        >
        <label class="field"
          ><span>${own('summary')}</span
          ><textarea name="summary" rows="2" maxlength="1000" placeholder=${own('summaryHint')}></textarea
        ></label>
        <label class="field"
          ><span>${t('notes')}</span><textarea name="notes" rows="3" maxlength="2000" placeholder=${t('notesHint')}></textarea
        ></label>
        ${this.tickets()}
        <div class="actions">
          <button type="button" class="button" @click=${this.close}>${common('cancel')}</button>
          <button class="button primary" ?disabled=${this.busy || this.filing || this.unseen.length > 0}>${t('finishNow')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private meanwhile() {
    const { unseen } = this;
    if (!unseen.length) return nothing;
    return html`<div class="meanwhile">
      <strong>${own('meanwhile')}</strong>
      ${unseen.map((m) => html`<p>${m.body.text}</p>`)}
      <div class="row">
        <button type="button" class="button primary" @click=${this.close}>${own('goOn')}</button>
        <button type="button" class="button" @click=${this.readMore}>${own('readIt')}</button>
      </div>
    </div>`;
  }

  /** The customer may have said what changes the draft. */
  private async readMore(): Promise<void> {
    this.seen = this.newest;
    void this.refill();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.actions .primary')?.focus();
  }

  private choice(one: (typeof DISPOSITIONS)[number]) {
    return html`<label class="choice"
      ><input
        type="radio"
        name="disposition"
        value=${one}
        .checked=${this.disposition === one}
        @change=${() => {
          Object.assign(this, { disposition: one, problem: '' });
          // What is to be followed up needs a ticket, unless there is one.
          if (one === 'ticket' && !this.draft?.tickets.some((ticket) => ticket.here)) this.files = true;
        }}
      />${t(one)}</label
    >`;
  }

  private tickets() {
    const open = this.draft?.tickets ?? [];
    return html`
      ${open.length
        ? html`<div class="hint">
            ${own('openTickets')}${colon()}${open.map((one) => html`<a href="/tickets?number=${one.number}" target="_blank">${one.number} ${one.title}</a> `)}
          </div>`
        : nothing}
      <label class="row"
        ><input type="checkbox" .checked=${this.files} @change=${(e: Event) => (this.files = (e.target as HTMLInputElement).checked)} />
        <span>${own('file')}</span></label
      >
      ${this.files ? this.ticket() : nothing}
    `;
  }

  private ticket() {
    const kind = this.draft?.category === 'complaints' ? 'COMPLAINT' : this.draft?.category === 'broadband' ? 'FAULT' : 'OTHER';
    const summary = (this.form?.elements.namedItem('summary') as HTMLTextAreaElement | null)?.value ?? '';
    // As it was first: what the customer writes meanwhile renames no ticket.
    this.heading ||= this.draft?.problem || summary.split('\n')[0] || this.name;
    return html`<div class="ticket">
      <p class="hint">${own('ticketCustomer')}${colon()}${this.draft?.customer ?? this.name}</p>
      <label class="field"
        ><span>${own('ticketKind')}</span
        ><select name="ticketKind">
          ${this.kinds.map((one) => html`<option value=${one.id} ?selected=${one.id === kind}>${named(one.label)}</option>`)}
        </select></label
      >
      <label class="field"
        ><span>${own('ticketTitle')}</span
        ><input name="ticketTitle" maxlength="120" autocomplete="off" value=${this.heading.slice(0, TITLE)} />
        ${this.problem === 'title' ? html`<span class="problem" role="alert">${own('titleMissing')}</span>` : nothing}</label
      >
      <label class="field"
        ><span>${own('ticketContact')}</span
        ><input name="ticketContact" maxlength="120" autocomplete="off" value=${this.draft?.contact ?? ''} placeholder=${own('contactHint')}
      /></label>
    </div>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(this.form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const disposition = text('disposition');
    this.problem = !disposition ? 'disposition' : this.files && !text('ticketTitle') ? 'title' : '';
    if (this.problem || this.filing || this.unseen.length) return;
    if (this.files && !(await this.file(text))) return;
    this.tell<Closing>('close-conversation', {
      disposition,
      notes: text('notes'),
      category: text('category') || null,
      summary: text('summary'),
      lastSeq: this.seen,
    });
  }

  /** True when the ticket is there; it is then not opened again if ending the conversation fails. */
  private async file(text: (name: string) => string): Promise<boolean> {
    this.filing = true;
    try {
      const details = [text('summary'), text('notes')].filter(Boolean).join('\n');
      const ticket = await open({
        kind: text('ticketKind'),
        title: text('ticketTitle'),
        details,
        contact: text('ticketContact') || undefined,
        conversationId: this.conversation,
      });
      this.files = false;
      toast(own('filed', { n: ticket.number }));
      return true;
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      return false;
    } finally {
      this.filing = false;
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composes(event)) this.form.requestSubmit();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-wrap-up': WrapUp;
  }
}
