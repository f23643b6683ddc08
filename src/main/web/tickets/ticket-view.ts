import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { concealed } from '../common/reveal';
import { has, opens, type SignedIn } from '../common/session';
import { badges, base, buttons } from '../common/styles';
import { exact, relative, timeElement } from '../common/time';
import { attached, attachmentStyles } from './attachments';
import { t } from './i18n';
import { named } from './kinds';
import './ticket-actions';
import type { TicketActions } from './ticket-actions';
import { dueBadge, kindBadge, metLabel, priorityBadge } from './time-left';
import { ofCustomer, type Due, type Priority, type Ticket, type What, type Whole } from './tickets';

/** What their words are stands in the sentence. */
const NAMED = new Set<What>(['ASSIGNED', 'PRIORITY', 'MERGED', 'ABSORBED', 'SPLIT']);

/** `<yw-ticket-view .whole .staff>`: one ticket, what is due, what happened, and what can be done. Tells `act` and `back`. */
@customElement('yw-ticket-view')
export class TicketView extends YiwenElement {
  @property({ attribute: false }) whole!: Whole;
  @property({ attribute: false }) staff!: SignedIn;
  /** The customer's others. */
  @state() private others: Ticket[] = [];
  @query('yw-ticket-actions') private actions!: TicketActions;

