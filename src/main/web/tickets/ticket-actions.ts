import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { composes } from '../common/composing';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import { newId } from '../common/client/outbox';
import { has, type SignedIn } from '../common/session';
import { StagedFiles, stagedParts, stagedStyles } from '../common/staged-files';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './i18n';
import { attachmentStyles, chooseFiles, upload } from './attachments';
import { t as done } from './actions-text';
import { named } from './kinds';
import { metLabel } from './time-left';
import { act, colleagues, PRIORITIES, type Act, type Due, type Person, type Priority, type Ticket, type Whole } from './tickets';

const PRESSING: Priority[] = [...PRIORITIES].reverse();

type Asking = 'reply' | 'comment' | 'resolve' | 'reopen' | 'assign' | 'merge' | 'meet';

const ACTS: Record<Exclude<Asking, 'meet'>, Act> = {
  reply: 'replies',
  comment: 'comments',
  resolve: 'resolve',
  reopen: 'reopen',
  assign: 'assign',
  merge: 'merge',
};

/** What can be done with a ticket, one thing at a time. Tells `changed` with the ticket as it is then. */
@customElement('yw-ticket-actions')
export class TicketActions extends YiwenElement {
  @property({ attribute: false }) ticket!: Ticket;
  @property({ attribute: false }) staff!: SignedIn;
  @state() private asking?: Asking;
  @state() private people?: Person[];
  @state() private problem = '';
  @state() private busy = false;
  private readonly staged = new StagedFiles(() => this.requestUpdate());
  private sent?: { words: string; id: string };
  @query('form textarea, form select') private field?: HTMLTextAreaElement | HTMLSelectElement;
  @query('input[name=number]') private number?: HTMLInputElement;
  @query('input[name=waits]') private waits?: HTMLInputElement;
  private step?: Due;

  static styles = [
    base,
    buttons,
    fields,
    stagedStyles,
    attachmentStyles,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
      }
      .row {
        flex-wrap: wrap;
      }
      form {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
      }
      .priority select {
        width: auto;
      }
      .check {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-height: var(--yw-control);
      }
      @media (max-width: 760px) {
        .check,
        .button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('ticket') as Ticket | undefined;
    if (before && before.id !== this.ticket.id) {
      this.asking = undefined;
      this.staged.take();
    }
  }

  want(what: 'take' | Asking, step?: Due): void {
    if (what === 'take') return void (this.mayTake && this.do('take'));
    const { ticket } = this;
    const open = ticket.state !== 'RESOLVED';
    const allowed =
      what === 'comment' || (what === 'reply' ? this.mayReply : what === 'reopen' ? !open : open && this.mayWork);
    if (!allowed) return;
    Object.assign(this, { asking: what, step, problem: '' });
    if (what === 'assign' && !this.people) void this.loadPeople();
    void this.updateComplete.then(() => (what === 'merge' ? this.number : this.field)?.focus());
  }

  private get mayTake(): boolean {
    return this.ticket.state !== 'RESOLVED' && !this.ticket.owner;
  }

  private get mayReply(): boolean {
    return Boolean(this.ticket.customer) && this.mayWork;
  }

  private get mayWork(): boolean {
    return this.ticket.owner?.id === this.staff.id || has(this.staff, 'SUPERVISE');
  }

  render() {
    const { ticket } = this;
    const open = ticket.state !== 'RESOLVED';
    if (ticket.mergedInto) return this.merged(ticket.mergedInto);
    const button = (what: 'take' | Exclude<Asking, 'meet'>, icon: unknown, kind = '') =>
      html`<button class="button ${kind}" @click=${() => this.want(what)}>${icon}${what === 'take' ? done('take') : t(what)}</button>`;
    return html`
      <div class="row">
        ${this.mayTake ? button('take', icons.person, 'primary') : nothing}
        ${open && this.mayWork ? button('resolve', icons.check, this.mayTake ? '' : 'primary') : nothing}
        ${this.mayReply ? button('reply', icons.headset) : nothing} ${button('comment', icons.text)} ${open && this.mayWork ? button('assign', icons.send) : nothing}
        ${open && this.mayWork && ticket.owner
          ? html`<button class="button" @click=${() => void this.do('release')}>${icons.left}${t('release')}</button>`
          : nothing}
        ${open && this.mayWork ? button('merge', icons.copy) : nothing}
        ${open ? nothing : button('reopen', icons.refresh)} ${open && (this.mayWork || !ticket.owner) ? this.priority(ticket) : nothing}
      </div>
      ${open && !this.mayWork
        ? html`<p class="hint">${ticket.owner ? done('othersTicket', { name: ticket.owner.name }) : done('takeFirst')}</p>`
        : nothing}
      ${this.asking ? this.form(this.asking) : nothing}
    `;
  }

  private merged({ id, number }: NonNullable<Ticket['mergedInto']>) {
    return html`<div class="row">
      <p>${icons.copy} <a href="/tickets?ticket=${id}">${t('mergedInto', { n: number })}</a></p>
      ${this.mayWork ? html`<button class="button" @click=${() => void this.do('split')}>${t('split')}</button>` : nothing}
    </div>`;
  }

