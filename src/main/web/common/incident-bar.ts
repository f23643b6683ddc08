import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from './api';
import { YiwenElement } from './element';
import { t } from './incident-text';
import { badges, base } from './styles';

interface Standing {
  id: string;
  level: number;
  says: string;
  drill: boolean;
  overdue: boolean;
}

const EVERY_MS = 5000;

/** `<yw-incident-bar ?link>` on every page of staff: what was declared and stands, drills among them; nothing when all is well. */
@customElement('yw-incident-bar')
export class IncidentBar extends YiwenElement {
  /** Whether who looks may do something about it. */
  @property({ type: Boolean }) link = false;
  @state() private all: Standing[] = [];
  private clock?: ReturnType<typeof setInterval>;

  static styles = [
    base,
    badges,
    css`
      ul {
        display: grid;
        max-height: 30dvh;
        margin: 0;
        padding: 0;
        overflow-y: auto;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-3);
        align-items: center;
        padding: var(--yw-space-2) var(--yw-space-4);
        background: var(--yw-warn-soft);
        color: var(--yw-warn-text);
        font-size: var(--yw-text-s);
        overflow-wrap: anywhere;
      }
      li.urgent {
        background: var(--yw-urgent-soft);
        color: var(--yw-urgent-text);
      }
      span {
        flex: 1 1 16rem;
      }
      a {
        color: inherit;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.look();
    this.clock = setInterval(() => void this.look(), EVERY_MS);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  render() {
    if (!this.all.length) return nothing;
    return html`<div role="status"><ul aria-label=${t('standing')}>
      ${this.all.map(
        (one) => html`<li class=${one.overdue || one.level === 1 ? 'urgent' : ''} data-incident=${one.id}>
          <span>${one.drill ? t('drill') : ''}${one.says}${one.overdue ? html` <strong>${t('overdue')}</strong>` : nothing}</span>
          ${this.link ? html`<a href="/incidents">${t('open')}</a>` : nothing}
        </li>`,
      )}
    </ul></div>`;
  }

  private async look(): Promise<void> {
    if (document.hidden && this.all.length) return;
    try {
      this.all = await api<Standing[]>('GET', '/incidents/standing');
    } catch {
      // What was known stays until the next look.
    }
  }
}
