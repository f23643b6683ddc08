import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { formDialog } from '../../common/dialogs';
import { YiwenElement } from '../../common/element';
import { base, buttons, fields } from '../../common/styles';
import { toast } from '../../common/toast';
import type { Filter } from '../articles';
import { applyToMany, undoChange, type BulkKind, type Outcome, type Picked, type Wanted } from './bulk-api';
import { t } from './text';

const listed = (text: string) => text.split(/[,，、]/).map((one) => one.trim()).filter(Boolean);

/**
 * `<yw-bulk-bar .filter .picked total ?publisher>`: what can be done with the articles that are picked. Tells `pick-all`,
 * `pick-none` and `changed`.
 */
@customElement('yw-bulk-bar')
export class BulkBar extends YiwenElement {
  @property({ attribute: false }) filter!: Filter;
  @property({ attribute: false }) picked!: Picked;
  /** All that match. */
  @property({ type: Number }) total = 0;
  @property({ type: Boolean }) publisher = false;
  @state() private kind: BulkKind = 'RETAG';
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-2);
        align-items: center;
        padding: var(--yw-space-2) var(--yw-space-3);
        border-bottom: 1px solid var(--yw-line);
        background: var(--yw-selected);
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
        gap: var(--yw-space-3);
      }
    `,
  ];

  render() {
    const { picked } = this;
    const all = picked.articles === null;
    return html`
      <div class="bar" role="group" aria-label=${t('picked', { n: picked.expected })}>
        <b role="status">${t(all ? 'allPicked' : 'picked', { n: picked.expected })}</b>
        ${!all && this.total > picked.expected ? html`<button class="button small" @click=${() => this.tell('pick-all')}>${t('all', { n: this.total })}</button>` : nothing}
        <span class="spread"></span>
        ${this.button('RETAG', 'tags')} ${this.button('VALIDITY', 'validity')} ${this.button('SUBMIT', 'submit')}
        ${this.publisher ? this.button('RETIRE', 'retire') : nothing}
        <button class="button small quiet" @click=${() => this.tell('pick-none')}>${t('none')}</button>
      </div>
      <dialog aria-labelledby="title">
        <form @submit=${this.submit}>
          <h2 id="title">${this.heading()}</h2>
          ${this.questions()}
          <div class="actions">
            <button type="button" class="button" @click=${() => this.dialog.close()}>${t('cancel')}</button>
            <button class="button ${this.kind === 'RETIRE' ? 'danger' : 'primary'}" ?disabled=${this.busy}>${t('apply')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private button(kind: BulkKind, text: 'tags' | 'validity' | 'submit' | 'retire') {
    return html`<button class="button small" ?disabled=${this.busy} @click=${() => void this.begin(kind)}>${t(text)}</button>`;
  }

  private heading(): string {
    const n = { n: this.picked.expected };
    switch (this.kind) {
      case 'RETAG':
        return t('tagsTitle', n);
      case 'VALIDITY':
        return t('validityTitle', n);
      case 'SUBMIT':
        return t('submitTitle', n);
      case 'RETIRE':
        return t('retireTitle', n);
    }
  }

  private questions() {
    switch (this.kind) {
      case 'RETAG':
        return html`<label class="field"><span>${t('addTags')}</span><input name="addTags" maxlength="400" /></label>
          <label class="field"><span>${t('removeTags')}</span><input name="removeTags" maxlength="400" /></label>
          <p class="hint">${t('draftsHint')}</p>`;
      case 'VALIDITY':
        return html`<div class="pair">
            <label class="field"><span>${t('validFrom')}</span><input type="date" name="validFrom" /></label>
            <label class="field"><span>${t('validTo')}</span><input type="date" name="validTo" /></label>
          </div>
          <p class="hint">${t('open')}。${t('draftsHint')}</p>`;
      case 'SUBMIT':
        return html`<p class="hint">${t('draftsHint')}</p>`;
      case 'RETIRE':
        return html`<p class="hint">${t('retireHint')}</p>
          <label class="field"><span>${t('reason')}</span><textarea name="reason" rows="2" maxlength="1000" required></textarea></label>`;
    }
  }

  private async begin(kind: BulkKind): Promise<void> {
    this.kind = kind;
    await this.updateComplete;
    this.form.reset();
    this.dialog.showModal();
  }

  private readonly submit = (event: Event) => {
    event.preventDefault();
    const given = new FormData(this.form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    void this.apply({
      kind: this.kind,
      addTags: listed(text('addTags')),
      removeTags: listed(text('removeTags')),
      validFrom: text('validFrom') || null,
      validTo: text('validTo') || null,
      reason: text('reason'),
    });
  };

  private async apply(wanted: Wanted): Promise<void> {
    this.busy = true;
    try {
      const outcome = await applyToMany(this.filter, this.picked, wanted);
      this.dialog.close();
      tellOutcome(outcome, () => this.tell('changed'));
      this.tell('changed');
      this.tell('pick-none');
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}

/** What came of it, with its undoing. */
function tellOutcome({ change, changed, passedOver }: Outcome, after: () => void): void {
  const rest = passedOver ? t('passedOver', { n: passedOver }) : '';
  if (!change) return toast(t('nothing') + rest);
  toast(t('done', { n: changed }) + rest, { undo: () => void takeBack(change.id, after) });
}

export async function takeBack(id: string, after: () => void): Promise<void> {
  try {
    const { changed, passedOver } = await undoChange(id);
    toast(t('undone', { n: changed }) + (passedOver ? t('passedOver', { n: passedOver }) : ''));
  } catch (failure) {
    toast(words(failure), { kind: 'problem' });
  }
  after();
}
