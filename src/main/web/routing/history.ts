import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import { t } from './i18n';
import { t as past } from './history-text';
import { history, type Change, type Plan } from './plan';
import { partStyles } from './styles';

/** `<yw-routing-history .version=${n}>`: who changed the plan, what, and a way back; tells `plan`. */
@customElement('yw-routing-history')
export class History extends YiwenElement {
  @property({ attribute: false }) version?: number;
  @state() private changes?: Change[];
  @state() private failure = '';

  static styles = [base, buttons, badges, partStyles];

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.changes = await history();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    if (this.failure) return html`<yw-empty heading=${this.failure}></yw-empty>`;
    if (!this.changes) return html`<yw-skeleton lines="5"></yw-skeleton>`;
    if (this.changes.every((it) => !it.version)) return html`<yw-empty class="card" heading=${past('noHistory')} hint=${past('noHistoryHint')}></yw-empty>`;
    return html`<ol class="list">${this.changes.map((it, index) => this.one(it, this.changes?.[index + 1]))}</ol>`;
  }

  private one(it: Change, before?: Change) {
    return html`
      <li class="card">
        <div class="wrap">
          <b>${it.version ? t('version', { n: it.version }) : past('standard')}</b>
          ${it.by ? html`<span>${past('changedBy', { name: it.by })}</span>` : nothing}
          ${it.at ? html`<span class="hint">${timeElement(it.at)}</span>` : nothing}
          <span class="spread"></span>
          ${it.version === this.version
            ? nothing
            : html`<button
                class="button small"
                @click=${() => {
                  this.tell('plan', it.plan);
                  toast(it.version ? past('restored', { n: it.version }) : past('standardBack'));
                }}
              >
                ${past('restore')}
              </button>`}
        </div>
        ${it.version
          ? html`<p>${it.note || html`<span class="hint">${past('noNote')}</span>`}</p>
              <p class="hint">${differences(before?.plan, it.plan).join('；') || past('diffNone')}</p>`
          : html`<p class="hint">${it.plan.rules.map((rule) => rule.name).join('；')}</p>`}
      </li>
    `;
  }
}

/** What is new, changed and gone, by name. */
function differences(before: Plan | undefined, now: Plan): string[] {
  const named = <T>(was: T[], is: T[], name: (it: T) => string) => {
    const old = new Map(was.map((it) => [name(it), JSON.stringify(it)]));
    const fresh = new Map(is.map((it) => [name(it), JSON.stringify(it)]));
    return [
      ...[...fresh].filter(([key]) => !old.has(key)).map(([key]) => `${past('added')} ${key}`),
      ...[...fresh].filter(([key, text]) => old.has(key) && old.get(key) !== text).map(([key]) => `${past('changed')} ${key}`),
      ...[...old].filter(([key]) => !fresh.has(key)).map(([key]) => `${past('gone')} ${key}`),
    ];
  };
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return [
    ...named(before?.rules ?? [], now.rules, (it) => it.name),
    ...named(before?.groups ?? [], now.groups, (it) => it.name),
    ...(same(before?.agents ?? [], now.agents) ? [] : [`${past('changed')} ${t('tabPeople')}`]),
    ...(same(before?.hours, now.hours) ? [] : [`${past('changed')} ${t('everybodysHours')}`]),
    ...(!before || same(before.settings, now.settings) ? [] : [`${past('changed')} ${t('settings')}`]),
  ];
}
