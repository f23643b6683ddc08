import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { formDialog } from '../common/dialogs';
import { download } from '../common/download';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { roleName } from '../common/roles';
import { base, buttons, fields } from '../common/styles';
import { t as staff } from './i18n';
import { createAll, csvFile, csvLine, preview, type Created, type Roster } from './roster';
import { t } from './roster-text';
import { refusal } from './roles';

/** `<yw-roster-dialog>`: accounts from a CSV file, looked at before they are made. Tells `imported`. */
@customElement('yw-roster-dialog')
export class RosterDialog extends YiwenElement {
  @state() private file?: File;
  @state() private roster?: Roster;
  @state() private created?: Created[];
  @state() private failure = '';
  @state() private busy = false;
  private kept = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      dialog {
        width: min(760px, calc(100vw - 24px));
        max-width: none;
      }
      .row {
        flex-wrap: wrap;
      }
      .scroll {
        max-height: 46dvh;
        overflow: auto;
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--yw-text-s);
      }
      th,
      td {
        padding: var(--yw-space-1) var(--yw-space-3);
        border-bottom: 1px solid var(--yw-line);
        text-align: left;
        overflow-wrap: anywhere;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--yw-sunken);
        color: var(--yw-ink-2);
        font-weight: normal;
        white-space: nowrap;
      }
      .faults {
        display: grid;
        gap: var(--yw-space-1);
        max-height: 46dvh;
        padding: var(--yw-space-3);
        overflow: auto;
        border-radius: var(--yw-radius-m);
        background: var(--yw-urgent-soft);
        list-style: none;
      }
      .mono {
        font-family: var(--yw-font-mono);
        white-space: nowrap;
      }
    `,
  ];

  show(): void {
    Object.assign(this, { file: undefined, roster: undefined, created: undefined, failure: '', kept: false });
    this.dialog.showModal();
  }

  render() {
    return html`
      <dialog aria-labelledby="title" @cancel=${this.cancelled} @close=${() => (this.created = undefined)}>
        <form method="dialog" @submit=${(event: Event) => event.preventDefault()}>
          ${this.created ? this.done(this.created) : this.choice()}
        </form>
      </dialog>
    `;
  }

  private choice() {
    const { roster, busy } = this;
    const ready = roster && !roster.faults.length;
    return html`
      <h2 id="title">${t('title')}</h2>
      <p class="hint">${t('about')}</p>
      <div class="row">
        <label class="button ${ready ? '' : 'primary'}">
          ${this.file ? t('another') : t('choose')}
          <input class="hidden-visually" type="file" accept=".csv,.txt,text/csv" ?disabled=${busy} @change=${this.chosen} />
        </label>
        <button type="button" class="button" @click=${() => this.template()}>${t('template')}</button>
        ${this.file ? html`<span class="hint">${this.file.name}</span>` : nothing}
      </div>
      ${this.failure ? html`<span class="problem" role="alert">${this.failure}</span>` : nothing}
      ${busy ? html`<p class="hint" role="status">${ready ? t('creating') : t('reading')}</p>` : nothing}
      ${roster ? (ready ? this.people(roster) : this.faults(roster)) : nothing}
      <div class="actions">
        <button type="button" class="button" ?disabled=${busy} @click=${() => this.dialog.close()}>${shared('cancel')}</button>
        ${ready
          ? html`<button type="button" class="button primary" ?disabled=${busy} @click=${() => void this.create()}>
              ${t('create', { n: roster.people.length })}
            </button>`
          : nothing}
      </div>
    `;
  }

  private faults({ faults }: Roster) {
    return html`
      <p role="alert">${t('faulty', { n: faults.length })}</p>
      <ul class="faults" tabindex="0" aria-label=${t('faulty', { n: faults.length })}>
        ${faults.map((fault) => html`<li><strong>${t('line', { n: fault.line })}</strong> ${t(`fault${fault.what}`, { value: fault.value })}</li>`)}
      </ul>
    `;
  }

  private people({ people }: Roster) {
    return html`
      <p role="status">${t('fine', { n: people.length })}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('title')}>
        <table>
          <thead>
            <tr>
              <th>${t('lineHead')}</th>
              <th>${staff('login')}</th>
              <th>${staff('name')}</th>
              <th>${staff('roles')}</th>
            </tr>
          </thead>
          <tbody>
            ${people.map(
              (one) => html`<tr>
                <td>${one.line}</td>
                <td>${one.login}</td>
                <td>${one.name}</td>
                <td>${one.roles.map(roleName).join('、')}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private done(created: Created[]) {
    return html`
      <h2 id="title">${t('doneTitle', { n: created.length })}</h2>
      <p class="hint">${t('doneAbout')}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('doneTitle', { n: created.length })}>
        <table>
          <thead>
            <tr>
              <th>${staff('name')}</th>
              <th>${staff('login')}</th>
              <th>${t('password')}</th>
            </tr>
          </thead>
          <tbody>
            ${created.map(
              (one) => html`<tr>
                <td>${one.name}</td>
                <td>${one.login}</td>
                <td class="mono">${one.oneTimePassword}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="actions">
        <button type="button" class="button primary" @click=${() => this.keep(created)}>${t('keep')}</button>
        <button type="button" class="button" @click=${() => this.close()}>${t('close')}</button>
      </div>
    `;
  }

  private async chosen(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file, mended, may be chosen again.
    input.value = '';
    if (!file) return;
    this.file = file;
    this.roster = undefined;
    await this.working(async () => void (this.roster = await preview(file)));
  }

  private create(): Promise<void> {
    return this.working(async () => {
      this.created = await createAll(this.file!);
      this.tell('imported', undefined);
    });
  }

  private async working(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = '';
    try {
      await work();
    } catch (failure) {
      this.failure = refusal(failure);
    } finally {
      this.busy = false;
    }
  }

  private template(): void {
    download(`${t('templateFile')}.csv`, csvFile([t('templateHeader'), ...t('templateExample').split('\n')]), 'text/csv');
  }

  private keep(created: Created[]): void {
    const head = csvLine([staff('name'), staff('login'), t('password')]);
    const lines = created.map((one) => csvLine([one.name, one.login, one.oneTimePassword]));
    download(`${t('keepFile')}.csv`, csvFile([head, ...lines]), 'text/csv');
    this.kept = true;
  }

  private close(): void {
    if (this.kept || confirm(t('closeAsk'))) this.dialog.close();
  }

  /** Escape must not throw away what cannot be seen again. */
  private cancelled(event: Event): void {
    if (this.created || this.busy) event.preventDefault();
  }
}
