import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../cockpit/chart';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons } from '../common/styles';
import { groupTime, timeElement } from '../common/time';
import { toast } from '../common/toast';
import { acknowledge, course, mute, toReview, type Alarm, type Point } from './alarms';
import { placeName, streamName, t, told, usual } from './i18n';

const DAY = 86_400_000;

/** `<yw-alarm .alarm>`: what rang, its course, and what is done about it. Tells `changed`, `review` with the task that was opened, and `close` when that is pressed. */
@customElement('yw-alarm')
export class AlarmCard extends YiwenElement {
  @property({ attribute: false }) alarm!: Alarm;
  @state() private points?: Point[];

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-2);
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
      strong {
        font-size: var(--yw-text-l);
      }
      .table {
        max-height: 14rem;
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 2px var(--yw-space-2);
        border-bottom: 1px solid var(--yw-line);
        font-weight: normal;
        text-align: end;
      }
      th:first-child {
        text-align: start;
      }
      summary {
        cursor: pointer;
      }
    `,
  ];

  render() {
    const { alarm } = this;
    const { closedAt, acknowledgedBy } = alarm;
    return html`
      <div class="row">
        <span class="badge ${closedAt ? '' : acknowledgedBy ? 'warn' : 'urgent'}">${t(alarm.rule)}</span>
        <strong>${placeName(alarm)}</strong>
        <span>${told(alarm)}</span>
        <span class="spread"></span>
        ${timeElement(alarm.openedAt)}
      </div>
      ${alarm.also.length ? html`<p class="hint">${t('also', { what: alarm.also.map(streamName).join('；') })}</p>` : nothing}
      <div class="row">
        ${acknowledgedBy ? html`<span class="hint">${t('seen', { name: acknowledgedBy })}</span>` : nothing}
        ${closedAt ? html`<span class="hint">${alarm.closedBy ? t('closedBy', { name: alarm.closedBy }) : t('closedItself')} ${timeElement(closedAt)}</span>` : nothing}
        <span class="spread"></span>
        ${alarm.kind === 'THRESHOLD' ? nothing : html`<a class="button small" href=${this.cases()}>${t('cases')}</a>`}
        <button class="button small" @click=${() => void this.review(alarm.id)}>${t('toReview')}</button>
        ${closedAt ? nothing : this.actions(alarm)}
      </div>
      ${alarm.kind === 'THRESHOLD'
        ? nothing
        : html`<details @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void this.read()}>
            <summary>${t('chart')}</summary>
            ${this.points ? this.course(this.points) : html`<yw-skeleton lines="4"></yw-skeleton>`}
          </details>`}
    `;
  }

  private actions(alarm: Alarm) {
    return html`
      ${alarm.acknowledgedBy ? nothing : html`<button class="button small primary" @click=${() => this.act(() => acknowledge(alarm.id))}>${t('acknowledge')}</button>`}
      <button class="button small" @click=${() => this.mute(1)}>${t('muteDay')}</button>
      <button class="button small" @click=${() => this.mute(7)}>${t('muteWeek')}</button>
      <button class="button small" @click=${() => this.tell('close')}>${t('close')}</button>
    `;
  }

  private course(points: Point[]) {
    const name = `${t(this.alarm.rule)} ${placeName(this.alarm)}`;
    return html`
      <yw-figure-chart
        .names=${points.map((one) => one.day)}
        .values=${points.map((one) => one.count)}
        .previous=${points.map((one) => one.upper)}
        line
        label=${t('chartLabel', { name })}
      ></yw-figure-chart>
      <div class="table" tabindex="0" role="group" aria-label=${name}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('day')}</th>
              <th scope="col">${t('count')}</th>
              <th scope="col">${t('usual')}</th>
              <th scope="col">${t('upper')}</th>
            </tr>
          </thead>
          <tbody>
            ${[...points].reverse().map(
              (one) =>
                html`<tr>
                  <th scope="row">${one.day}</th>
                  <td>${one.count}</td>
                  <td>${one.expected === undefined ? '–' : usual(one.expected)}</td>
                  <td>${one.upper ?? '–'}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  /** Those of that day, as the page of figures shows them. */
  private cases(): string {
    const { topic, region, day } = this.alarm;
    const wanted = new URLSearchParams({ metric: 'CONTACTS', by: 'DAY', from: day, to: day, part: day });
    if (topic) wanted.set('topic', topic);
    if (region) wanted.set('region', region);
    return `/cockpit?${wanted}`;
  }

  private async read(): Promise<void> {
    try {
      this.points ??= await course(this.alarm.id);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async review(id: string): Promise<void> {
    try {
      this.tell<string>('review', await toReview(id));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private mute(days: number): void {
    const until = new Date(Date.now() + days * DAY);
    const { id } = this.alarm;
    void this.act(
      () => mute(id, until),
      () => toast(t('muted', { at: groupTime(until) }), { undo: () => void this.act(() => mute(id)) }),
    );
  }

  private async act(what: () => Promise<unknown>, then?: () => void): Promise<void> {
    try {
      await what();
      this.tell('changed');
      then?.();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
