import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Topic } from '../common/brand';
import { YiwenElement } from '../common/element';
import { base, fields } from '../common/styles';
import { t } from './i18n';
import { t as own } from './rules-text';
import { listOf, numberOf, toggled, valueOf } from './part';
import { CHANNELS, LEVELS, MARKS, REASONS, type Group, type Rule, type Then, type When } from './plan';
import { partStyles } from './styles';

/** `<yw-rule-form .rule=${rule} .groups=${groups}>`: one rule to be changed; tells `rule`. */
@customElement('yw-rule-form')
export class RuleForm extends YiwenElement {
  @property({ attribute: false }) rule!: Rule;
  @property({ attribute: false }) groups: Group[] = [];
  /** Topics of the knowledge, by slug. */
  @property({ attribute: false }) topics: Topic[] = [];

  static styles = [
    base,
    fields,
    partStyles,
    css`
      :host {
        margin-top: var(--yw-space-3);
        padding-top: var(--yw-space-3);
        border-top: 1px solid var(--yw-line);
      }
    `,
  ];

  render() {
    const { rule } = this;
    const { when, then } = rule;
    return html`
      <label class="field">
        <span>${own('ruleName')}</span>
        <input name="rule-name" maxlength="40" .value=${rule.name} @input=${(event: Event) => this.put({ name: valueOf(event) })} />
      </label>
      <fieldset>
        <legend class="strong">${own('when')}</legend>
        <div>
          <div class="label">${t('reasons')}</div>
          <div class="choices">
            ${REASONS.map((it) => this.box(t(it), when.reasons.includes(it), (on) => this.setWhen({ reasons: toggled(when.reasons, it, on) })))}
          </div>
        </div>
        <div>
          <div class="label">${own('marks')}</div>
          <div class="choices">
            ${MARKS.map((it) => this.box(t(it), when.marks.includes(it), (on) => this.setWhen({ marks: toggled(when.marks, it, on) })))}
          </div>
          <span class="hint">${own('marksHint')}</span>
        </div>
        <div class="grid">
          <label class="field">
            <span>${own('words')}</span>
            <input
              name="words"
              .value=${when.words.join('，')}
              @change=${(event: Event) => this.setWhen({ words: listOf(event) })}
            />
          </label>
          <label class="field">
            <span>${own('tags')}</span>
            <input name="tags" placeholder=${own('tagsHint')} .value=${when.tags.join('，')} @change=${(event: Event) => this.setWhen({ tags: listOf(event) })} />
          </label>
          ${this.topics.length
            ? html`<label class="field">
                <span>${own('topics')}</span>
                <select name="topic" @change=${(event: Event) => this.setWhen({ topics: [valueOf(event)].filter(Boolean) })}>
                  <option value="" ?selected=${!when.topics.length}>${own('any')}</option>
                  ${this.topics.map((one) => html`<option value=${one.slug} ?selected=${when.topics.includes(one.slug)}>${one.name}</option>`)}
                </select>
              </label>`
            : nothing}
          <label class="field">
            <span>${t('channels')}</span>
            <select
              name="channel"
              @change=${(event: Event) => this.setWhen({ channels: CHANNELS.filter((it) => it === valueOf(event)) })}
            >
              <option value="" ?selected=${!when.channels.length}>${own('anyChannel')}</option>
              ${CHANNELS.map((it) => html`<option value=${it} ?selected=${when.channels.includes(it)}>${t(it)}</option>`)}
            </select>
          </label>
          <label class="field">
            <span>${own('minTier')}</span>
            <input type="number" min="0" max="9" .value=${String(when.minTier)} @change=${(event: Event) => this.setWhen({ minTier: numberOf(event) })} />
          </label>
          <label class="field">
            <span>${own('language')}</span>
            <select @change=${(event: Event) => this.setWhen({ language: (valueOf(event) || undefined) as When['language'] })}>
              <option value="" ?selected=${!when.language}>${own('any')}</option>
              ${(['zh', 'en'] as const).map((it) => html`<option value=${it} ?selected=${when.language === it}>${t(it)}</option>`)}
            </select>
          </label>
        </div>
      </fieldset>
      <fieldset>
        <legend class="strong">${own('then')}</legend>
        <div class="grid">
          <label class="field">
            <span>${own('group')}</span>
            <select name="group" @change=${(event: Event) => this.setThen({ group: valueOf(event) || undefined })}>
              <option value="" ?selected=${!then.group}>${own('anyGroup')}</option>
              ${this.groups.map((it) => html`<option value=${it.id} ?selected=${then.group === it.id}>${it.name}</option>`)}
            </select>
          </label>
          <label class="field">
            <span>${t('level')}</span>
            <select name="level" @change=${(event: Event) => this.setThen({ level: (valueOf(event) || undefined) as Then['level'] })}>
              <option value="" ?selected=${!then.level}>${own('anyLevel')}</option>
              ${LEVELS.map((it) => html`<option value=${it} ?selected=${then.level === it}>${t(it)}</option>`)}
            </select>
          </label>
          <label class="field">
            <span>${own('points')}</span>
            <input type="number" min="-100" max="100" .value=${String(then.points)} @change=${(event: Event) => this.setThen({ points: numberOf(event) })} />
          </label>
        </div>
      </fieldset>
    `;
  }

  private box(text: string, on: boolean, change: (on: boolean) => void) {
    return html`<label>
      <input type="checkbox" .checked=${on} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} />${text}
    </label>`;
  }

  private setWhen(part: Partial<When>): void {
    this.put({ when: { ...this.rule.when, ...part } });
  }

  private setThen(part: Partial<Then>): void {
    this.put({ then: { ...this.rule.then, ...part } });
  }

  private put(part: Partial<Rule>): void {
    this.tell('rule', { ...this.rule, ...part });
  }
}
