import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { channelName } from '../cockpit/part-name';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { exact, timeElement } from '../common/time';
import { toast } from '../common/toast';
import './review-measures';
import { doneText, intervalText, r, reviewName } from './review-text';
import {
  analyse,
  BACK,
  CAUSES,
  conversations,
  ended,
  judge,
  move,
  NEXT,
  people,
  review,
  SHARE_NAMES,
  VERDICTS,
  type Analysis,
  type Detail,
  type Effect,
  type Hit,
  type Person,
  type Review,
  type State,
  type Verdict,
} from './reviews';
import { reviewStyles } from './review-styles';

/** `<yw-review .review=ID>`: one review with its steps. Tells `back`. */
@customElement('yw-review')
export class ReviewView extends YiwenElement {
  @property() review = '';
  @state() private detail?: Detail;
  @state() private hits?: Hit[];
  @state() private staff: Person[] = [];
  @state() private cancelling = false;
  @state() private busy = false;

  static styles = [
    base,
    badges,
    buttons,
    fields,
    reviewStyles,
    css`
      h2 {
        overflow-wrap: anywhere;
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        padding: 2px var(--yw-space-3) 2px 0;
        font-weight: normal;
        text-align: start;
        font-variant-numeric: tabular-nums;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-3);
        padding: 0;
        list-style: none;
      }
      ol li {
        color: var(--yw-ink-2);
      }
      ol li[aria-current] {
        color: var(--yw-accent-text);
        font-weight: var(--yw-weight-strong);
        text-decoration: underline;
        text-underline-offset: 4px;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--yw-space-1) var(--yw-space-3);
        margin: 0;
      }
      dd {
        margin: 0;
      }
      summary {
        cursor: pointer;
      }
    `,
  ];

  willUpdate(changed: PropertyValues): void {
    if (changed.has('review')) void this.load();
  }

  private async load(): Promise<void> {
    this.detail = undefined;
    this.hits = undefined;
    try {
      [this.detail, this.staff] = await Promise.all([review(this.review), people()]);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      this.tell('back');
    }
  }

  render() {
    const { detail } = this;
    const back = html`<div><button class="button small" @click=${() => this.tell('back')}>${r('back')}</button></div>`;
    if (!detail) return html`${back}<yw-skeleton lines="8"></yw-skeleton>`;
    const { task } = detail;
    return html`
      ${back}
      <section class="card">
        <h2>${reviewName(task)}</h2>
        ${this.stages(task)}
        <div class="row">
          <span class="hint">${r(task.source)}${task.openedBy ? ` · ${task.openedBy}` : ''}</span>
          ${timeElement(task.openedAt)}
          ${task.owner ? html`<span>${r('ownerIs', { name: task.owner })}</span>` : nothing}
          ${task.due ? html`<span>${r('dueIs', { day: task.due })}</span>` : nothing}
          ${task.overdue ? html`<span class="badge urgent">${r('overdue')}</span>` : nothing}
        </div>
        ${this.moves(task)}
      </section>
      ${this.seen(task)} ${this.cause(task)}
      <yw-review-measures .task=${task} @detail=${(event: CustomEvent<Detail>) => (this.detail = event.detail)}></yw-review-measures>
      ${this.effect(task, detail.effect)}
      <section class="card" aria-label=${r('history')}>
        <h3>${r('history')}</h3>
        <ul>
          ${detail.history.map((one) => html`<li>${timeElement(one.at)} ${r('by', { name: one.by ?? r('itself'), what: doneText(one) })}</li>`)}
        </ul>
      </section>
    `;
  }

  private stages(task: Review) {
    const shown: State[] = task.state === 'CANCELLED' ? ['OPEN', 'CANCELLED'] : ['OPEN', 'ANALYSED', 'ACTING', 'CHECKING', 'CLOSED'];
    return html`<ol>
      ${shown.map((one) => html`<li aria-current=${one === task.state ? 'step' : nothing}>${r(one)}</li>`)}
    </ol>`;
  }

