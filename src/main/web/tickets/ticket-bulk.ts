import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { composes } from '../common/composing';
import { dialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { colon } from '../common/i18n/chinese';
import { t as shared } from '../common/i18n/common';
import { has, type SignedIn } from '../common/session';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { bulk, inverse, type BulkChange, type Outcome } from './bulk';
import { t as done } from './actions-text';
import { t } from './bulk-text';
import { t as page } from './i18n';
import { colleagues, PRIORITIES, type Person, type Priority, type Ticket } from './tickets';

type Asking = 'assign' | 'priority' | 'resolve';

/** `<yw-ticket-bulk .chosen .staff>`: one thing for all that are chosen. Tells `bulk-done` with the ids that are still to do, and `choose-none`. */
@customElement('yw-ticket-bulk')
export class TicketBulk extends YiwenElement {
  @property({ attribute: false }) chosen: Ticket[] = [];
  @property({ attribute: false }) staff!: SignedIn;
  @state() private asking?: Asking;
  @state() private people?: Person[];
  @state() private problem = '';
  @state() private busy = false;
  @state() private failed: [Ticket | undefined, Outcome][] = [];
  @query('select, textarea') private field?: HTMLSelectElement | HTMLTextAreaElement;
  @query('dialog') private report!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    fields,
    dialog,
    css`
      .bar {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-2) var(--yw-space-4);
        border-bottom: 1px solid var(--yw-line);
        background: var(--yw-accent-soft);
      }
      .row {
        flex-wrap: wrap;
      }
      form {
        display: grid;
        gap: var(--yw-space-2);
      }
      li {
        overflow-wrap: anywhere;
      }
      ul {
        display: grid;
        gap: var(--yw-space-1);
        margin-top: var(--yw-space-3);
        padding-left: 1.2em;
      }
      @media (max-width: 760px) {
        .bar {
          padding: var(--yw-space-2) var(--yw-space-3);
        }
        .button,
        .button.small {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('chosen') && !this.chosen.length) Object.assign(this, { asking: undefined, problem: '' });
  }

  render() {
    return html`${this.chosen.length ? this.bar() : nothing}
      <dialog aria-labelledby="failed">
        <h2 id="failed">${t('failed', { n: this.failed.length })}</h2>
        <p class="hint">${t('failedHint')}</p>
        <ul>
          ${this.failed.map(([ticket, one]) => html`<li>${ticket?.number} ${ticket?.title}${colon()}${t(one.why ?? 'other')}</li>`)}
        </ul>
        <div class="actions"><button class="button primary" @click=${() => this.report.close()}>${t('close')}</button></div>
      </dialog>`;
  }

  private bar() {
    const ask = (what: Asking) => html`<button class="button small" ?disabled=${this.busy} @click=${() => this.ask(what)}>${t(what)}</button>`;
    return html`<div class="bar" role="region" aria-label=${t('chosen', { n: this.chosen.length })}>
      <div class="row">
        <strong role="status">${this.busy ? t('working') : t('chosen', { n: this.chosen.length })}</strong>
        <span class="spread"></span>
        <button class="button quiet small" @click=${() => this.tell('choose-none')}>${icons.close}${t('clear')}</button>
      </div>
      <div class="row">
        <button class="button small" ?disabled=${this.busy} @click=${() => void this.do({ what: 'TAKE' })}>${t('take')}</button>
        ${ask('assign')} ${ask('priority')} ${ask('resolve')}
      </div>
      ${this.asking ? this.form(this.asking) : nothing}
    </div>`;
  }

  private form(asking: Asking) {
    return html`<form @submit=${this.submit} @keydown=${this.key}>
      <label class="field"
        ><span>${asking === 'assign' ? done('assignTo') : asking === 'priority' ? page('priority') : t('reason')}</span>${this.input(asking)}</label
      >
      ${this.problem ? html`<span class="problem" role="alert">${this.problem}</span>` : nothing}
      <div class="row">
        <button class="button primary small" ?disabled=${this.busy}>${t(`go${asking}`, { n: this.chosen.length })}</button>
        <button type="button" class="button quiet small" @click=${() => (this.asking = undefined)}>${shared('cancel')}</button>
      </div>
    </form>`;
  }

  private input(asking: Asking) {
    switch (asking) {
      case 'assign':
        return html`<select>
          <option value="">${done('choosePerson')}</option>
          ${this.people?.map((one) => html`<option value=${one.id}>${one.name}</option>`)}
        </select>`;
      case 'priority':
        return html`<select>
          ${PRIORITIES.map((one) => html`<option value=${one} ?selected=${one === 'HIGH'}>${page(`priority${one}`)}</option>`)}
        </select>`;
      case 'resolve':
        return html`<textarea rows="2" maxlength="4000"></textarea>`;
    }
  }

  private ask(what: Asking): void {
    Object.assign(this, { asking: what, problem: '' });
    if (what === 'assign' && !this.people) {
      colleagues().then(
        (all) => (this.people = all),
        (failure) => (this.problem = words(failure)),
      );
    }
    void this.updateComplete.then(() => this.field?.focus());
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
    const value = this.field?.value.trim() ?? '';
    if (!value) {
      this.problem = this.asking === 'assign' ? done('choosePerson') : done('required');
      this.field?.focus();
      return;
    }
    switch (this.asking) {
      case 'assign':
        return void this.do({ what: 'ASSIGN', staffId: value });
      case 'priority':
        return void this.do({ what: 'PRIORITY', priority: value as Priority });
      case 'resolve':
        return void this.do({ what: 'RESOLVE', words: value });
    }
  }

  private async do(change: BulkChange): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const before = this.chosen;
    try {
      const outcomes = await bulk(before.map((one) => one.id), change);
      const of = new Map(before.map((one) => [one.id, one]));
      const changed = before.filter((one) => outcomes.find((it) => it.id === one.id)?.done);
      this.failed = outcomes.filter((one) => !one.done).map((one) => [of.get(one.id), one]);
      this.asking = undefined;
      if (changed.length) toast(t('done', { n: changed.length }), { undo: this.undo(changed, change) });
      if (this.failed.length) this.report.showModal();
      this.tell('bulk-done', this.failed.map(([, one]) => one.id));
    } catch (failure) {
      if (this.asking) this.problem = words(failure);
      else toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  /** Who gave them away has no right to them any more, unless as a supervisor. */
  private undo(changed: Ticket[], change: BulkChange): (() => void) | undefined {
    const groups = inverse(changed, change, t('undoReason'));
    const may = change.what !== 'ASSIGN' || has(this.staff, 'SUPERVISE');
    return may && groups.length ? () => void this.back(groups) : undefined;
  }

  private async back(groups: [string[], BulkChange][]): Promise<void> {
    try {
      const outcomes: Outcome[] = [];
      for (const [ids, change] of groups) outcomes.push(...(await bulk(ids, change)));
      const failed = outcomes.filter((one) => !one.done).length;
      toast(failed ? t('failedUndo', { n: failed }) : t('undone', { n: outcomes.length }), { kind: failed ? 'problem' : 'plain' });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
    this.tell('bulk-done', []);
  }
}
