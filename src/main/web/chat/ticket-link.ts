import { css, html, nothing } from 'lit';
import type { Body } from '../common/frames';
import { t } from './ticket-text';

export const ticketLinkStyles = css`
  .ticket-link {
    min-height: 32px;
    padding: var(--yw-space-1) 0;
    border: 0;
    background: none;
    color: var(--yw-accent-text);
    font: inherit;
    font-size: var(--yw-text-s);
    text-decoration: underline;
    cursor: pointer;
  }
  .notice .ticket-link {
    display: block;
    margin: 0 auto;
  }
  @media (pointer: coarse) {
    .ticket-link {
      min-height: var(--yw-control-touch);
    }
  }
`;

/** From words that belong to a ticket, the way to it. */
export function ticketLink(body: Body, ofAgent: boolean, open: (number: number) => void) {
  const number = body.kind === 'text' ? body.ticket : body.kind === 'notice' ? Number(body.facts.number) : undefined;
  return number
    ? html`<button class="ticket-link" @click=${() => open(number)}>${t(ofAgent ? 'reply' : 'look', { n: number })}</button>`
    : nothing;
}
