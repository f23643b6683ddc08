import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { language } from '../common/i18n/language';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { iso, kindOf, put, range, read, write, type DayKind, type Days, type Rejected } from './days';
import { t } from './days-text';
import { partStyles } from './styles';

const MONTHS_SHOWN = 2;
const NEXT: Record<DayKind, DayKind> = { usual: 'closed', closed: 'workdays', workdays: 'usual' };
const KINDS: DayKind[] = ['closed', 'workdays', 'usual'];

/** `<yw-day-calendar .days=${{closed, workdays}}>`: holidays and make-up workdays; tells `days`. */
@customElement('yw-day-calendar')
export class DayCalendar extends YiwenElement {
  @property({ attribute: false }) days: Days = { closed: [], workdays: [] };
  /** The first month that is shown: its first day. */
  @state() private month = iso(new Date()).slice(0, 8) + '01';
  @state() private rejected: Rejected[] = [];
  @query('input[name=from]') private from?: HTMLInputElement;
  @query('input[name=to]') private to?: HTMLInputElement;
  @query('select') private kind?: HTMLSelectElement;

  static styles = [base, buttons, fields, partStyles, calendarStyles()];

  render() {
    const { closed, workdays } = this.days;
    const year = Number(this.month.slice(0, 4));
    const some = closed.length + workdays.length > 0;
    return html`
      <div class="wrap">
        <strong>${t('title')}</strong>
        <span class="hint" role="status">${some ? t('count', { closed: closed.length, workdays: workdays.length }) : t('none')}</span>
        ${some ? html`<button class="button small quiet" @click=${this.clear}>${t('clear')}</button>` : nothing}
      </div>
      <p class="hint">${t('hint')}</p>
      <div class="months">
        <button class="button small quiet" aria-label=${t('before')} @click=${() => (this.month = monthAfter(this.month, -1))}>‹</button>
        ${Array.from({ length: MONTHS_SHOWN }, (_, index) => this.calendar(monthAfter(this.month, index)))}
        <button class="button small quiet" aria-label=${t('after')} @click=${() => (this.month = monthAfter(this.month, 1))}>›</button>
      </div>
      <form class="wrap" @submit=${this.setRange}>
        <label class="wrap"><span>${t('rangeFrom')}</span><input type="date" name="from" required /></label>
        <label class="wrap"><span>${t('rangeTo')}</span><input type="date" name="to" /></label>
        <label class="wrap"><span>${t('rangeSet')}</span>
          <select>${KINDS.map((kind) => html`<option value=${kind}>${t(kind)}</option>`)}</select></label>
        <button class="button small">${t('rangeAdd')}</button>
      </form>
      <div class="wrap">
        ${[year, year + 1].map(
          (one) => html`<button class="button small official" @click=${() => void this.official(one)}>${t('official', { year: one })}</button>`,
        )}
        <label class="button small">${t('file')}<input class="hidden-visually" type="file" accept=".csv,.txt,text/csv,text/plain" @change=${this.file} /></label>
        <span class="hint">${t('fileHint')}</span>
      </div>
      ${this.rejected.length ? this.faults() : nothing}
      <details>
        <summary>${t('lines')}</summary>
        <p class="hint">${t('linesHint')}</p>
        <textarea rows="6" aria-label=${t('lines')} .value=${write(this.days)} @change=${this.typed}></textarea>
      </details>
    `;
  }