  private priority(ticket: Ticket) {
    return html`<label class="row priority" title=${t('priorityHint')}
      ><span class="hint">${t('priority')}</span
      ><select
        .value=${ticket.priority}
        @change=${(event: Event) => void this.do('priority', { priority: (event.target as HTMLSelectElement).value })}
      >
        ${PRESSING.map((one) => html`<option value=${one} ?selected=${one === ticket.priority}>${t(`priority${one}`)}</option>`)}
      </select></label
    >`;
  }

  private form(asking: Asking) {
    const label = asking === 'meet' ? named(this.step!.label) : asking === 'assign' ? done('assignTo') : asking === 'merge' ? done('mergeReason') : t(asking);
    return html`<form @submit=${this.submit} @keydown=${this.key}>
      ${asking === 'merge'
        ? html`<label class="field"><span>${done('mergeInto')}</span><input name="number" inputmode="numeric" autocomplete="off" /></label>`
        : nothing}
      <label class="field"
        ><span>${label}</span>${asking === 'assign'
          ? html`<select name="staffId">
              <option value="">${done('choosePerson')}</option>
              ${this.people?.map((one) => html`<option value=${one.id}>${one.name}</option>`)}
            </select>`
          : html`<textarea
              name="words"
              rows="3"
              maxlength=${asking === 'reply' ? 2000 : asking === 'merge' ? 1000 : 4000}
              placeholder=${asking === 'meet' ? done('metHint') : t(`${asking}Hint`)}
              aria-invalid=${Boolean(this.problem)}
            ></textarea>`}</label
      >
      ${asking === 'reply' || asking === 'comment'
        ? html`${stagedParts(this.staged)}${chooseFiles((files) => this.staged.add(files))}`
        : nothing}
      ${asking === 'reply' && this.ticket.owner && this.ticket.state !== 'RESOLVED'
        ? html`<label class="check"><input type="checkbox" name="waits" />${done('waits')}</label>`
        : nothing}
      ${this.problem ? html`<span class="problem" role="alert">${this.problem}</span>` : nothing}
      <div class="row">
        <button class="button primary" ?disabled=${this.busy}>${asking === 'meet' ? metLabel(this.step!) : done(`send${asking}`)}</button>
        <button type="button" class="button quiet" @click=${() => (this.asking = undefined)}>${shared('cancel')}</button>
      </div>
    </form>`;
  }

  private key(event: KeyboardEvent): void {
    if (composes(event)) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.asking = undefined;
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      (event.currentTarget as HTMLFormElement).requestSubmit();
    }
  }

  private submit(event: Event): void {
    event.preventDefault();
    const { asking } = this;
    const value = this.field?.value.trim() ?? '';
    if (!asking) return;
    if (asking === 'merge') {
      const number = Number(this.number?.value.trim());
      if (number > 0) void this.do('merge', { number, words: value });
      else this.problem = done('required');
      return;
    }
    const attaches = (asking === 'reply' || asking === 'comment') && this.staged.list.length > 0;
    if (!value && asking !== 'meet' && !attaches) {
      this.problem = asking === 'assign' ? done('choosePerson') : done('required');
      this.field?.focus();
      return;
    }
    const path: Act = asking === 'meet' ? `steps/${this.step!.step}` : ACTS[asking];
    const waits = asking === 'reply' ? { waits: this.waits?.checked ?? false, clientMessageId: this.idOf(value) } : {};
    if (attaches) return void this.doWithFiles(path, { words: value, ...waits });
    void this.do(path, asking === 'assign' ? { staffId: value } : { words: value, ...waits });
  }

  /** The same words sent again after a failure are the same reply. */
  private idOf(words: string): string {
    if (this.sent?.words !== words) this.sent = { words, id: newId() };
    return this.sent.id;
  }

  /** What was refused leaves all that was chosen where it is. */
  private async doWithFiles(path: Act, body: object): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const files = await upload(this.ticket.id, this.staged.list.map((one) => one.file));
      this.busy = false;
      if (await this.do(path, { ...body, files })) this.staged.take();
    } catch (failure) {
      this.problem = words(failure);
    } finally {
      this.busy = false;
    }
  }

  private async do(what: Act, body?: object): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      const whole = await act(this.ticket.id, what, body);
      this.asking = undefined;
      this.sent = undefined;
      toast(this.said(what, whole));
      this.tell('changed', whole);
      return true;
    } catch (failure) {
      if (this.asking) this.problem = words(failure);
      else toast(words(failure), { kind: 'problem' });
      return false;
    } finally {
      this.busy = false;
    }
  }

  private said(what: Act, { ticket }: Whole): string {
    switch (what) {
      case 'take':
        return done('taken', { n: ticket.number });
      case 'assign':
        return done('assigned', { name: ticket.owner?.name ?? '' });
      case 'merge':
        return done('merged', { n: ticket.mergedInto?.number ?? '' });
      case 'split':
        return done('parted');
      case 'release':
        return done('released');
      case 'priority':
        return done('prioritised', { priority: t(`priority${ticket.priority}`) });
      case 'replies':
        return done('replied');
      case 'comments':
        return done('commented');
      case 'resolve':
        return done('resolved', { n: ticket.number });
      case 'reopen':
        return done('reopened');
      default:
        return done('stepMet', { step: this.step ? named(this.step.label) : '' });
    }
  }

  private async loadPeople(): Promise<void> {
    try {
      this.people = (await colleagues()).filter((one) => one.id !== this.ticket.owner?.id);
    } catch (failure) {
      this.problem = words(failure);
    }
  }
}
