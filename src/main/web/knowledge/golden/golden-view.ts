import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import '../../common/states';
import { badges, base, buttons, fields } from '../../common/styles';
import { timeElement } from '../../common/time';
import { toast } from '../../common/toast';
import { create, questions, remove, runNow, runs, type Golden, type Listed, type Page, type Run } from './golden-api';
import './golden-form';
import { again, type GoldenForm } from './golden-form';
import { goldenStyles } from './golden-styles';
import { outcome } from './outcome';
import { history } from './runs';
import { t } from './text';

/** `<yw-golden>`: the golden questions, what came of them, and how that went lately. Tells `close`. */
@customElement('yw-golden')
export class GoldenView extends YiwenElement {
  @state() private page?: Page;
  @state() private runs: Run[] = [];
  @state() private group = '';
  @state() private owner = '';
  @state() private failing = false;
  @state() private busy = false;
  @state() private failure = '';
  @query('yw-golden-form') private form!: GoldenForm;

  static styles = [base, buttons, fields, badges, goldenStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    this.failure = '';
    try {
      [this.page, this.runs] = await Promise.all([questions(), runs()]);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`<div class="sheet">
        <div class="row">
          <h2>${t('golden')}</h2>
          <span class="spread"></span>
          <button class="button" @click=${() => this.tell('close')}>${t('back')}</button>
          <button class="button" ?disabled=${this.busy || !this.page?.questions.length} @click=${() => void this.run()}>${this.busy ? t('running') : t('run')}</button>
          <button class="button primary" @click=${() => void this.write()}>${icons.plus}${t('add')}</button>
        </div>
        <p class="hint">${t('about')}</p>
        ${this.failure
          ? html`<p class="problem" role="alert">${this.failure}</p>`
          : this.page
            ? this.content(this.page)
            : html`<yw-skeleton lines="6"></yw-skeleton>`}
      </div>
      <yw-golden-form @golden=${(event: CustomEvent<Listed>) => void this.saved(event.detail)}></yw-golden-form>`;
  }

  private content(page: Page) {
    if (!page.questions.length) return html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`;
    const shown = page.questions.filter(
      ({ question, last }) =>
        (!this.group || question.group === this.group) && (!this.owner || question.owner === this.owner) && (!this.failing || last?.passed === false),
    );
    return html`
      <section class="card runs" aria-label=${t('history')}>
        <h3>${t('history')}</h3>
        ${history(this.runs)}
      </section>
      <div class="row filters">
        ${this.select('group', t('group'), t('anyGroup'), page.groups)} ${this.select('owner', t('owner'), t('anyOwner'), page.owners)}
        <label><input type="checkbox" .checked=${this.failing} @change=${(event: Event) => (this.failing = (event.target as HTMLInputElement).checked)} />${t('onlyFailing')}</label>
      </div>
      ${shown.length
        ? html`<ul aria-label=${t('golden')} @keydown=${this.move}>
            ${repeat(shown, (one) => one.question.id, (one) => this.line(one, page))}
          </ul>`
        : html`<yw-empty heading=${t('noneFound')}><button class="button" @click=${this.clear}>${t('clear')}</button></yw-empty>`}
    `;
  }

  private select(what: 'group' | 'owner', label: string, any: string, all: string[]) {
    if (!all.length) return nothing;
    return html`<select aria-label=${label} @change=${(event: Event) => (this[what] = (event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${!this[what]}>${any}</option>
      ${all.map((one) => html`<option ?selected=${one === this[what]}>${one}</option>`)}
    </select>`;
  }

  private line({ question, last }: Listed, page: Page) {
    const kind = last ? (last.passed ? 'ok' : question.mustPass ? 'urgent' : 'warn') : '';
    const article = page.articles[question.expect];
    return html`<li>
      <span><span class="badge ${kind}">${last ? (last.passed ? t('passed') : t('failed')) : t('unasked')}</span></span>
      <div>
        <div class="said">${question.turns.map((one) => html`<div>${one}</div>`)}</div>
        <div class="facts hint">
          <span>${article ? html`<a href="/knowledge?article=${article.article}">${t('expects', { what: article.question })}</a>` : t('expects', { what: outcome(question.expect) })}</span>
          ${last && !last.passed ? html`<span>${t('gets', { what: outcome(last.got, page.articles) })}</span>` : nothing}
          ${question.mustPass ? html`<span class="badge accent">${t('must')}</span>` : nothing}
          ${question.group ? html`<span>${question.group}</span>` : nothing} ${question.owner ? html`<span>${question.owner}</span>` : nothing}
          ${question.day ? html`<span>${t('onDay', { day: question.day })}</span>` : nothing} ${this.origin(question)}
          ${last ? timeElement(last.at) : nothing}
        </div>
      </div>
      <div class="row">
        <button class="button small" data-line @click=${() => void this.write(question, article?.question)}>${t('edit')}</button>
        <button class="button small quiet" @click=${() => void this.drop(question)}>${t('remove')}</button>
      </div>
    </li>`;
  }

  private origin({ origin, conversation, seq }: Golden) {
    if (origin === 'HAND') return nothing;
    const told = origin === 'RATING' ? t('fromRating') : t('fromConversation');
    return conversation && seq ? html`<a href="/why?conversation=${conversation}&seq=${seq}">${told}</a>` : html`<span>${told}</span>`;
  }

  private write(one?: Golden, title?: string): Promise<void> {
    return this.form.open(one ? { ...one, title } : { turns: [], expect: '', mustPass: true, group: this.group, origin: 'HAND' });
  }

  private async saved({ last }: Listed): Promise<void> {
    await this.read();
    if (last) toast(t('saved', { what: last.passed ? t('passed') : `${t('failed')}（${outcome(last.got, this.page?.articles)}）` }));
  }

  private async drop(one: Golden): Promise<void> {
    await this.work(async () => {
      await remove(one.id);
      toast(t('removed'), { undo: () => void this.work(() => create(again(one))) });
    });
  }

  private async run(): Promise<void> {
    await this.work(async () => {
      const run = await runNow();
      toast(t('ran', { n: run.passed + run.failed, failed: run.failed }));
    });
  }

  private async work(work: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    try {
      await work();
      await this.read();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  private readonly clear = () => {
    this.group = this.owner = '';
    this.failing = false;
  };

  /** Up and down go from line to line. */
  private readonly move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0;
    if (!step) return;
    const lines = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-line]')];
    const at = lines.findIndex((one) => one.closest('li')?.contains(event.target as Node));
    event.preventDefault();
    lines[Math.min(lines.length - 1, Math.max(0, at + step))]?.focus();
  };
}
