import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { dropStyles, dropZone, DropZone } from '../../common/drop-zone';
import { YiwenElement } from '../../common/element';
import { announce } from '../../common/live';
import { badges, base, buttons, fields } from '../../common/styles';
import { timeElement } from '../../common/time';
import { toast } from '../../common/toast';
import type { Content } from '../articles';
import { differences, differenceStyles } from '../editor/differences';
import './column-choice';
import {
  apply,
  drafts,
  earlier,
  markedAddress,
  OUTCOMES,
  preview,
  ROWS,
  rows,
  setColumns,
  total,
  undo,
  type Batch,
  type Grid,
  type Item,
  type Outcome,
} from './imports';
import { importStyles } from './import-styles';
import { t } from './text';

const BADGES: Record<Outcome, string> = {
  NEW: 'ok',
  CHANGED: 'accent',
  CONTRADICTS: 'warn',
  ERROR: 'urgent',
  DUPLICATE: '',
  SAME: '',
};

/** `<yw-import-view>`: files are looked at row by row, become drafts, and are taken back. Tells `close`, and `changed` when drafts came or went. */
@customElement('yw-import-view')
export class ImportView extends YiwenElement {
  @state() private batch?: Batch;
  @state() private items: Item[] = [];
  @state() private found = 0;
  @state() private outcome: Outcome | '' = '';
  @state() private reading?: { i: number; n: number; name: string };
  @state() private busy = false;
  @state() private failure = '';
  @state() private earlier?: Batch[];
  @query('input[type=file]') private chooser?: HTMLInputElement;
  private readonly zone = new DropZone(this, (files) => void this.read(files));

  static styles = [base, buttons, fields, badges, differenceStyles, dropStyles, importStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.loadEarlier();
  }

  render() {
    return html`
      ${dropZone(this.zone, t('drop'))}
      <div class="sheet">
        <div class="row">
          <h2>${t('title')}</h2>
          <span class="spread"></span>
          <button class="button" @click=${() => this.tell('close')}>${t('back')}</button>
        </div>
        <section>
          <p>${t('about')}</p>
          <div class="row">
            <button class="button ${this.batch ? '' : 'primary'}" ?disabled=${this.busy} @click=${() => this.chooser?.click()}>
              ${this.batch?.state === 'PREVIEW' ? t('more') : this.batch ? t('another') : t('choose')}
            </button>
            <span class="hint">${t('limit')}</span>
            <input
              type="file"
              multiple
              hidden
              accept=".xlsx,.csv,.tsv,.docx,.pdf,.html,.htm,.md,.txt,.jsonl,.zip"
              @change=${this.chosen}
            />
          </div>
          ${this.reading
            ? html`<p role="status">${t('reading', this.reading)}</p>
                <progress max=${this.reading.n} value=${this.reading.i - 0.5} aria-label=${t('reading', this.reading)}></progress>`
            : nothing}
          ${this.failure ? html`<p class="problem" role="alert">${this.failure}</p>` : nothing}
        </section>
        ${this.batch ? this.shown(this.batch) : nothing}
        <section class="earlier">
          <h3>${t('earlier')}</h3>
          ${this.earlier?.length ? html`<ul>${this.earlier.map((one) => this.past(one))}</ul>` : html`<p class="hint">${t('earlierNone')}</p>`}
        </section>
      </div>
    `;
  }

  private shown(batch: Batch) {
    return html`
      <section aria-busy=${this.busy}>
        ${batch.state === 'PREVIEW' ? this.decision(batch) : this.result(batch)}
        ${batch.notes.length
          ? html`<details>
              <summary>${t('notes', { n: batch.notes.length })}</summary>
              <ul class="hint">${batch.notes.map((note) => html`<li>${note.file}：${note.words}</li>`)}</ul>
            </details>`
          : nothing}
        ${batch.state === 'PREVIEW' ? batch.grids.map((grid) => this.columns(batch, grid)) : nothing}
        <div class="row" role="group" aria-label=${t('outcomes')}>
          ${this.chip('', t('all'), total(batch))}
          ${OUTCOMES.filter((one) => batch.counts[one] > 0).map((one) => this.chip(one, t(`outcome${one}`), batch.counts[one]))}
        </div>
        ${this.table()}
        ${this.items.length < this.found
          ? html`<p><button class="button" @click=${() => void this.load(true)}>${t('moreRows', { n: Math.min(ROWS, this.found - this.items.length) })}</button></p>`
          : nothing}
      </section>
    `;
  }

  private decision(batch: Batch) {
    const n = drafts(batch);
    return html`<div class="row">
      <strong>${batch.files.join('、')}</strong>
      <span class="hint">${t('rows', { n: total(batch) })}</span>
      <span class="spread"></span>
      ${this.downloads(batch)}
      <button class="button quiet" ?disabled=${this.busy} @click=${this.drop}>${t('cancel')}</button>
      <button class="button primary" ?disabled=${this.busy || n === 0} @click=${() => void this.apply(batch)}>
        ${this.busy ? t('applying') : n === 0 ? t('nothingToDo') : t('apply', { n })}
      </button>
    </div>`;
  }

