import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './i18n';
import { change, declare, EMPTY, instant, listOf, local, preview, type Form, type Preview } from './incidents';

const SOON = [30, 60, 120] as const;

/** `<yw-incident-form .form .incident=${id}>`: what is declared, and whom it would concern now. Tells `done`. */
@customElement('yw-incident-form')
export class IncidentForm extends YiwenElement {
  @property({ attribute: false }) form: Form = EMPTY;
  /** Of one that stands and is changed; '' declares a new one. */
  @property() incident = '';
  @state() private seen?: Preview;
  @state() private busy = false;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    css`
      form {
        display: grid;
        gap: var(--yw-space-3);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: var(--yw-space-3);
        align-items: start;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: center;
      }
      .check {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        min-height: var(--yw-control);
      }
      blockquote {
        margin: var(--yw-space-2) 0;
        padding: var(--yw-space-2) var(--yw-space-3);
        border-left: 4px solid var(--yw-accent);
        background: var(--yw-selected);
        overflow-wrap: anywhere;
      }
      ul {
        display: grid;
        gap: var(--yw-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        overflow-wrap: anywhere;
      }
      @media (max-width: 640px) {
        .button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  render() {
    const { form } = this;
    return html`<form @submit=${this.submit}>
      <label class="field">
        <span>${t('cause')}</span>
        <input name="cause" required maxlength="200" placeholder=${t('causeHint')} .value=${form.cause} @input=${(event: Event) => this.put({ cause: value(event) })} />
      </label>
      <div class="grid">
        ${this.list('words', t('words'), t('wordsHint'))} ${this.list('regions', t('regions'), t('regionsHint'))}
        ${this.list('products', t('products'), t('productsHint'))} ${this.list('except', t('except'), t('exceptHint'))}
        ${this.list('articles', t('articles'), t('articlesHint'))}
        <label class="field">
          <span>${t('level')}</span>
          <select name="level" @change=${(event: Event) => this.level(Number(value(event)))}>
            <option value="1" ?selected=${form.level === 1}>${t('level1')}</option>
            <option value="2" ?selected=${form.level === 2}>${t('level2')}</option>
          </select>
        </label>
      </div>
      <div>
        <label class="field">
          <span>${t('eta')}</span>
          <input name="eta" type="datetime-local" .value=${local(form.eta)} @change=${(event: Event) => this.put({ eta: instant(value(event)) })} />
        </label>
        <div class="row">
          ${SOON.map(
            (minutes) =>
              html`<button class="button small" type="button" @click=${() => this.put({ eta: new Date(Date.now() + minutes * 60_000).toISOString() })}>${t(`in${minutes}`)}</button>`,
          )}
          <button class="button small" type="button" @click=${() => this.put({ eta: null })}>${t('unknown')}</button>
        </div>
        <div class="hint">${t('etaHint')}</div>
      </div>
      <div>
        <label class="check"><input name="banner" type="checkbox" .checked=${form.banner} @change=${(event: Event) => this.put({ banner: on(event) })} />${t('banner')}</label>
        ${this.incident
          ? nothing
          : html`<label class="check"><input name="drill" type="checkbox" .checked=${form.drill} @change=${(event: Event) => this.put({ drill: on(event) })} />${t('drill')}</label>`}
      </div>
      ${this.seen ? this.found(this.seen) : nothing}
      <div class="row">
        <button class="button" type="button" ?disabled=${this.busy} @click=${() => void this.look()}>${t('preview')}</button>
        <button class="button primary" ?disabled=${this.busy}>${t(this.incident ? 'save' : form.drill ? 'publishDrill' : 'publish')}</button>
      </div>
    </form>`;
  }

  private list(name: 'words' | 'regions' | 'products' | 'except' | 'articles', label: string, hint: string) {
    return html`<label class="field">
      <span>${label}</span>
      <input name=${name} .value=${this.form[name].join('、')} @change=${(event: Event) => this.put({ [name]: listOf(value(event)) })} />
      <span class="hint">${hint}</span>
    </label>`;
  }

  private found(seen: Preview) {
    return html`<section aria-live="polite" class="preview">
      <p>${t('counts', { sure: seen.sure, maybe: seen.maybe, elsewhere: seen.elsewhere })}</p>
      <div class="hint">${t('says')}</div>
      <blockquote>${seen.says}</blockquote>
      ${seen.examples.length
        ? html`<ul>
            ${seen.examples.map(
              (one) => html`<li><span class="badge ${one.affected === 'YES' ? 'warn' : ''}">${t(one.affected)}</span> ${one.customer ?? t('somebody')}　“${one.words}”</li>`,
            )}
          </ul>`
        : html`<p class="hint">${t('noneNow')}</p>`}
    </section>`;
  }

  private put(some: Partial<Form>): void {
    this.form = { ...this.form, ...some };
  }

  /** The graver ones are for everybody to see, unless somebody says no. */
  private level(level: number): void {
    this.put({ level, banner: level === 1 || this.form.banner });
  }

  private async look(): Promise<void> {
    await this.work(async () => {
      this.seen = await preview(this.form);
    });
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    await this.work(async () => {
      await (this.incident ? change(this.incident, this.form) : declare(this.form));
      toast(t(this.incident ? 'changedDone' : 'declared'));
      this.form = EMPTY;
      this.seen = undefined;
      this.tell('done');
    });
  }

  private async work(what: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await what();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function on(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}