  private moves(task: Review) {
    const next = NEXT[task.state];
    const back = BACK[task.state];
    const missing = this.missing(task);
    return html`<div class="row">
        ${next ? html`<button class="button primary" ?disabled=${this.busy || Boolean(missing)} @click=${() => void this.act(() => move(task.id, next))}>${r('next', { state: r(next) })}</button>` : nothing}
        ${back ? html`<button class="button" ?disabled=${this.busy} @click=${() => void this.act(() => move(task.id, back))}>${r('backTo', { state: r(back) })}</button>` : nothing}
        ${ended(task) || this.cancelling ? nothing : html`<button class="button" @click=${() => (this.cancelling = true)}>${r('cancel')}</button>`}
      </div>
      ${missing ? html`<p class="hint">${missing}</p>` : nothing}
      ${this.cancelling && !ended(task)
        ? html`<form class="row" @submit=${(event: Event) => void this.cancel(event, task.id)}>
            <label class="field"><span>${r('reason')}</span><input name="reason" required maxlength="500" /></label>
            <button class="button">${r('cancel')}</button>
            <button class="button" type="button" @click=${() => (this.cancelling = false)}>${r('back')}</button>
          </form>`
        : nothing}`;
  }

  /** What it needs before it goes on; empty: nothing. */
  private missing(task: Review): string {
    const done = task.measures.length > 0 && task.measures.every((one) => one.doneOn);
    switch (task.state) {
      case 'OPEN':
        return task.cause ? '' : r('needsCause');
      case 'ANALYSED':
        return task.measures.length ? '' : r('needsMeasure');
      case 'ACTING':
        return done ? '' : r('needsDone');
      case 'CHECKING':
        return !done ? r('needsDone') : task.verdict ? '' : r('needsVerdict');
      default:
        return '';
    }
  }

