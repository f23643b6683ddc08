import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { base, buttons, fields } from '../common/styles';
import './day-calendar';
import type { Days } from './days';
import { t } from './i18n';
import { replaced, toggled, valueOf } from './part';
import { DAYS, type Hours, type Shift } from './plan';
import { partStyles } from './styles';

const WEEKDAYS: Shift = { days: DAYS.slice(0, 5), from: '09:00', to: '18:00' };

/** `<yw-hours-form .hours=${hours}>`: hours of service, or always open without them; tells `hours`. */
@customElement('yw-hours-form')
export class HoursForm extends YiwenElement {
  @property({ attribute: false }) hours?: Hours;
  /** Without hours. */
  @property() otherwise = '';

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      .shift {
        padding-bottom: var(--yw-space-3);
        border-bottom: 1px solid var(--yw-line);
      }
      input[type='time'] {
        width: 132px !important;
      }
    `,
  ];

  render() {
    const { hours } = this;
    if (!hours) {
      return html`<div class="wrap">
        <span>${this.otherwise || t('alwaysOpen')}</span>
        <button class="button small" @click=${() => this.put({ week: [WEEKDAYS], closed: [], workdays: [] })}>${t('setHours')}</button>
      </div>`;
    }
    return html`
      ${hours.week.map((shift, index) => this.shift(hours, shift, index))}
      <div class="wrap">
        <button class="button small" @click=${() => this.put({ ...hours, week: [...hours.week, { ...WEEKDAYS, days: ['SATURDAY', 'SUNDAY'] }] })}>
          ${t('addShift')}
        </button>
        <button class="button small quiet" @click=${() => this.put(undefined)}>${this.otherwise || t('alwaysOpen')}</button>
      </div>
      <yw-day-calendar .days=${hours} @days=${(event: CustomEvent<Days>) => this.put({ ...hours, ...event.detail })}></yw-day-calendar>
    `;
  }

  private shift(hours: Hours, shift: Shift, index: number) {
    const change = (part?: Partial<Shift>) =>
      this.put({ ...hours, week: replaced(hours.week, index, part && { ...shift, ...part }) });
    const time = (name: 'from' | 'to') => html`
      <label class="wrap">
        <span>${t(name)}</span>
        <input type="time" required .value=${shift[name].slice(0, 5)} @change=${(event: Event) => valueOf(event) && change({ [name]: valueOf(event) })} />
      </label>
    `;
    return html`
      <div class="shift wrap">
        <span class="choices">
          ${DAYS.map(
            (day) => html`<label>
              <input
                type="checkbox"
                .checked=${shift.days.includes(day)}
                @change=${(event: Event) => {
                  const days = toggled(shift.days, day, (event.target as HTMLInputElement).checked);
                  change({ days: DAYS.filter((it) => days.includes(it)) });
                }}
              />${t(day)}
            </label>`,
          )}
        </span>
        ${time('from')} ${time('to')}
        <button class="button small quiet" ?disabled=${hours.week.length === 1} @click=${() => change()}>${t('remove')}</button>
      </div>
    `;
  }

  private put(hours?: Hours): void {
    this.tell('hours', hours);
  }
}
