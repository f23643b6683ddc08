import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { t } from './i18n';
import { timeLeft, toneOf } from './time-left';
import { nextDue, type Filter, type Ticket } from './tickets';

const MOST = 200;

/** `<yw-ticket-list .tickets .filter open-id="…">`: what is due first stands first. Tells `open` and `clear`. */
@customElement('yw-ticket-list')
export class TicketList extends YiwenElement {
  @property({ attribute: false }) tickets?: Ticket[];
  @property({ attribute: false }) filter!: Filter;
  @property({ attribute: 'open-id' }) openId = '';
  private clock?: ReturnType<typeof setInterval>;

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: block;
        overflow-y: auto;
        scrollbar-width: thin;
      }
      ul {
        list-style: none;
      }
      a {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-1);
        padding: var(--yw-space-3) var(--yw-space-4);
        border-bottom: 1px solid var(--yw-line);
        border-left: 3px solid transparent;
        color: inherit;
        text-decoration: none;
      }
      a:hover {
        background: var(--yw-hover);
      }
      a:focus-visible {
        outline-offset: -2px;
      }
      a[aria-current] {
        background: var(--yw-selected);
      }
      .urgent > a {
        border-left-color: var(--yw-urgent);
      }
      .warn > a {
        border-left-color: var(--yw-warn-text);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-1) var(--yw-space-2);
      }
      .number {
        color: var(--yw-ink-3);
      }
      .hint {
        flex: none;
        white-space: nowrap;
      }
      .who {
        min-width: 0;
        margin-left: auto;
      }
      .foot {
        padding: var(--yw-space-3);
        text-align: center;
      }
      yw-skeleton {
        padding: var(--yw-space-4);
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    this.clock = setInterval(() => this.requestUpdate(), 30_000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  /** To the line after or before the one that has the focus, else the open one. */
  move(by: 1 | -1): void {
    const lines = [...this.renderRoot.querySelectorAll<HTMLElement>('a')];
    const focused = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    const at = lines.indexOf(focused ?? this.renderRoot.querySelector<HTMLElement>('a[aria-current]')!);
    lines[Math.min(Math.max(at + by, 0), lines.length - 1)]?.focus();
  }

  render() {
    const { tickets, filter } = this;
    if (!tickets) return html`<yw-skeleton lines="8"></yw-skeleton>`;
    if (tickets.length === 0) return this.empty();
    return html`
      <ul aria-label=${t(`show${filter.show}`)}>
        ${repeat(tickets, (one) => one.id, (one) => this.line(one))}
      </ul>
      <p class="foot hint">${tickets.length < MOST ? t('shown', { n: tickets.length }) : t('shownMost', { n: MOST })}</p>
    `;
  }

  private line(ticket: Ticket) {
    const tone = toneOf(nextDue(ticket));
    return html`<li class=${tone} data-number=${ticket.number}>
      <a
        href="/tickets?ticket=${ticket.id}"
        aria-current=${ticket.id === this.openId ? 'true' : nothing}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          this.tell('open', ticket.id);
        }}
      >
        <span class="row"
          ><span class="number">${ticket.number}</span><span class="ellipsis">${ticket.title}</span><span class="spread"></span
          ><span class="hint">${timeElement(ticket.openedAt)}</span></span
        >
        <span class="facts">
          <span class="badge ${ticket.kind === 'COMPLAINT' || ticket.kind === 'MAJOR_FAULT' ? 'accent' : ''}">${t(ticket.kind)}</span>
          ${ticket.unread ? html`<span class="badge warn">${t('unread')}</span>` : ticket.state === 'WAITING' ? html`<span class="badge">${t('stateWAITING')}</span>` : nothing}
          ${ticket.state === 'RESOLVED' ? html`<span class="badge ok">${t('stateRESOLVED')}</span>` : timeLeft(ticket)}
          <span class="who row">
            <span class="hint ellipsis">${ticket.customer?.name ?? (ticket.customer ? t('visitor') : '')}</span>
            <span class="hint">${ticket.owner ? ticket.owner.name : t('nobody')}</span>
          </span>
        </span>
      </a>
    </li>`;
  }

  private empty() {
    const { show, kind, q } = this.filter;
    if (kind || q) {
      return html`<yw-empty heading=${t('noneFound')} hint=${t('noneFoundHint')}>
        <button class="button" @click=${() => this.tell('clear')}>${t('clearFilters')}</button>
      </yw-empty>`;
    }
    return html`<yw-empty heading=${t(`none${show}`)} hint=${show === 'mine' ? t('nonemineHint') : t('noneHint')}></yw-empty>`;
  }
}