  private calendar(first: string) {
    const at = new Date(`${first}T00:00:00Z`);
    const lead = (at.getUTCDay() + 6) % 7;
    const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0));
    const name = at.toLocaleDateString(language(), { year: 'numeric', month: 'long', timeZone: 'UTC' });
    return html`<div class="month" role="group" aria-label=${name}>
      <div class="name">${name}</div>
      ${weekdays().map((day) => html`<span class="weekday" aria-hidden="true">${day}</span>`)}
      ${Array.from({ length: lead }, () => html`<span></span>`)}
      ${range(first, iso(last)).map((day) => this.day(day))}
    </div>`;
  }

  private day(day: string) {
    const kind = kindOf(this.days, day);
    return html`<button
      class="day ${kind}"
      data-day=${day}
      aria-label="${day} ${t(kind)}"
      @click=${() => this.change(put(this.days, [day], NEXT[kind]))}
    >
      ${Number(day.slice(8))}${kind === 'usual' ? nothing : html`<small>${t(`short_${kind}`)}</small>`}
    </button>`;
  }

  private faults() {
    return html`<div class="problem" role="alert">
      <p>${t('rejected', { n: this.rejected.length })}</p>
      <ul>${this.rejected.map((one) => html`<li>${t('rejectedLine', { ...one })}</li>`)}</ul>
    </div>`;
  }

  private setRange(event: Event): void {
    event.preventDefault();
    const from = this.from!.value;
    const to = this.to!.value || from;
    this.take(`${from}..${to}`, (days) => put(days, range(from, to), this.kind!.value as DayKind));
  }

  /** Reads a line as the file would be, so that a wrong range is named in the same words. */
  private take(line: string, change: (days: Days) => Days): void {
    const { rejected } = read(line);
    this.rejected = rejected;
    if (!rejected.length) this.change(change(this.days));
  }

  private async official(year: number): Promise<void> {
    try {
      const answer = await fetch(`/holidays/cn-${year}.csv`);
      if (!answer.ok) throw new Error();
      this.add(await answer.text());
      this.month = `${year}-01-01`;
    } catch {
      toast(t('notRead'), { kind: 'problem' });
    }
  }

  private async file(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file) this.add(await file.text());
  }

  private add(text: string): void {
    const { days, rejected } = read(text, this.days);
    const added = (name: keyof Days) => days[name].filter((day) => !this.days[name].includes(day)).length;
    this.rejected = rejected;
    const before = this.days;
    toast(t('imported', { closed: added('closed'), workdays: added('workdays') }), { undo: () => this.change(before) });
    this.change(days);
  }

  private typed(event: Event): void {
    const { days, rejected } = read((event.target as HTMLTextAreaElement).value);
    this.rejected = rejected;
    // What was not understood stays in the field, to be mended.
    if (!rejected.length) this.change(days);
  }

  private clear(): void {
    const before = this.days;
    this.change({ closed: [], workdays: [] });
    toast(t('cleared'), { undo: () => this.change(before) });
  }

  private change(days: Days): void {
    this.tell('days', days);
  }
}

function monthAfter(first: string, months: number): string {
  const at = new Date(`${first}T00:00:00Z`);
  return iso(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)));
}

/** Monday first. */
function weekdays(): string[] {
  // The fifth of January 2026 was a Monday.
  return Array.from({ length: 7 }, (_, index) =>
    new Date(Date.UTC(2026, 0, 5 + index)).toLocaleDateString(language(), { weekday: 'narrow', timeZone: 'UTC' }),
  );
}

function calendarStyles() {
  return css`
    .months {
      display: flex;
      flex-wrap: wrap;
      gap: var(--yw-space-3);
      align-items: flex-start;
    }
    .month {
      display: grid;
      grid-template-columns: repeat(7, minmax(34px, 40px));
      gap: 2px;
      justify-items: stretch;
      text-align: center;
    }
    .name {
      grid-column: 1 / -1;
      font-weight: var(--yw-weight-strong);
    }
    .weekday {
      color: var(--yw-ink-3);
      font-size: var(--yw-text-xs);
    }
    .day {
      display: grid;
      min-height: 40px;
      align-content: center;
      border: 1px solid transparent;
      border-radius: var(--yw-radius-s, 4px);
      background: none;
      color: inherit;
      font: inherit;
      font-variant-numeric: tabular-nums;
      line-height: 1.1;
      cursor: pointer;
    }
    .day:hover {
      border-color: var(--yw-line-strong);
    }
    .day small {
      font-size: var(--yw-text-xs);
    }
    .day.closed {
      border-color: var(--yw-urgent);
      color: var(--yw-urgent-text);
    }
    .day.workdays {
      border-color: var(--yw-accent);
      background: var(--yw-accent-soft, transparent);
    }
    ul {
      margin: 0;
      padding-left: 1.4em;
    }
    .problem {
      color: var(--yw-urgent-text);
    }
    select {
      width: auto;
    }
    input[type='date'] {
      width: 150px;
    }
  `;
}
