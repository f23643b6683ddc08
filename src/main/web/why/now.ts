import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import type { Body } from '../common/frames';
import { icons } from '../common/icons';
import { markdown } from '../common/markdown';
import '../common/states';
import { badges, base, buttons, prose } from '../common/styles';
import { t } from './i18n';
import { nowStyles } from './now-styles';
import { cards } from './styles';
import { again, type Again, type Trace, type Turn } from './traces';
import { decisionBadge, percentage } from './words';

/** `<yw-now conversation seq .turn>`: what the same question gets today beside what it got. */
@customElement('yw-now')
export class Now extends YiwenElement {
  @property() conversation = '';
  @property() seq = '';
  @property({ attribute: false }) turn?: Turn;
  @state() private again?: Again;
  @state() private busy = false;
  @state() private failure = '';
  private request?: AbortController;

  static styles = [base, buttons, badges, prose, cards, nowStyles];

  willUpdate(changed: PropertyValues): void {
    if (changed.has('conversation') || changed.has('seq')) void this.ask();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request?.abort();
  }

  render() {
    return html`
      <div class="tools">
        <h2>${t('now')}</h2>
        <span class="spread"></span>
        <button class="button small" ?disabled=${this.busy} @click=${() => void this.ask()}>${icons.refresh}${t('askAgain')}</button>
      </div>
      <p class="hint">${t('nowHint')}</p>
      <div aria-live="polite" aria-busy=${this.busy}>
        ${this.failure
          ? html`<p class="note urgent">${this.failure}</p>`
          : this.again && this.turn
            ? this.comparison(this.turn, this.again)
            : html`<yw-skeleton lines="4"></yw-skeleton>`}
      </div>
    `;
  }

  private comparison({ trace: then, said }: Turn, { trace: now, said: saidNow }: Again) {
    const first = (trace: Trace) => trace.candidates?.[0];
    const revision = (trace: Trace) => (first(trace)?.revision === undefined ? '–' : t('revisionN', { n: first(trace)!.revision! }));
    const limits = ({ thresholds }: Trace) => `${percentage(thresholds?.answerAt)} / ${percentage(thresholds?.clarifyAt)}`;
    const rows: [string, unknown, unknown, boolean][] = [
      [t('decision'), decisionBadge(then.decision), decisionBadge(now.decision), then.decision !== now.decision],
      [t('confidence'), percentage(then.confidence), percentage(now.confidence), percentage(then.confidence) !== percentage(now.confidence)],
      [t('article'), first(then)?.title ?? t('none'), first(now)?.title ?? t('none'), first(then)?.article !== first(now)?.article],
      [t('revision'), revision(then), revision(now), revision(then) !== revision(now)],
      [t('thresholds'), limits(then), limits(now), limits(then) !== limits(now)],
    ];
    // What is said with a hand-over is not its reason, so the two do not compare.
    const handedOver = then.decision === 'handoff' && now.decision === 'handoff';
    const same = text(said) === text(saidNow);
    if (!handedOver) rows.push([t('words'), spoken(said), same ? t('sameWords') : spoken(saidNow), !same]);
    const changes = rows.filter(([, , , differs]) => differs).length;
    return html`
      <p class="note ${changes ? 'warn' : ''}">${changes ? t('nowChanged', { n: changes }) : t('nowSame')}</p>
      <table>
        <thead>
          <tr>
            <td></td>
            <th>${t('then')}</th>
            <th>${t('today')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, old, fresh, differs]) => html`<tr class=${differs ? 'changed' : ''}>
              <th scope="row">${name} ${differs ? html`<span class="badge warn">${t('changed')}</span>` : nothing}</th>
              <td>${old}</td>
              <td>${fresh}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    `;
  }

  private async ask(): Promise<void> {
    this.request?.abort();
    const request = (this.request = new AbortController());
    this.busy = true;
    this.failure = '';
    try {
      this.again = await again(this.conversation, this.seq, request.signal);
    } catch (failure) {
      if (!request.signal.aborted) this.failure = words(failure);
    } finally {
      if (request === this.request) this.busy = false;
    }
  }
}

function text(body?: Body | null): string {
  return body ? JSON.stringify([body.text, 'options' in body ? body.options : []]) : '';
}

/** What the bot said, as it is read. */
export function spoken(body?: Body | null) {
  if (!body) return t('none');
  return html`
    ${body.kind === 'text' ? html`<div class="plain">${body.text}</div>` : html`<div class="prose">${markdown(body.text)}</div>`}
    ${'options' in body && body.options.length ? html`<p class="hint">${t('options')}${body.options.join(' / ')}</p>` : nothing}
  `;
}
