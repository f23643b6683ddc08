import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import { r, reviewName } from './review-text';
import { ended, openBlank, reviews, SHARE_NAMES, STATES, type Review, type Share } from './reviews';

/** `<yw-review-list>`: reviews by how far they are. Tells `open` with the id of one. */
@customElement('yw-review-list')
export class ReviewList extends YiwenElement {
  @state() private all?: Review[];
  @state() private asking = false;

  static styles = [
    base,
    badges,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-4);
      }
      section,
      ul,
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-2);
        list-style: none;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-3);
        align-items: center;
      }
      .spread {
        flex: 1;
      }
      .field {
        flex: 1 1 12rem;
      }
      .open {
        flex: 1 1 14rem;
        padding: 0;
        border: 0;
        background: none;
        color: var(--yw-accent-text);
        font: inherit;
        font-weight: var(--yw-weight-strong);
        text-align: start;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.all = await reviews();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  render() {
    const { all } = this;
    if (!all) return html`<yw-skeleton lines="8"></yw-skeleton>`;
    return html`
      <div class="row">
        <p class="hint spread">${r('about')}</p>
        ${this.asking ? nothing : html`<button class="button" @click=${() => (this.asking = true)}>${r('fresh')}</button>`}
      </div>
      ${this.asking ? this.form() : nothing}
      ${all.length ? STATES.map((state) => this.group(state, all.filter((one) => one.state === state))) : html`<yw-empty heading=${r('none')} hint=${r('noneHint')}></yw-empty>`}
    `;
  }

  private group(state: (typeof STATES)[number], some: Review[]) {
    if (!some.length) return nothing;
    return html`<section aria-label=${r(state)}>
      <h2>${r(state)} · ${some.length}</h2>
      <ul>
        ${some.map((one) => this.line(one))}
      </ul>
    </section>`;
  }

  private line(one: Review) {
    const late = one.measures.filter((it) => it.overdue).length;
    const done = one.measures.filter((it) => it.doneOn).length;
    return html`<li class="card row" data-review=${one.id}>
      <button class="open" @click=${() => this.tell('open', one.id)}>${reviewName(one)}</button>
      <span class="hint">${r(one.source)}</span>
      <span>${one.owner ? r('ownerIs', { name: one.owner }) : r('noOwner')}</span>
      ${one.due ? html`<span>${r('dueIs', { day: one.due })}</span>` : nothing}
      ${one.overdue ? html`<span class="badge urgent">${r('overdue')}</span>` : nothing}
      ${one.measures.length ? html`<span>${r('measureCount', { done, n: one.measures.length })}</span>` : nothing}
      ${late ? html`<span class="badge urgent">${r('overdueMeasures', { n: late })}</span>` : nothing}
      ${one.verdict ? html`<span class="badge">${r(one.verdict)}</span>` : nothing}
      ${timeElement(ended(one) && one.endedAt ? one.endedAt : one.openedAt)}
    </li>`;
  }

  private form() {
    return html`<form class="card" @submit=${(event: Event) => void this.create(event)}>
      <label class="field"><span>${r('freshTitle')}</span><input name="title" required maxlength="200" /></label>
      <div class="row">
        <label class="field"
          ><span>${r('share')}</span
          ><select name="share">
            <option value="">${r('noShare')}</option>
            ${SHARE_NAMES.map((one) => html`<option value=${one}>${r(one)}</option>`)}
          </select></label
        >
        <label class="field"><span>${r('topic')}</span><input name="topic" maxlength="100" /></label>
        <label class="field"><span>${r('region')}</span><input name="region" maxlength="100" /></label>
      </div>
      <div class="row">
        <button class="button primary">${r('create')}</button>
        <button class="button" type="button" @click=${() => (this.asking = false)}>${r('cancelForm')}</button>
      </div>
    </form>`;
  }

  private async create(event: Event): Promise<void> {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(said.get(name) ?? '').trim() || undefined;
    try {
      const { task } = await openBlank({ title: text('title') ?? '', share: text('share') as Share | undefined, topic: text('topic'), region: text('region') });
      this.tell('open', task.id);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