  private seen(task: Review) {
    return html`<section class="card" aria-label=${r('seen')}>
      <h3>${r('seen')}</h3>
      <div class="row">
        <span>${r('seenOn', { from: task.seenFrom, to: task.seenTo })}</span>
        ${task.above === undefined ? nothing : html`<span class="hint">${r('aboveIs', { above: task.above })}</span>`}
      </div>
      ${task.seen.length
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">${r('day')}</th>
                <th scope="col">${task.share ? r(task.share) : r('of')}</th>
              </tr>
            </thead>
            <tbody>
              ${task.seen.map((one) => html`<tr><th scope="row">${one.day}</th><td>${intervalText(one.share)}</td></tr>`)}
            </tbody>
          </table>`
        : nothing}
      ${task.source === 'SILENCE' ? html`<a href="/scores?tab=silence">${r('SILENCE')}</a>` : nothing}
      ${task.share
        ? html`<details @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void this.read(task.id)}>
            <summary>${r('conversations')}</summary>
            ${this.hits ? this.cases(this.hits) : html`<yw-skeleton lines="3"></yw-skeleton>`}
          </details>`
        : nothing}
    </section>`;
  }

  private cases(hits: Hit[]) {
    if (!hits.length) return html`<p class="hint">${r('noConversations')}</p>`;
    return html`<ul class="long" tabindex="0" role="group" aria-label=${r('conversations')}>
      ${hits.map((one) => html`<li><a href="/scores?conversation=${one.conversationId}">${r('conversation', { at: exact(new Date(one.openedAt)), channel: channelName(one.channel) })}</a></li>`)}
    </ul>`;
  }

  private cause(task: Review) {
    const frozen = ended(task);
    return html`<section class="card" aria-label=${r('cause')}>
      <h3>${r('cause')}</h3>
      <form @submit=${(event: Event) => void this.analyse(event, task)}>
        <div class="row">
          <label class="field"
            ><span>${r('cause')}</span
            ><select name="cause" required ?disabled=${frozen}>
              ${task.cause ? nothing : html`<option value=""></option>`}
              ${CAUSES.map((one) => html`<option value=${one} ?selected=${one === task.cause}>${r(one)}</option>`)}
            </select></label
          >
          <label class="field"
            ><span>${r('owner')}</span
            ><select name="owner" required ?disabled=${frozen}>
              ${task.ownerId ? nothing : html`<option value=""></option>`}
              ${this.staff
                .filter((one) => one.active || one.id === task.ownerId)
                .map((one) => html`<option value=${one.id} ?selected=${one.id === task.ownerId}>${one.name}</option>`)}
            </select></label
          >
          <label class="field"><span>${r('due')}</span><input type="date" name="due" ?disabled=${frozen} .value=${task.due ?? ''} /></label>
        </div>
        <label class="field"><span>${r('causeWords')}</span><textarea name="words" rows="3" required maxlength="2000" ?disabled=${frozen} .value=${task.causeWords ?? ''}></textarea></label>
        ${task.source === 'RULE' ? nothing : this.scope(task, frozen)}
        ${frozen ? nothing : html`<div><button class="button" ?disabled=${this.busy}>${r('save')}</button></div>`}
      </form>
    </section>`;
  }

  private scope(task: Review, frozen: boolean) {
    return html`<div class="row">
      <label class="field"
        ><span>${r('share')}</span
        ><select name="share" ?disabled=${frozen}>
          <option value="">${r('noShare')}</option>
          ${SHARE_NAMES.map((one) => html`<option value=${one} ?selected=${one === task.share}>${r(one)}</option>`)}
        </select></label
      >
      <label class="field"><span>${r('topic')}</span><input name="topic" maxlength="100" ?disabled=${frozen} .value=${task.topic} /></label>
      <label class="field"><span>${r('region')}</span><input name="region" maxlength="100" ?disabled=${frozen} .value=${task.region} /></label>
    </div>`;
  }

  private effect(task: Review, effect?: Effect) {
    return html`<section class="card" aria-label=${r('effect')}>
      <h3>${r('effect')}</h3>
      ${task.share ? (effect ? this.compared(effect) : html`<p class="hint">${r('effectNotYet')}</p>`) : html`<p class="hint">${r('effectNone')}</p>`}
      ${task.state === 'CHECKING'
        ? html`<form @submit=${(event: Event) => void this.judge(event, task.id)}>
            <fieldset>
              <legend>${r('verdict')}</legend>
              <div class="row">
                ${VERDICTS.map((one) => html`<label><input type="radio" name="verdict" value=${one} required .checked=${one === task.verdict} /> ${r(one)}</label>`)}
              </div>
            </fieldset>
            <label class="field"><span>${r('verdictWords')}</span><textarea name="words" rows="2" required maxlength="2000" .value=${task.verdictWords ?? ''}></textarea></label>
            <div><button class="button" ?disabled=${this.busy}>${r('save')}</button></div>
          </form>`
        : task.verdict
          ? html`<p><strong>${r(task.verdict)}</strong> ${task.verdictWords}</p>`
          : nothing}
    </section>`;
  }

  private compared({ days, before, after }: Effect) {
    const told = !before.n || !after.n ? '' : after.high < before.low ? r('lower') : after.low > before.high ? r('higher') : r('overlapping');
    return html`<p class="hint">${r('effectHint')}</p>
      <dl>
        <dt>${r('before', { days })}</dt>
        <dd>${intervalText(before)}</dd>
        <dt>${r('after', { days })}</dt>
        <dd>${intervalText(after)}</dd>
      </dl>
      ${told ? html`<p>${told}</p>` : nothing}`;
  }

  private async read(id: string): Promise<void> {
    try {
      this.hits ??= await conversations(id);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async analyse(event: Event, task: Review): Promise<void> {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(said.get(name) ?? '').trim() || undefined;
    const wish = { cause: text('cause'), words: text('words'), owner: text('owner'), due: text('due'), share: text('share'), topic: text('topic'), region: text('region') };
    await this.act(() => analyse(task.id, wish as Analysis), true);
    this.hits = undefined;
  }

  private async judge(event: Event, id: string): Promise<void> {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    await this.act(() => judge(id, { verdict: said.get('verdict') as Verdict, words: String(said.get('words')) }), true);
  }

  private async cancel(event: Event, id: string): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason'));
    await this.act(() => move(id, 'CANCELLED', reason));
    this.cancelling = false;
  }

  private async act(what: () => Promise<Detail>, saying = false): Promise<void> {
    this.busy = true;
    try {
      this.detail = await what();
      if (saying) toast(r('saved'));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
