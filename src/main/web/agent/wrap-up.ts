import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import type { Message } from '../common/frames';
import { composes } from '../common/composing';
import { YiwenElement } from '../common/element';
import { colon } from '../common/i18n/chinese';
import { t as common } from '../common/i18n/common';
import { badges, base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { topicName, topics } from '../knowledge/topic-names';
import { kinds, type KindDefinition } from '../tickets/kinds';
import { open } from '../tickets/tickets';
import './tags';
import { DISPOSITIONS, t } from './text';
import { lines, moment, saysNothing, values, type Closing, type Draft } from './wrap-up-draft';
import { wrapUpStyles } from './wrap-up-styles';
import { ticketForm } from './wrap-up-ticket';
import { t as own } from './wrap-up-text';

const TITLE = 60;
/** A model that writes longer than the draft waits for it is asked for so often, and no more. */
const AGAIN_MS = 2_000;
const AGAIN = 5;

/** Asks how a conversation ended, filled in as far as is known. Event: `close-conversation` (detail: Closing). */
@customElement('yw-wrap-up')
export class WrapUp extends YiwenElement {
  @property() name = '';
  /** The customer has hung up: what is left is to confirm what was. */
  @property({ type: Boolean }) over = false;
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
  @state() private tags: string[] = [];
  private tagsFilled: string[] = [];
  private asked = 0;
  /** Those that need nothing filled in. */
  @state() private kinds: KindDefinition[] = [];
  /** What came before was on the page when the form was opened, or was read in it. */
  @state() private seen = 0;

  static styles = [base, badges, buttons, fields, wrapUpStyles];

  async open(conversation: string): Promise<void> {
    Object.assign(this, { conversation, draft: undefined, disposition: '', files: false, filled: {}, heading: '', tags: [], tagsFilled: [], asked: 0, problem: '', failure: '', seen: this.newest });
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
      if (this.conversation !== conversation) return;
      this.fill(draft);
      if (draft.composing && this.asked++ < AGAIN) setTimeout(() => this.conversation === conversation && this.dialog.open && void this.refill(), AGAIN_MS);
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
    for (const [name, value] of Object.entries(values(draft))) put(name, value);
    if (this.tags.join() === this.tagsFilled.join()) this.tags = draft.tags;
    this.tagsFilled = draft.tags;
    this.disposition ||= draft.disposition ?? '';
  }

  render() {
    return html`<dialog aria-labelledby="wrap-up">
      <form method="dialog" @submit=${this.submit} @keydown=${this.key}>
        <h2 id="wrap-up">${this.over ? own('record') : this.call ? t('finishCall') : t('finishTitle')} · ${this.name}</h2>
        <p class="hint" role="status">${this.draft ? own(saysNothing(this.draft) ? 'nothingToFill' : this.draft.composing ? 'composing' : 'prefilled') : this.failure || common('loading')}</p>
        <div role="alert">${this.meanwhile()}</div>
        <fieldset aria-describedby="missing">
          <legend>${t('disposition')}</legend>
          ${DISPOSITIONS.filter((one) => one !== 'invalid' || !this.draft?.urgent).map((one) => this.choice(one))}
          <span id="missing" class="problem" role="alert">${this.problem === 'disposition' ? t('chooseDisposition') : ''}</span>
        </fieldset>
        ${this.facts()}
        <div class="pair">
          <label class="field"
            ><span>${own('category')}</span
            ><select name="category">
              <option value="">${own('noCategory')}</option>
              ${topics().map((one) => html`<option value=${one}>${topicName(one)}</option>`)}
            </select></label
          >
          <label class="field"><span>${own('callBackAt')}</span><input type="datetime-local" name="callBackAt" step="60" /></label>
        </div>
        ${this.text('summary', own('summary'), own('summaryHint'), 1000)} ${this.text('cause', own('cause'), own('causeHint'), 1000)}
        ${this.text('notes', own('done'), t('notesHint'), 2000)} ${this.text('promised', own('promised'), own('promisedHint'), 2000)}
        ${this.text('open', own('open'), own('openHint'), 2000)}
        <div class="field">
          <span>${own('tags')}</span>
          <yw-tags .tags=${this.tags} @tags=${(e: CustomEvent<string[]>) => (this.tags = e.detail)}></yw-tags>
        </div>
        ${this.tickets()}
        <div class="actions">
          <button type="button" class="button" @click=${this.close}>${common('cancel')}</button>
          <button class="button primary" ?disabled=${this.busy || this.filing || this.unseen.length > 0}>${this.over ? own('confirm') : t('finishNow')}<span class="key" aria-hidden="true">Ctrl ⏎</span></button>
        </div>
      </form>
    </dialog>`;
  }

  private text(name: string, label: string, hint: string, most: number) {
    return html`<label class="field"
      ><span>${label}</span><textarea name=${name} rows="1" maxlength=${most} placeholder=${hint}></textarea
    ></label>`;
  }

  private facts() {
    const facts = this.draft?.facts ?? [];
    return facts.length ? html`<p class="facts hint">${own('said')}${colon()}${facts.map((one) => html`<span class="badge">${one.value}</span>`)}</p>` : nothing;
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
        <span>${own('file')}</span>${this.draft?.ticket && !this.files ? html`<span class="badge warn">${own('fileSuggested')}</span>` : nothing}</label
      >
      ${this.files ? this.ticket() : nothing}
    `;
  }

  private ticket() {
    const { draft, kinds } = this;
    const summary = (this.form?.elements.namedItem('summary') as HTMLTextAreaElement | null)?.value ?? '';
    // As it was first: what the customer writes meanwhile renames no ticket.
    if (draft) this.heading ||= draft.problem || summary.split('\n')[0] || this.name;
    return ticketForm({
      draft,
      kinds,
      customer: draft?.customer ?? this.name,
      heading: (this.heading || this.name).slice(0, TITLE),
      untitled: this.problem === 'title',
    });
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
      category: text('category') || null,
      summary: text('summary'),
      cause: text('cause'),
      notes: text('notes'),
      promised: lines(text('promised')),
      open: lines(text('open')),
      tags: this.tags,
      callBackAt: moment(text('callBackAt')),
      lastSeq: this.seen,
    });
  }

  /** True when the ticket is there; it is then not opened again if ending the conversation fails. */
  private async file(text: (name: string) => string): Promise<boolean> {
    this.filing = true;
    try {
      const details = [text('summary'), text('cause'), text('notes'), ...lines(text('promised'))].filter(Boolean).join('\n');
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