  static styles = [
    base,
    buttons,
    badges,
    attachmentStyles,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: var(--yw-space-4);
        padding: var(--yw-space-4) var(--yw-space-5);
        overflow-y: auto;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
      }
      h2 {
        flex-basis: 100%;
        overflow-wrap: anywhere;
      }
      h3 {
        margin-bottom: var(--yw-space-2);
        color: var(--yw-ink-2);
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--yw-space-1) var(--yw-space-4);
        margin-top: var(--yw-space-3);
      }
      dt {
        color: var(--yw-ink-3);
      }
      .steps,
      .history {
        display: grid;
        gap: var(--yw-space-2);
        list-style: none;
      }
      .steps li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
      }
      .history li {
        display: grid;
        gap: 2px;
        padding-left: var(--yw-space-3);
        border-left: 2px solid var(--yw-line);
      }
      .history .late {
        border-color: var(--yw-urgent);
      }
      .history [data-what='ANSWERED'],
      .history [data-what='REPLIED'] {
        border-color: var(--yw-accent);
      }
      .others ul {
        display: grid;
        gap: var(--yw-space-1);
        list-style: none;
        overflow-wrap: anywhere;
      }
      .back {
        display: none;
      }
      @media (max-width: 760px) {
        :host {
          padding: var(--yw-space-3);
        }
        .back {
          display: inline-flex;
        }
      }
    `,
  ];

  /** As a key asks: nothing happens where it may not. */
  want(what: 'take' | 'reply' | 'comment' | 'resolve' | 'reopen'): void {
    this.actions?.want(what);
  }

  willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('whole') as Whole | undefined;
    if (changed.has('whole') && before?.ticket.id !== this.whole.ticket.id) void this.load(this.whole.ticket);
  }

  /** Without them the ticket is shown all the same. */
  private async load({ id, customer }: Ticket): Promise<void> {
    this.others = [];
    if (!customer) return;
    const all = await ofCustomer({ customer: customer.id }).catch(() => []);
    if (this.whole.ticket.id === id) this.others = all.filter((one) => one.id !== id);
  }

  render() {
    const { ticket } = this.whole;
    return html`
      <div class="head">
        <button class="button quiet small back" @click=${() => this.tell('back')}>${icons.close}${t('back')}</button>
        ${kindBadge(ticket)}
        <span class="badge ${ticket.state === 'RESOLVED' ? 'ok' : ''}">${t(`state${ticket.state}`)}</span>
        ${ticket.unread ? html`<span class="badge warn">${t('unread')}</span>` : nothing}
        ${priorityBadge(ticket)}
        <span class="hint">#${ticket.number}</span>
        <h2>${this.told(ticket.title)}</h2>
      </div>
      <yw-ticket-actions .ticket=${ticket} .staff=${this.staff}></yw-ticket-actions>
      <section>
        <h3>${t('deadlines')}</h3>
        ${ticket.waitingSince ? html`<p class="hint">${t('paused')}</p>` : nothing}
        <ul class="steps">
          ${ticket.steps.map((one) => this.step(ticket, one))}
        </ul>
      </section>
      ${ticket.resolution ? html`<section><h3>${t('resolution')}</h3><p class="text">${this.told(ticket.resolution)}</p></section>` : nothing}
      <section>
        <h3>${t('details')}</h3>
        ${ticket.details && ticket.details !== ticket.title ? html`<p class="text">${this.told(ticket.details)}</p>` : nothing}
        ${this.facts(ticket)}
      </section>
      ${this.others.length
        ? html`<section class="others">
            <h3>${t('otherTickets')}</h3>
            <ul>
              ${this.others.slice(0, 10).map(
                (one) => html`<li>
                  <a href="/tickets?ticket=${one.id}">${one.number} ${one.title}</a> <span class="hint">${t(`state${one.state}`)}</span>
                </li>`,
              )}
            </ul>
          </section>`
        : nothing}
      <section>
        <h3>${t('history')}</h3>
        <ol class="history">
          ${this.whole.history.map((one) => this.line(one))}
        </ol>
      </section>
    `;
  }

  private step(ticket: Ticket, due: Due) {
    const mayMeet =
      !due.metAt && ticket.state !== 'RESOLVED' && (ticket.owner?.id === this.staff.id || has(this.staff, 'SUPERVISE'));
    return html`<li data-step=${due.step}>
      ${dueBadge(due, ticket.waitingSince)}<span class="hint">${exact(new Date(due.dueAt))}</span>
      ${due.working ? html`<span class="hint" title=${t('workingHint')}>${t('working')}</span>` : nothing}
      ${mayMeet
        ? html`<button class="button small" @click=${() => this.actions.want('meet', due)}>${icons.check}${metLabel(due)}</button>`
        : nothing}
    </li>`;
  }

  private facts(ticket: Ticket) {
    const fact = (name: string, value: unknown) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing);
    return html`<dl>
      ${fact(t('owner'), ticket.owner?.name ?? t('nobody'))}
      ${fact(t('customer'), ticket.customer && (ticket.customer.name ?? t('visitor')))}
      ${fact(t('contact'), this.contact(ticket))} ${fact(t('openedBy'), ticket.openedBy?.name ?? t('leftMessage'))}
      ${ticket.fields.map((one) => fact(named(one.label), this.told(one.value)))}
      ${fact(t('openedAt'), timeElement(ticket.openedAt))}
      ${ticket.conversationId && opens(this.staff, 'agent')
        ? html`<dt></dt><dd><a href="/agent?conversation=${ticket.conversationId}">${t('conversation')}</a></dd>`
        : nothing}
    </dl>`;
  }

  /** Those whose work it is read all of it; supervisors are told what tokens stand for. */
  private get maskedForMe(): boolean {
    const { owner, openedBy } = this.whole.ticket;
    return owner?.id !== this.staff.id && openedBy?.id !== this.staff.id;
  }

  private told(text: string) {
    return concealed(text, `/tickets/${this.whole.ticket.id}`, this.maskedForMe && has(this.staff, 'REVEAL'));
  }

  private contact({ id, contact }: Ticket) {
    return contact && this.maskedForMe && has(this.staff, 'REVEAL')
      ? html`<yw-reveal of="/tickets/${id}" token="[联系方式]" masked=${contact}></yw-reveal>`
      : contact;
  }

  private stepName(step: string): string {
    const due = this.whole.ticket.steps.find((one) => one.step === step);
    return due ? named(due.label) : step;
  }

  private line(one: Whole['history'][number]) {
    const clock = one.what === 'OVERDUE' || one.what === 'DUE_SOON';
    const who = one.staff?.name ?? (clock ? t('system') : t('theCustomer'));
    const said = one.what === 'PRIORITY' ? t(`priority${one.words as Priority}`) : (one.words ?? '');
    const did = t(`did${one.what}`, { step: one.step ? this.stepName(one.step) : '', words: said });
    return html`<li class=${one.what === 'OVERDUE' ? 'late' : ''} data-what=${one.what}>
      <span>${one.ofTicket ? html`<span class="badge">${t('ofTicket', { n: one.ofTicket })}</span> ` : nothing}${who} ${did} <time class="hint" datetime=${one.at} title=${exact(new Date(one.at))}>${relative(new Date(one.at))}</time></span>
      ${one.words && !NAMED.has(one.what) ? html`<span class="text">${this.told(one.words)}</span>` : nothing}
      ${attached(
        this.whole.ticket.id,
        one.files,
        !one.ofTicket && (!this.maskedForMe || has(this.staff, 'REVEAL')),
        one.ofTicket ? t('filesThere', { n: one.ofTicket }) : undefined,
      )}
    </li>`;
  }
}
