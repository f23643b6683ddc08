import { html, nothing } from 'lit';
import { colon } from '../common/i18n/chinese';
import { exact } from '../common/time';
import { named, type KindDefinition } from '../tickets/kinds';
import type { Draft } from './wrap-up-draft';
import { t as own } from './wrap-up-text';

/** The ticket that is opened along with the end of a conversation, filled in as far as is known. */
export interface TicketForm {
  draft?: Draft;
  customer: string;
  heading: string;
  kinds: KindDefinition[];
  untitled: boolean;
}

export function ticketForm({ draft, customer, heading, kinds, untitled }: TicketForm) {
  const kind = draft?.ticket?.kind ?? (draft?.category === 'complaints' ? 'COMPLAINT' : draft?.category === 'broadband' ? 'FAULT' : 'OTHER');
  return html`<div class="ticket">
    <p class="hint">${own('ticketCustomer')}${colon()}${customer}</p>
    <label class="field"
      ><span>${own('ticketKind')}</span
      ><select name="ticketKind">
        ${kinds.map((one) => html`<option value=${one.id} ?selected=${one.id === kind}>${named(one.label)}</option>`)}
      </select></label
    >
    <label class="field"
      ><span>${own('ticketTitle')}</span><input name="ticketTitle" maxlength="120" autocomplete="off" value=${heading} />
      ${untitled ? html`<span class="problem" role="alert">${own('titleMissing')}</span>` : nothing}</label
    >
    <label class="field"
      ><span>${own('ticketContact')}</span
      ><input name="ticketContact" maxlength="120" autocomplete="off" value=${draft?.contact ?? ''} placeholder=${own('contactHint')}
    /></label>
    ${draft?.ticket?.due ? html`<p class="hint due">${own('ticketDue')}${colon()}${exact(new Date(draft.ticket.due))}</p>` : nothing}
  </div>`;
}