  private result(batch: Batch) {
    return html`<div class="row" role="status">
      <strong>${t('applied', { n: drafts(batch) })}</strong>
      <a class="button primary" href="/knowledge?state=DRAFT&sort=CHANGED">${t('toDrafts')}</a>
      <button class="button" ?disabled=${this.busy} @click=${() => void this.undo(batch)}>${t('undo')}</button>
      <span class="spread"></span>
      ${this.downloads(batch)}
    </div>`;
  }

  private downloads(batch: Batch) {
    return batch.files
      .filter((name) => /\.(xlsx|csv|tsv)$/i.test(name) && !name.includes('/'))
      .map((name) => html`<a class="button" href=${markedAddress(batch.id, name)} download=${name}>${t('marked', { name })}</a>`);
  }

  private columns(batch: Batch, grid: Grid) {
    const known = grid.fields.includes('QUESTION') && grid.fields.includes('ANSWER');
    return html`<details ?open=${!known}>
      <summary>${t('columns', { name: grid.sheet ? `${grid.file} · ${grid.sheet}` : grid.file })}</summary>
      <yw-column-choice
        .grid=${grid}
        @columns=${(event: CustomEvent<string[]>) => void this.work(async () => this.show(await setColumns(batch.id, grid.key, event.detail)))}
      ></yw-column-choice>
    </details>`;
  }

  private chip(outcome: Outcome | '', name: string, count: number) {
    const pressed = this.outcome === outcome;
    return html`<button class="button small ${pressed ? 'primary' : ''}" aria-pressed=${pressed} @click=${() => this.filter(outcome)}>
      ${name} ${count}
    </button>`;
  }

  private table() {
    if (this.items.length === 0) return html`<p class="hint">${t('nothingHere')}</p>`;
    return html`<table class="rows">
      <thead>
        <tr>
          <th class="place">${t('place')}</th>
          <th class="outcome">${t('outcome')}</th>
          <th>${t('question')}</th>
          <th class="detail">${t('detail')}</th>
        </tr>
      </thead>
      <tbody>
        ${this.items.map(
          (item) => html`<tr>
            <td class="place">${item.sheet || item.file} ${item.row ? t('row', { n: item.row }) : nothing}</td>
            <td class="outcome"><span class="badge ${BADGES[item.outcome]}">${t(`outcome${item.outcome}`)}</span></td>
            <td>${item.question}${this.content(item)}</td>
            <td class="detail">${item.detail}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private content(item: Item) {
    if (!item.after) return nothing;
    const after = whole(item.after);
    return html`<details>
      <summary>${t('show')}</summary>
      ${item.before ? differences(whole(item.before), after) : html`<div class="content">${after.answer}</div>`}
    </details>`;
  }

  private past(one: Batch) {
    return html`<li>
      <span class="name">${one.files.join('、') || '…'}<br /><span class="hint">${t('by', { author: one.author, n: drafts(one) })}</span></span>
      ${timeElement(one.appliedAt ?? one.madeAt)}
      ${one.state === 'UNDONE'
        ? html`<span class="badge">${t('stateUNDONE')}</span>`
        : html`<button class="button small" ?disabled=${this.busy || one.undoable === 0} @click=${() => void this.undo(one)}>${t('undo')}</button>`}
    </li>`;
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    void this.read(files);
  }

  /** One after the other: each is compared with what is there and with the files before it. */
  private async read(files: File[]): Promise<void> {
    let to = this.batch?.state === 'PREVIEW' ? this.batch.id : undefined;
    await this.work(async () => {
      for (const [i, file] of files.entries()) {
        this.reading = { i: i + 1, n: files.length, name: file.name };
        const batch = await preview(file, to);
        to = batch.id;
        await this.show(batch);
      }
    });
    this.reading = undefined;
  }

  private async show(batch: Batch): Promise<void> {
    this.batch = batch;
    this.outcome = '';
    await this.load(false);
    announce(t('rows', { n: total(batch) }));
  }

  private async load(more: boolean): Promise<void> {
    if (!this.batch) return;
    const page = await rows(this.batch.id, this.outcome, more ? Math.floor(this.items.length / ROWS) : 0);
    this.items = more ? [...this.items, ...page.items] : page.items;
    this.found = page.total;
  }

  private filter(outcome: Outcome | ''): void {
    this.outcome = outcome;
    void this.work(() => this.load(false));
  }

  private async apply(batch: Batch): Promise<void> {
    await this.work(async () => {
      await this.show(await apply(batch.id));
      this.tell('changed');
    });
    await this.loadEarlier();
  }

  private async undo(batch: Batch): Promise<void> {
    await this.work(async () => {
      const undone = await undo(batch.id);
      toast(t('undone', { ...undone }) + (undone.kept > 0 ? t('undoneKept', { kept: undone.kept }) : ''));
      if (this.batch?.id === batch.id) this.drop();
      this.tell('changed');
    });
    await this.loadEarlier();
  }

  private readonly drop = () => {
    this.batch = undefined;
    this.items = [];
  };

  private async work(task: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = '';
    try {
      await task();
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.busy = false;
    }
  }

  private async loadEarlier(): Promise<void> {
    try {
      this.earlier = await earlier();
    } catch (failure) {
      this.failure = words(failure);
    }
  }
}

/** The server writes no day as an empty text. */
const whole = (content: Content): Content => ({
  ...content,
  validFrom: content.validFrom || null,
  validTo: content.validTo || null,
});
