import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { formDialog } from '../../common/dialogs';
import { YiwenElement } from '../../common/element';
import { base, buttons, fields } from '../../common/styles';
import { list, noFilter, type Summary } from '../articles';
import { change, create, type Golden, type Listed, type Wanted } from './golden-api';
import { t } from './text';

type Way = 'article' | 'abstain' | 'human';

/** What the form begins with; `title` is that of the article it expects. */
export type Beginning = Wanted & { id?: string; title?: string };

/** `<yw-golden-form>`: a golden question in a dialog. Tells `golden` with what was saved. */
@customElement('yw-golden-form')
export class GoldenForm extends YiwenElement {
  @state() private beginning?: Beginning;
  @state() private way: Way = 'article';
  @state() private article?: { slug: string; question: string };
  @state() private found?: Summary[];
  @state() private fault = '';
  @state() private hint = '';
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  private request?: AbortController;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      :host {
        position: absolute;
      }
      fieldset {
        display: grid;
        gap: var(--yw-space-2);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 var(--yw-space-1);
        font-size: var(--yw-text-s);
      }
      label.choice {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        min-height: 28px;
      }
      label.choice input {
        width: auto;
      }
      .found {
        display: grid;
        gap: var(--yw-space-1);
        list-style: none;
      }
      .found button {
        justify-content: flex-start;
        width: 100%;
        height: auto;
        min-height: 32px;
        white-space: normal;
        text-align: left;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
        gap: var(--yw-space-3);
      }
    `,
  ];

  /** @param hint said above the fields */
  async open(beginning: Beginning, hint = ''): Promise<void> {
    const { expect } = beginning;
    this.beginning = beginning;
    this.hint = hint;
    this.way = expect === 'abstain' || expect === 'human' ? expect : 'article';
    this.article = this.way === 'article' && expect ? { slug: expect, question: beginning.title || expect } : undefined;
    this.found = undefined;
    this.fault = '';
    await this.updateComplete;
    this.form.reset();
    this.dialog.showModal();
    this.form.querySelector('textarea')?.focus();
  }

  render() {
    const begun = this.beginning;
    if (!begun) return nothing;
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.submit} @keydown=${this.key}>
        <h2 id="title">${begun.id ? t('editTitle') : t('newTitle')}</h2>
        ${this.hint ? html`<p class="hint">${this.hint}</p>` : nothing}
        <label class="field">
          <span>${t('question')}</span>
          <textarea name="turns" rows="3" maxlength="4000" .defaultValue=${begun.turns.join('\n')}></textarea>
          <span class="hint">${t('questionHint')}</span>
        </label>
        <fieldset>
          <legend>${t('expect')}</legend>
          ${this.choice('article', t('byArticle'))} ${this.way === 'article' ? this.search() : nothing}
          ${this.choice('abstain', t('abstain'))} ${this.choice('human', t('human'))}
        </fieldset>
        <label class="choice"><input type="checkbox" name="must" .defaultChecked=${begun.mustPass} /><span>${t('must')} <span class="hint">${t('mustHint')}</span></span></label>
        <div class="pair">
          <label class="field"><span>${t('group')}</span><input name="group" maxlength="60" .defaultValue=${begun.group ?? ''} /></label>
          <label class="field"><span>${t('owner')}</span><input name="owner" maxlength="60" .defaultValue=${begun.owner ?? ''} /></label>
          <label class="field"><span>${t('day')}</span><input type="date" name="day" .defaultValue=${begun.day ?? ''} /></label>
        </div>
        ${this.fault ? html`<p class="problem" role="alert">${this.fault}</p>` : nothing}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${t('cancel')}</button>
          <button class="button primary" ?disabled=${this.busy}>${t('save')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private choice(way: Way, label: string) {
    return html`<label class="choice"><input type="radio" name="way" value=${way} .defaultChecked=${this.way === way} @change=${() => (this.way = way)} /><span>${label}</span></label>`;
  }

  private search() {
    return html`
      ${this.article ? html`<p class="hint" role="status">${t('chosen', { what: this.article.question })}</p>` : nothing}
      <input type="search" aria-label=${t('search')} placeholder=${t('search')} autocomplete="off" @input=${this.typed} />
      ${this.found
        ? this.found.length
          ? html`<ul class="found">
              ${this.found.map((one) => html`<li><button type="button" class="button small" @click=${() => this.choose(one)}>${one.question}</button></li>`)}
            </ul>`
          : html`<p class="hint">${t('nothingFound')}</p>`
        : nothing}
    `;
  }

  private choose(one: Summary): void {
    this.article = { slug: one.slug, question: one.question };
    this.found = undefined;
  }

  private readonly typed = async (event: Event) => {
    const q = (event.target as HTMLInputElement).value.trim();
    this.request?.abort();
    if (!q) return (this.found = undefined);
    const request = (this.request = new AbortController());
    try {
      const page = await list({ ...noFilter, q, state: 'PUBLISHED' }, 0, request.signal);
      this.found = page.items.slice(0, 5);
    } catch (failure) {
      if (!request.signal.aborted) this.fault = words(failure);
    }
  };

  private readonly key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.submit(event);
    // Enter in the search is no wish to save.
    else if (event.key === 'Enter' && (event.target as HTMLElement).matches('[type=search]')) event.preventDefault();
  };

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const begun = this.beginning;
    if (!begun || this.busy) return;
    const data = new FormData(this.form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const turns = text('turns').split('\n').map((one) => one.trim()).filter(Boolean);
    if (!turns.length) return void (this.fault = t('questionNeeded'));
    if (this.way === 'article' && !this.article) return void (this.fault = t('articleNeeded'));
    const wanted: Wanted = {
      turns,
      expect: this.way === 'article' ? this.article!.slug : this.way,
      mustPass: data.has('must'),
      group: text('group'),
      owner: text('owner'),
      day: text('day') || null,
      origin: begun.origin,
      conversation: begun.conversation,
      seq: begun.seq,
      version: begun.version,
    };
    this.busy = true;
    try {
      const saved: Listed = begun.id ? await change(begun.id, wanted) : await create(wanted);
      this.dialog.close();
      this.tell('golden', saved);
    } catch (failure) {
      this.fault = words(failure);
    } finally {
      this.busy = false;
    }
  };
}

/** What a new one takes of one that was deleted. */
export function again(one: Golden): Wanted {
  const { turns, expect, mustPass, group, owner, day, origin, conversation, seq } = one;
  return { turns, expect, mustPass, group, owner, day, origin, conversation, seq };
}
