import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons, fields } from '../common/styles';
import { groupTime, lasting, timeElement } from '../common/time';
import { toast } from '../common/toast';
import { t } from './i18n';
import './incident-form';
import { formOf, instant, life, local, recover, renew, type Incident, type Life, type Measures } from './incidents';

/** `<yw-incident .incident>`: one that stands or stood, with what came of it. Tells `changed`. */
@customElement('yw-incident')
export class IncidentCard extends YiwenElement {
  @property({ attribute: false }) incident!: Incident;
  @state() private open?: Life;
  @state() private editing = false;
  @state() private eta: string | null = null;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    css`
      article {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-4);
        overflow-wrap: anywhere;
      }
      article.overdue {
        border-left: 4px solid var(--yw-urgent);
      }
      h3 {
        margin: 0;
        font-size: var(--yw-text-m);
      }
      p {
        margin: 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: end;
      }
      .late {
        padding: var(--yw-space-2) var(--yw-space-3);
        background: var(--yw-urgent-soft);
        color: var(--yw-urgent-text);
      }
      blockquote {
        margin: 0;
        padding: var(--yw-space-2) var(--yw-space-3);
        border-left: 4px solid var(--yw-line);
        background: var(--yw-page);
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 150px), 1fr));
        gap: var(--yw-space-2) var(--yw-space-4);
        margin: 0;
      }
      dt {
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
      }
      dd {
        margin: 0;
      }
      ol {
        margin: 0;
        padding-left: var(--yw-space-4);
      }
      @media (max-width: 640px) {
        .button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  render() {
    const { incident } = this;
    const standing = !incident.recoveredAt;
    return html`<article class="card ${incident.overdue ? 'overdue' : ''}" data-incident=${incident.id}>
      <div class="row">
        <span class="badge ${incident.level === 1 ? 'urgent' : 'warn'}">${t('levelShort', { n: incident.level })}</span>
        ${incident.drill ? html`<span class="badge">${t('drillMark')}</span>` : nothing}
        <h3>${incident.cause}</h3>
      </div>
      <p class="hint">${[incident.regions.join('、') || t('everywhere'), incident.products.join('、'), incident.words.join('、')].filter(Boolean).join(' · ')}</p>
      <p class="hint">${t('since', { by: incident.declaredBy, at: groupTime(new Date(incident.declaredAt)) })}</p>
      ${standing ? this.time() : html`<p>${this.ended(incident.recoveredAt!)}</p>`}
      ${standing
        ? html`<div class="hint">${t('says')}</div>
            <blockquote>${incident.says}</blockquote>`
        : nothing}
      ${incident.measures && !incident.drill ? this.measures(incident.measures) : nothing} ${standing ? this.actions() : nothing}
      ${this.editing
        ? html`<yw-incident-form .form=${formOf(incident)} incident=${incident.id} @done=${() => ((this.editing = false), this.tell('changed'))}></yw-incident-form>`
        : nothing}
      <details @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void this.read()}>
        <summary>${t('life')}</summary>
        ${this.open ? this.lived(this.open) : nothing}
      </details>
    </article>`;
  }

  private ended(at: string): string {
    const lasted = Math.round((Date.parse(at) - Date.parse(this.incident.declaredAt)) / 1000);
    return t('ended', { at: groupTime(new Date(at)), lasted: lasting(lasted) });
  }

  private time() {
    const { eta, overdue } = this.incident;
    if (!eta) return html`<p>${t('untilOpen')}</p>`;
    const when = groupTime(new Date(eta));
    return overdue
      ? html`<div class="late" role="alert"><strong>${t('overdue')}</strong><p>${t('overdueHint', { eta: when })}</p></div>`
      : html`<p>${t('until', { eta: when })}</p>`;
  }

  private measures(of: Measures) {
    const target = lasting(of.targetSeconds);
    const first = of.firstNoticeSeconds;
    return html`<dl>
      <div>
        <dt>${t('first')}</dt>
        <dd>
          ${first === undefined
            ? html`${t('notYet')} <span class="hint">${t('target', { target })}</span>`
            : html`${lasting(first)} <span class="hint">${t(first <= of.targetSeconds ? 'inTime' : 'late', { target })}</span>`}
        </dd>
      </div>
      ${this.measure('told', t('chats', { n: of.told }))} ${this.measure('deflected', t('ofAsked', { n: of.deflected, all: of.askedBot }))}
      ${this.measure('repeated', t('times', { n: of.repeated }))} ${this.measure('linked', t('pieces', { n: of.tickets }))}
      ${this.incident.recoveredAt ? this.measure('recoveryTold', t('chats', { n: of.recoveryTold })) : nothing}
    </dl>`;
  }

  private measure(name: 'told' | 'deflected' | 'repeated' | 'linked' | 'recoveryTold', figure: string) {
    return html`<div><dt>${t(name)}</dt><dd data-measure=${name}>${figure}</dd></div>`;
  }

  private actions() {
    const { incident } = this;
    return html`<div class="row">
      <label class="field">
        <span>${t('eta')}</span>
        <input
          type="datetime-local"
          name="renew"
          .value=${local(this.eta ?? incident.eta)}
          @change=${(event: Event) => (this.eta = instant((event.target as HTMLInputElement).value))}
        />
      </label>
      <button class="button ${incident.overdue ? 'primary' : ''}" @click=${() => void this.work(() => renew(incident.id, this.eta), t('changedDone'))}>${t('renew')}</button>
      <button class="button" aria-expanded=${this.editing} @click=${() => (this.editing = !this.editing)}>${t('edit')}</button>
      <button
        class="button"
        @click=${() => (incident.drill || confirm(t('recoverAsk'))) && void this.work(() => recover(incident.id), t('recovered'))}
      >
        ${t(incident.drill ? 'recoverDrill' : 'recover')}
      </button>
    </div>`;
  }

  private lived({ steps, tickets }: Life) {
    return html`<ol>
        ${steps.map((one) => html`<li>${timeElement(one.at)} ${this.step(one)}${one.by ? ` · ${one.by}` : ''}</li>`)}
      </ol>
      <p class="hint">${t('tickets')}</p>
      ${tickets.length
        ? html`<ul>
            ${tickets.map((one) => html`<li><a href="/tickets?ticket=${one.id}">${one.number} ${one.title}</a></li>`)}
          </ul>`
        : html`<p class="hint">${t('noTickets')}</p>`}`;
  }

  private step({ kind, details }: Life['steps'][number]): string {
    if (kind !== 'RENEWED') return t(kind, { details });
    return details ? t('RENEWED', { details: groupTime(new Date(details)) }) : t('RENEWEDopen');
  }

  private async read(): Promise<void> {
    try {
      this.open = await life(this.incident.id);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async work(what: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await what();
      toast(done);
      this.eta = null;
      this.open = undefined;
      this.tell('changed');
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
