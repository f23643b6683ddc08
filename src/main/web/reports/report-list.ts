import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { periodName, t } from './i18n';
import { pdf, type Report } from './reports';

/** `<yw-report-list .reports ?reads ?removes>`: tells `open`, `again` and `remove` (detail: the report). */
@customElement('yw-report-list')
export class ReportList extends YiwenElement {
  @property({ attribute: false }) reports: Report[] = [];
  @property({ type: Boolean }) reads = false;
  @property({ type: Boolean }) removes = false;

  static styles = [
    base,
    badges,
    buttons,
    css`
      ul {
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-3);
        align-items: center;
        padding: var(--yw-space-3) 0;
        border-bottom: 1px solid var(--yw-line);
      }
      li:last-child {
        border: 0;
      }
      .what {
        display: grid;
        flex: 1 1 240px;
        min-width: 0;
      }
      progress {
        width: 160px;
        accent-color: var(--yw-accent);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: center;
      }
    `,
  ];

  render() {
    if (!this.reports.length) return html`<yw-empty heading=${t('none')} hint=${this.reads ? t('noneHint') : ''}></yw-empty>`;
    return html`<ul>
      ${this.reports.map((one) => this.line(one))}
    </ul>`;
  }

  private line(one: Report) {
    const name = `${t(one.kind)} · ${periodName(one.period)}`;
    return html`<li data-report=${one.id} data-state=${one.state}>
      <span class="what">
        <span>${name}</span>
        <span class="hint">${timeElement(one.madeAt)} · ${one.madeBy ? t('by', { name: one.madeBy }) : t('itself')}</span>
      </span>
      <span class="acts">${this.acts(one, name)}</span>
    </li>`;
  }

  private acts(one: Report, name: string) {
    const remove =
      this.removes && one.state !== 'MAKING'
        ? html`<button class="button small" aria-label=${`${t('remove')} ${name}`} @click=${() => this.tell('remove', one)}>${t('remove')}</button>`
        : nothing;
    switch (one.state) {
      case 'MAKING':
        return html`<progress max="100" value=${one.progress} aria-label=${name}></progress
          ><span role="status">${t('making', { n: one.progress })}</span>`;
      case 'FAILED':
        return html`<span class="badge urgent">${t('FAILED')}</span>
          ${this.reads ? html`<button class="button small" @click=${() => this.tell('again', one)}>${t('again')}</button>` : nothing} ${remove}`;
      case 'READY':
        return html`${this.reads
          ? html`<button class="button small primary" aria-label=${`${t('open')} ${name}`} @click=${() => this.tell('open', one)}>${t('open')}</button>
              <a class="button small" href=${pdf(one.id)} download aria-label=${`${t('pdf')} ${name}`}>${icons.file}${t('pdf')}</a>`
          : nothing}
        ${remove}`;
    }
  }
}
