import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { announce } from '../../common/live';
import { base, buttons, fields } from '../../common/styles';
import '../editor/phrasings';
import { emptyStep, procedureIn, STAGES, written, type Procedure, type Stage, type Step } from './procedure';
import { t } from './text';

/** How a stage, which articles name in Chinese, is called on the page. */
const STAGE_NAMES = { 识别: 'stageIdentify', 分类: 'stageClassify', 解决: 'stageSolve', 确认: 'stageConfirm' } as const satisfies Record<(typeof STAGES)[number], string>;

/** `<yw-procedure-form .answer @answer>`: an article's steps, and the words that prove each of them done. */
@customElement('yw-procedure-form')
export class ProcedureForm extends YiwenElement {
  @property() answer = '';
  @property({ type: Boolean }) invalid = false;
  /** The step whose words are open; of the others only how many there are. */
  @state() private open = 0;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
        min-width: 0;
      }
      textarea {
        min-height: 3.4em;
        font-family: var(--yw-font);
        line-height: 1.7;
        field-sizing: content;
      }
      ol {
        display: grid;
        gap: var(--yw-space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .step {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-2);
        align-items: center;
      }
      .head b {
        min-width: 3.5em;
      }
      .head select {
        width: auto;
        min-height: 30px;
        padding: 0 var(--yw-space-2);
      }
      .head .button {
        min-width: 30px;
        padding: 0 var(--yw-space-2);
      }
      .words {
        display: grid;
        gap: var(--yw-space-2);
      }
      .name {
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
        font-weight: var(--yw-weight-strong);
      }
      .group {
        display: grid;
        gap: var(--yw-space-1);
      }
    `,
  ];

  focus(): void {
    this.renderRoot.querySelector<HTMLTextAreaElement>('.step textarea')?.focus();
  }

  render() {
    const { before, steps, after } = this.procedure;
    return html`
      <label class="group">
        <span class="name">${t('before')}</span>
        <textarea placeholder=${t('beforeHint')} .value=${before} @change=${(e: Event) => this.write({ before: value(e) })}></textarea>
      </label>
      <ol>
        ${steps.map((step, at) => this.step(step, at, steps))}
      </ol>
      <div class="row">
        <button type="button" class="button" @click=${this.add}>${t('add')}</button>
        <span class="hint">${t('hint')}</span>
      </div>
      <label class="group">
        <span class="name">${t('after')}</span>
        <textarea placeholder=${t('afterHint')} .value=${after} @change=${(e: Event) => this.write({ after: value(e) })}></textarea>
      </label>
    `;
  }

  private step(step: Step, at: number, steps: Step[]) {
    const words = step.agent.length + step.customer.length + step.either.length;
    const open = this.open === at;
    return html`<li class="step" data-step=${at + 1}>
      <div class="head">
        <b>${t('step', { n: at + 1 })}</b>
        <select aria-label=${t('stageOf', { n: at + 1 })} @change=${(e: Event) => this.set(at, { stage: (e.target as HTMLSelectElement).value as Stage })}>
          <option value="" .selected=${!step.stage}>${t('noStage')}</option>
          ${STAGES.map((one) => html`<option value=${one} .selected=${step.stage === one}>${t(STAGE_NAMES[one])}</option>`)}
        </select>
        <span class="spread"></span>
        <button type="button" class="button small quiet" ?disabled=${at === 0} aria-label=${t('up', { n: at + 1 })} title=${t('up', { n: at + 1 })} @click=${() => this.move(at, -1)}>↑</button>
        <button type="button" class="button small quiet" ?disabled=${at === steps.length - 1} aria-label=${t('down', { n: at + 1 })} title=${t('down', { n: at + 1 })} @click=${() => this.move(at, 1)}>↓</button>
        <button type="button" class="button small quiet" ?disabled=${steps.length === 1} aria-label=${t('removeOf', { n: at + 1 })} @click=${() => this.drop(at)}>${t('remove')}</button>
      </div>
      <textarea
        aria-label=${t('textOf', { n: at + 1 })}
        aria-invalid=${this.invalid && !step.text.trim()}
        placeholder=${t('textHint')}
        .value=${step.text}
        @change=${(e: Event) => this.set(at, { text: value(e) })}
      ></textarea>
      <button type="button" class="button small quiet" aria-expanded=${open} @click=${() => (this.open = open ? -1 : at)}>
        ${words ? t('wordsCount', { n: words }) : t('noWords')}
      </button>
      ${open
        ? html`<div class="words">
            ${this.words(step, at, 'agent')} ${this.words(step, at, 'customer')} ${step.either.length ? this.words(step, at, 'either') : nothing}
            <span class="hint">${t('wordsHint')}</span>
          </div>`
        : nothing}
    </li>`;
  }

  private words(step: Step, at: number, who: 'agent' | 'customer' | 'either') {
    return html`<div class="group">
      <span class="name">${t(`said_${who}`)}</span>
      <yw-phrasings
        inline
        data-who=${who}
        label=${t('wordsOf', { n: at + 1, who: t(`said_${who}`) })}
        placeholder=${t(`example_${who}`)}
        .values=${step[who]}
        @change=${(e: CustomEvent<string[]>) => this.set(at, { [who]: e.detail.map((one) => one.replace(/[；;]/g, '，')) })}
      ></yw-phrasings>
    </div>`;
  }

  private get procedure(): Procedure {
    const read = procedureIn(this.answer) ?? { before: this.answer, steps: [], after: '' };
    return read.steps.length ? read : { ...read, steps: [emptyStep()] };
  }

  private readonly add = () => {
    const { steps } = this.procedure;
    this.open = steps.length;
    this.write({ steps: [...steps, emptyStep(steps.at(-1)?.stage)] });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLTextAreaElement>('.step:last-child textarea')?.focus());
  };

  private set(at: number, part: Partial<Step>): void {
    this.write({ steps: this.procedure.steps.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  }

  private move(at: number, by: number): void {
    const steps = [...this.procedure.steps];
    const [one] = steps.splice(at, 1);
    steps.splice(at + by, 0, one!);
    this.open = -1;
    this.write({ steps });
    announce(t('moved', { n: at + by + 1 }));
  }

  private drop(at: number): void {
    this.open = -1;
    this.write({ steps: this.procedure.steps.filter((_, i) => i !== at) });
  }

  private write(part: Partial<Procedure>): void {
    this.answer = written({ ...this.procedure, ...part });
    this.tell('answer', this.answer);
  }
}

const value = (event: Event) => (event.target as HTMLTextAreaElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'yw-procedure-form': ProcedureForm;
  }
}
