import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Topic } from '../common/brand';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { base, buttons, fields } from '../common/styles';
import { t } from './i18n';
import { brandStyles } from './styles';

/** `<yw-topic-names .topics>`: what topics are called; tells `topics` after each change. */
@customElement('yw-topic-names')
export class TopicNames extends YiwenElement {
  @property({ attribute: false }) topics: Topic[] = [];

  static styles = [base, buttons, fields, brandStyles];

  render() {
    return html`<div class="parts">
      ${this.topics.map((one, i) => this.line(one, i))}
      <div>
        <button class="button small" @click=${() => this.put([...this.topics, { slug: '', name: '', english: '' }])}>
          ${icons.plus}${t('topicAdd')}
        </button>
      </div>
    </div>`;
  }

  private line(topic: Topic, at: number) {
    const field = (name: keyof Topic, label: string, most: number) => html`<input
      name="topic-${name}"
      aria-label=${label}
      placeholder=${label}
      maxlength=${most}
      .value=${topic[name]}
      @input=${(event: InputEvent) =>
        this.put(this.topics.map((one, i) => (i === at ? { ...one, [name]: (event.target as HTMLInputElement).value } : one)))}
    />`;
    return html`<div class="topic">
      ${field('slug', t('topicSlug'), 60)} ${field('name', t('topicName'), 30)} ${field('english', t('topicEnglish'), 40)}
      <button
        class="button quiet"
        aria-label=${t('topicRemove', { slug: topic.slug })}
        @click=${() => this.put(this.topics.filter((_, i) => i !== at))}
      >
        ${icons.close}
      </button>
    </div>`;
  }

  private put(topics: Topic[]): void {
    this.tell('topics', topics);
  }
}
