import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { base } from '../../common/styles';
import { t } from '../i18n';
import { topicName } from '../topic-names';

/** `<yw-topics .counts=${facets.topic} selected="plans" @topic=${…}>`: the topics as a filter; picking one again shows all. */
@customElement('yw-topics')
export class Topics extends YiwenElement {
  @property({ attribute: false }) counts?: Record<string, number>;
  @property() selected = '';

  static styles = [
    base,
    css`
      :host {
        display: block;
        padding: var(--yw-space-3) var(--yw-space-2);
        overflow-y: auto;
      }
      h2 {
        padding: 0 var(--yw-space-3) var(--yw-space-2);
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
        font-weight: normal;
      }
      ul {
        list-style: none;
      }
      button {
        display: flex;
        gap: var(--yw-space-2);
        align-items: baseline;
        width: 100%;
        min-height: 32px;
        padding: 4px var(--yw-space-3);
        border: 0;
        border-radius: var(--yw-radius-s);
        background: none;
        color: var(--yw-ink-2);
        font: inherit;
        font-size: var(--yw-text-s);
        text-align: left;
        cursor: pointer;
      }
      button:hover {
        background: var(--yw-hover);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      button[aria-pressed='true'] {
        background: var(--yw-selected);
        color: var(--yw-accent-text);
        font-weight: var(--yw-weight-strong);
      }
      .number {
        color: var(--yw-ink-3);
        font-weight: normal;
      }
      .waiting {
        height: 20px;
        margin: 12px var(--yw-space-3);
        border-radius: var(--yw-radius-s);
        background: var(--yw-line);
        opacity: 0.6;
      }
    `,
  ];

  render() {
    return html`
      <nav aria-label=${t('topics')}>
        <h2>${t('topics')}</h2>
        ${this.counts ? this.tree(this.counts) : [1, 2, 3, 4, 5, 6].map(() => html`<div class="waiting"></div>`)}
      </nav>
    `;
  }

  private tree(counts: Record<string, number>) {
    const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
    const topics = Object.entries(counts).sort(([one], [other]) =>
      topicName(one).localeCompare(topicName(other), 'zh-CN'),
    );
    return html`
      <ul>
        ${this.line('', t('allTopics'), total)} ${topics.map(([name, count]) => this.line(name, topicName(name), count))}
      </ul>
    `;
  }

  private line(name: string, text: string, count: number) {
    const selected = this.selected === name;
    return html`
      <li>
        <button
          aria-pressed=${selected}
          title=${name || nothing}
          @click=${() => this.tell('topic', selected ? '' : name)}
        >
          <span class="ellipsis">${text}</span><span class="spread"></span><span class="number">${count}</span>
        </button>
      </li>
    `;
  }
}
