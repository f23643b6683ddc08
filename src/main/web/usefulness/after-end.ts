import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';
import { t } from './i18n';
import { afterEnd, type Outlook } from './usefulness';

/** `<yw-after-end article="…">`: which of the customers' own questions find nothing once an article has ended. Looks when it is opened. */
@customElement('yw-after-end')
export class AfterEnd extends YiwenElement {
  @property() article = '';
  @state() private outlook?: Outlook;
  @state() private failure = '';
  private asked = false;

  static styles = [
    base,
    css`
      summary {
        cursor: pointer;
      }
      ul {
        display: grid;
        gap: var(--yw-space-2);
        margin: var(--yw-space-2) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: 2px;
        padding: var(--yw-space-2) var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
        overflow-wrap: anywhere;
      }
      .dark {
        color: var(--yw-warn-ink, var(--yw-urgent));
      }
    `,
  ];

  render() {
    return html`<details @toggle=${this.opened}>
      <summary>${t('afterEnd')}</summary>
      ${this.content()}
    </details>`;
  }

  private content() {
    if (this.failure) return html`<p class="hint">${this.failure}</p>`;
    const outlook = this.outlook;
    if (!outlook) return this.asked ? html`<yw-skeleton lines="3"></yw-skeleton>` : nothing;
    if (!outlook.questions.length) return html`<p class="hint">${t('afterEndNone')}</p>`;
    return html`<ul aria-label=${t('afterEndOn', { day: outlook.day })}>
      ${outlook.questions.map(
        (one) => html`<li>
          <span>“${one.words}” <span class="hint">${t('askedTimes', { n: one.times })}</span></span>
          ${one.articles.length
            ? html`<span class="hint"
                >${t('afterEndOther', { day: outlook.day })}${one.articles.map((other) => html`<a href="/knowledge?article=${other.article}">${other.title}</a> `)}</span
              >`
            : html`<span class="dark">${t(one.kind === 'HANDOFF' ? 'afterEndHuman' : 'afterEndDark', { day: outlook.day })}</span>`}
        </li>`,
      )}
    </ul>`;
  }

  private async opened(event: Event): Promise<void> {
    if (this.asked || !(event.target as HTMLDetailsElement).open) return;
    this.asked = true;
    this.requestUpdate();
    try {
      this.outlook = await afterEnd(this.article);
    } catch (failure) {
      this.failure = words(failure);
      this.asked = false;
    }
  }
}
