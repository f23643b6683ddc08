import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { reviewStyles } from './review-styles';
import { r } from './review-text';
import { addMeasure, ended, removeMeasure, setMeasure, type Detail, type Measure, type Review } from './reviews';

/** `<yw-review-measures .task>`: what is done about it, until when. Tells `detail` with the review as it is then. */
@customElement('yw-review-measures')
export class ReviewMeasures extends YiwenElement {
  @property({ attribute: false }) task!: Review;
  @state() private busy = false;

  static styles = [base, badges, buttons, fields, reviewStyles];

  render() {
    const { task } = this;
    return html`<section class="card" aria-label=${r('measures')}>
      <h3>${r('measures')}</h3>
      ${task.measures.length
        ? html`<ul>
            ${task.measures.map((one) => this.line(one))}
          </ul>`
        : html`<p class="hint">${r('noMeasures')}</p>`}
      ${ended(task)
        ? nothing
        : html`<form class="row" @submit=${(event: Event) => void this.add(event)}>
            <label class="field"><span>${r('measure')}</span><input name="words" required maxlength="500" /></label>
            <label class="field"><span>${r('due')}</span><input type="date" name="due" required /></label>
            <button class="button" ?disabled=${this.busy}>${r('add')}</button>
          </form>`}
    </section>`;
  }

  private line(one: Measure) {
    const { task } = this;
    const set = (done: boolean) => void this.act(() => setMeasure(task.id, one.id, { words: one.words, due: one.due, done, doneOn: this.day(one.id) }));
    return html`<li class="row line" data-measure=${one.id}>
      <span class="words">${one.words}</span>
      <span>${one.doneOn ? r('doneOn', { day: one.doneOn }) : r('dueIs', { day: one.due })}</span>
      ${one.overdue ? html`<span class="badge urgent">${r('overdue')}</span>` : nothing}
      ${ended(task)
        ? nothing
        : html`${one.doneOn ? nothing : html`<label class="field"><span>${r('doneDay')}</span><input type="date" data-day=${one.id} /></label>`}
            <button class="button small" ?disabled=${this.busy} @click=${() => set(!one.doneOn)}>${r(one.doneOn ? 'notDone' : 'done')}</button>
            <button class="button small" ?disabled=${this.busy} @click=${() => void this.drop(one)}>${r('remove')}</button>`}
    </li>`;
  }

  private day(id: string): string | undefined {
    return this.renderRoot.querySelector<HTMLInputElement>(`[data-day="${id}"]`)?.value || undefined;
  }

  private async add(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const said = new FormData(form);
    if (await this.act(() => addMeasure(this.task.id, { words: String(said.get('words')), due: String(said.get('due')) }))) form.reset();
  }

  private async drop({ id, words: what, due }: Measure): Promise<void> {
    const review = this.task.id;
    if (!(await this.act(() => removeMeasure(review, id)))) return;
    toast(r('removed'), { undo: () => void this.act(() => addMeasure(review, { words: what, due })) });
  }

  private async act(what: () => Promise<Detail>): Promise<boolean> {
    this.busy = true;
    try {
      this.tell<Detail>('detail', await what());
      return true;
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      return false;
    } finally {
      this.busy = false;
    }
  }
}
