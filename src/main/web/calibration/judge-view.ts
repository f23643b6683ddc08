import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import type { Criterion } from '../scores/scores';
import { handIn, judge, pressed, shown, title, undo, verdictName, verdicts, waiting, type Said, type Shown, type Waiting } from './calibration';
import { t } from './i18n';

/** `<yw-judge-view .criteria>`: one conversation after the other, judged by a digit. */
@customElement('yw-judge-view')
export class JudgeView extends YiwenElement {
  @property({ attribute: false }) criteria: Criterion[] = [];
  @state() private cases?: Waiting[];
  @state() private at = 0;
  @state() private shown?: Shown;
  @state() private busy = false;
  /** Ids in the order in which they were judged. */
  private judged: string[] = [];

  static styles = [
    base,
    badges,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-3);
      }
      .ask {
        position: sticky;
        top: 0;
        z-index: 1;
        display: grid;
        gap: var(--yw-space-2);
      }
      .verdicts,
      .moves {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
      }
      .verdicts .button[aria-pressed='true'] {
        border-color: var(--yw-accent);
        background: var(--yw-selected);
        font-weight: var(--yw-weight-strong);
      }
      kbd {
        padding: 0 5px;
        border: 1px solid var(--yw-line-strong);
        border-radius: var(--yw-radius-s);
        color: var(--yw-ink-2);
        font: inherit;
        font-size: var(--yw-text-xs);
      }
      ol {
        list-style: none;
      }
      li {
        display: grid;
        gap: 2px;
        padding: var(--yw-space-2);
        border-left: 3px solid transparent;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      li.judged {
        border-color: var(--yw-accent);
        background: var(--yw-sunken);
      }
      li.system {
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
      }
      .by {
        display: flex;
        gap: var(--yw-space-2);
      }
      @media (max-width: 760px) {
        kbd,
        .keys {
          display: none;
        }
        .button {
          min-height: 40px;
        }
        .verdicts .button {
          flex: 1 1 auto;
        }
      }
    `,
  ];

  private readonly key = (event: KeyboardEvent) => this.press(event);

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.key);
    void this.load();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.key);
  }

  private async load(): Promise<void> {
    try {
      this.cases = await waiting();
      const first = this.cases.findIndex((one) => !one.verdict);
      await this.go(first < 0 ? 0 : first);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private get one(): Waiting | undefined {
    return this.cases?.[this.at];
  }

  private async go(at: number): Promise<void> {
    this.at = Math.max(0, Math.min(at, (this.cases?.length ?? 1) - 1));
    const one = this.one;
    this.shown = undefined;
    if (!one) return;
    const shownOne = await shown(one.id);
    if (this.one?.id === one.id) this.shown = shownOne;
  }

  private press(event: KeyboardEvent): void {
    const key = pressed(event);
    const step = { n: 1, p: -1 }[key];
    if (step) void this.work(() => this.go(this.at + step));
    else if (key === 'u') void this.takeBack();
    else if (key === 's') void this.send();
    else if (/^[1-5]$/.test(key)) void this.say(Number(key));
  }

  render() {
    if (!this.cases) return html`<yw-skeleton lines="8"></yw-skeleton>`;
    const one = this.one;
    if (!one) return html`<section class="card"><yw-empty heading=${t('nothing')} hint=${t('nothingHint')}></yw-empty></section>`;
    const done = this.cases.filter((it) => it.verdict).length;
    return html`
      <section class="card ask">
        <div class="row"><h2>${title(one.criterion, this.criteria)}</h2>
          <span class="spread"></span><span class="hint" role="status">${t('progress', { n: this.at + 1, all: this.cases.length, done })}</span></div>
        <span class="hint">${t('question', { who: t(`who_${this.shown?.of ?? 'all'}`) })}</span>
        <div class="verdicts" role="group" aria-label=${title(one.criterion, this.criteria)}>
          ${verdicts(one.criterion).map(
            (n) =>
              html`<button class="button" data-verdict=${n} aria-pressed=${one.verdict === n} ?disabled=${this.busy} @click=${() => void this.say(n)}>
                <kbd>${n}</kbd>${verdictName(one.criterion, n, this.criteria)}
              </button>`,
          )}
        </div>
        <div class="moves">
          <button class="button small" ?disabled=${this.at === 0} @click=${() => void this.work(() => this.go(this.at - 1))}><kbd>P</kbd>${t('previous')}</button>
          <button class="button small" ?disabled=${this.at === this.cases.length - 1} @click=${() => void this.work(() => this.go(this.at + 1))}><kbd>N</kbd>${t('next')}</button>
          <button class="button small" ?disabled=${!done || this.busy} @click=${() => void this.takeBack()}><kbd>U</kbd>${t('undo')}</button>
          <span class="spread"></span>
          <span class="hint">${done === this.cases.length ? t('allJudged') : done ? t('handInHint') : nothing}</span>
          <button class="button small primary" ?disabled=${!done || this.busy} @click=${() => void this.send()}>${t('handIn')}<span class="keys">(S)</span></button>
        </div>
      </section>
      <section class="card" aria-label=${t('transcript')}>
        ${this.shown
          ? html`<ol>
              ${this.shown.transcript.map((it) => this.said(it))}
            </ol>`
          : html`<yw-skeleton lines="8"></yw-skeleton>`}
      </section>
      <p class="hint keys">${t('keys', { judge: `1–${verdicts(one.criterion).length}` })}</p>
    `;
  }

  private said(it: Said) {
    return html`<li class="${it.author} ${it.judged ? 'judged' : ''}" data-seq=${it.seq}>
      <span class="by hint"
        ><span>${t('message', { n: it.seq })}</span>${it.author === 'system' ? nothing : html`<span>${t(it.author)}</span>`}${it.judged
          ? html`<span class="badge accent">${t('judgedMark')}</span>`
          : nothing}${timeElement(it.at)}</span
      >${it.text}
    </li>`;
  }

  private say(verdict: number): Promise<void> {
    return this.work(async () => {
      const one = this.one;
      if (!one || !verdicts(one.criterion).includes(verdict)) return;
      await judge(one.id, verdict);
      this.judged = [...this.judged.filter((id) => id !== one.id), one.id];
      this.set(one.id, verdict);
      if (this.at < this.cases!.length - 1) await this.go(this.at + 1);
    });
  }

  private takeBack(): Promise<void> {
    return this.work(async () => {
      const id = this.judged.pop() ?? this.cases?.filter((one) => one.verdict).at(-1)?.id;
      if (!id) return;
      await undo(id);
      this.set(id, undefined);
      toast(t('undone'));
      await this.go(this.cases!.findIndex((one) => one.id === id));
    });
  }

  private set(id: string, verdict?: number): void {
    this.cases = this.cases?.map((one) => (one.id === id ? { ...one, verdict } : one));
  }

  private send(): Promise<void> {
    return this.work(async () => {
      if (!this.cases?.some((one) => one.verdict)) return;
      const { judgements } = await handIn();
      this.judged = [];
      toast(t('handedIn', { n: judgements }));
      this.tell('handed-in');
      await this.load();
    });
  }

  /** One after the other; what is pressed before the next conversation is there was not meant for it. */
  private async work(what: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await what();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      this.cases = undefined;
      this.busy = false;
      await this.load();
    } finally {
      this.busy = false;
    }
  }
}
