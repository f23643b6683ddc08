import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { badges, base, buttons, fields } from '../common/styles';
import { named, type FieldType, type KindDefinition, type KindField, type KindStep, type Label } from '../tickets/kinds';
import { t } from './i18n';

const TYPES: FieldType[] = ['TEXT', 'CHOICE', 'NUMBER', 'DATE'];

/** An id that nothing else in its kind has. */
export function freshId(prefix: string): string {
  return (prefix + crypto.randomUUID().slice(0, 8)).toUpperCase().replace('-', '_');
}

/** `<yw-kind-form .kind ?fresh>`: one kind, folded until it is looked at. Tells `kind` with it as it is then. */
@customElement('yw-kind-form')
export class KindForm extends YiwenElement {
  @property({ attribute: false }) kind!: KindDefinition;
  /** Just added, and open. */
  @property({ type: Boolean }) fresh = false;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    css`
      details {
        padding: 0;
      }
      summary {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3) var(--yw-space-4);
        cursor: pointer;
      }
      .body {
        display: grid;
        gap: var(--yw-space-4);
        padding: 0 var(--yw-space-4) var(--yw-space-4);
      }
      .two {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--yw-space-3);
        align-items: end;
      }
      .part {
        display: grid;
        gap: var(--yw-space-3);
      }
      .line {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 2fr) minmax(6em, 1fr) auto auto;
        gap: var(--yw-space-2);
        align-items: end;
        padding-bottom: var(--yw-space-3);
        border-bottom: 1px solid var(--yw-line);
      }
      .line .wide {
        grid-column: 1 / -1;
      }
      .check {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-height: var(--yw-control);
        white-space: nowrap;
      }
      .line .button {
        justify-self: end;
      }
      .part > .button {
        justify-self: start;
      }
      @media (max-width: 640px) {
        .two,
        .line {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
        .line .name,
        .line .button {
          grid-column: 1 / -1;
        }
        .line > span:empty {
          display: none;
        }
        .button,
        .button.small,
        input:not([type='checkbox']),
        select {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  render() {
    const { kind } = this;
    return html`<details class="card" ?open=${this.fresh} data-kind=${kind.id}>
      <summary>
        <strong>${named(kind.label) || t('newKind')}</strong>
        ${kind.retired ? html`<span class="badge">${t('retired')}</span>` : nothing}
        <span class="hint">${t('summary', { steps: kind.steps.length, fields: kind.fields.length })}</span>
      </summary>
      <div class="body">
        <div class="two">${this.names(kind.label, (label) => this.set({ label }))}</div>
        <div class="two">
          <label class="field"
            ><span>${t('hours')}</span
            ><select name="hours" @change=${(event: Event) => this.set({ hours: (event.target as HTMLSelectElement).value })}>
              ${[...new Set(['everybody', 'always', kind.hours])].map(
                (one) => html`<option value=${one} ?selected=${one === kind.hours}>
                  ${one === 'always' || one === 'everybody' ? t(`hours${one}`) : t('hoursother', { group: one })}
                </option>`,
              )}
            </select></label
          >
          ${this.check('forCustomers', kind.forCustomers, (forCustomers) => this.set({ forCustomers }))}
        </div>
        ${this.steps(kind)} ${this.fieldsOf(kind)}
        <div class="row">
          <button class="button small ${kind.retired ? '' : 'danger'}" @click=${() => this.set({ retired: !kind.retired })}>
            ${t(kind.retired ? 'restoreKind' : 'retire')}
          </button>
          <span class="hint">${t('retiredHint')}</span>
        </div>
      </div>
    </details>`;
  }

  private steps({ steps }: KindDefinition) {
    const put = (i: number, change: Partial<KindStep>) => this.set({ steps: steps.map((one, n) => (n === i ? { ...one, ...change } : one)) });
    return html`<div class="part steps">
      <div><h3>${t('steps')}</h3><p class="hint">${t('stepsHint')}</p></div>
      ${steps.map(
        (one, i) => html`<div class="line" role="group" aria-label=${t('step', { n: i + 1 })}>
          ${this.names(one.label, (label) => put(i, { label }))}
          <label class="field"
            ><span>${t('within')}</span
            ><input
              name="hours"
              type="number"
              min="0.25"
              max="8760"
              step="any"
              .value=${String(Math.round((one.minutes / 60) * 100) / 100)}
              @change=${(event: Event) => put(i, { minutes: Math.round(Number((event.target as HTMLInputElement).value) * 60) })}
          /></label>
          <span></span>
          ${this.remover(t('removeStep', { name: named(one.label) }), steps.length < 2, () => this.set({ steps: steps.filter((_, n) => n !== i) }))}
        </div>`,
      )}
      <button
        class="button small"
        @click=${() => this.set({ steps: [...steps, { id: freshId('S'), label: { chinese: '', english: '' }, minutes: 24 * 60 }] })}
      >
        ${icons.plus}${t('addStep')}
      </button>
    </div>`;
  }

  private fieldsOf({ fields: all }: KindDefinition) {
    const put = (i: number, change: Partial<KindField>) => this.set({ fields: all.map((one, n) => (n === i ? { ...one, ...change } : one)) });
    return html`<div class="part fields">
      <div><h3>${t('fields')}</h3><p class="hint">${t('fieldsHint')}</p></div>
      ${all.map(
        (one, i) => html`<div class="line" role="group" aria-label=${t('field', { n: i + 1 })}>
          ${this.names(one.label, (label) => put(i, { label }))}
          <label class="field"
            ><span>${t('type')}</span
            ><select @change=${(event: Event) => put(i, { type: (event.target as HTMLSelectElement).value as FieldType })}>
              ${TYPES.map((type) => html`<option value=${type} ?selected=${type === one.type}>${t(`type${type}`)}</option>`)}
            </select></label
          >
          ${this.check('required', one.required, (required) => put(i, { required }))}
          ${this.remover(t('removeField', { name: named(one.label) }), false, () => this.set({ fields: all.filter((_, n) => n !== i) }))}
          ${one.type === 'CHOICE'
            ? html`<label class="field wide"
                ><span>${t('choices')}</span
                ><textarea
                  name="choices"
                  rows="3"
                  .value=${one.choices.join('\n')}
                  @change=${(event: Event) => put(i, { choices: lines((event.target as HTMLTextAreaElement).value) })}
                ></textarea
              ></label>`
            : nothing}
        </div>`,
      )}
      <button
        class="button small"
        @click=${() => this.set({ fields: [...all, { id: freshId('F'), label: { chinese: '', english: '' }, type: 'TEXT', required: false, choices: [] }] })}
      >
        ${icons.plus}${t('addField')}
      </button>
    </div>`;
  }

  private names(label: Label, put: (label: Label) => void) {
    const input = (key: keyof Label, text: string) => html`<label class="field name"
      ><span>${text}</span
      ><input
        name=${key}
        maxlength="30"
        autocomplete="off"
        .value=${label[key]}
        @input=${(event: Event) => put({ ...label, [key]: (event.target as HTMLInputElement).value })}
    /></label>`;
    return html`${input('chinese', t('name'))}${input('english', t('english'))}`;
  }

  private check(name: 'required' | 'forCustomers', on: boolean, put: (on: boolean) => void) {
    return html`<label class="check" title=${name === 'forCustomers' ? t('forCustomersHint') : nothing}
      ><input type="checkbox" name=${name} .checked=${on} @change=${(event: Event) => put((event.target as HTMLInputElement).checked)} />${t(name)}</label
    >`;
  }

  private remover(label: string, disabled: boolean, click: () => void) {
    return html`<button class="button small quiet" aria-label=${label} ?disabled=${disabled} @click=${click}>${icons.close}${t('remove')}</button>`;
  }

  private set(change: Partial<KindDefinition>): void {
    this.tell('kind', { ...this.kind, ...change });
  }
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
}
