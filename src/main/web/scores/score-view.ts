import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import './appeal-form';
import { t } from './i18n';
import { marks, markStyles } from './marks';
import { BOT, nameOf, WHOLE, type Criterion, type Detail, type Found, type Outcome, type Said, type Score } from './scores';

type Kind = Outcome | 'UNCOUNTED';

const GROUPS: [Kind, 'deductions' | 'overturnedList' | 'uncountedList' | 'notJudgedList' | 'keptList'][] = [
  ['BROKEN', 'deductions'],
  ['OVERTURNED', 'overturnedList'],
  ['UNCOUNTED', 'uncountedList'],
  ['NOT_JUDGED', 'notJudgedList'],
  ['KEPT', 'keptList'],
];

/** What a criterion finds that is not reliable here stands apart, and takes nothing off. */
function kindOf(one: Found): Kind {
  return one.counted || one.outcome === 'NOT_JUDGED' ? one.outcome : 'UNCOUNTED';
}

/**
 * `<yw-score-view .detail .criteria seq="3" me="id">`: a conversation's scores beside what was said; a press on the evidence leads to
 * the message. Tells `changed` when an appeal was sent.
 */
@customElement('yw-score-view')
export class ScoreView extends YiwenElement {
  @property({ attribute: false }) detail!: Detail;
  @property({ attribute: false }) criteria: Criterion[] = [];
  @property({ type: Number }) seq = 0;
  /** The id of who looks: they may object to what is theirs. */
  @property() me = '';
  @state() private appealing = '';

  static styles = [
    base,
    badges,
    buttons,
    markStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
        align-items: start;
        gap: var(--yw-space-4);
      }
      section {
        display: grid;
        gap: var(--yw-space-3);
      }
      .transcript {
        position: sticky;
        top: var(--yw-space-3);
        max-height: calc(100dvh - 120px);
        overflow-y: auto;
      }
      ul,
      ol {
        list-style: none;
      }
      .score + .score {
        padding-top: var(--yw-space-3);
        border-top: 1px solid var(--yw-line);
      }
      .score,
      .finding {
        display: grid;
        gap: var(--yw-space-1);
      }
      .finding {
        padding: var(--yw-space-2) 0;
      }
      .evidence {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-1);
      }
      .evidence button {
        min-height: 28px;
        padding: 0 var(--yw-space-2);
      }
      details > summary {
        cursor: pointer;
        color: var(--yw-ink-2);
      }
      ol li {
        display: grid;
        gap: 2px;
        padding: var(--yw-space-2);
        border-left: 3px solid transparent;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      li.cited {
        border-color: var(--yw-urgent);
      }
      li.here {
        background: var(--yw-mark);
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
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        .transcript {
          position: static;
          max-height: none;
        }
        .evidence button {
          min-height: 36px;
        }
      }
    `,
  ];

  updated(changed: Map<string, unknown>): void {
    if ((changed.has('seq') || changed.has('detail')) && this.seq) this.reveal();
  }

  private reveal(): void {
    const line = this.renderRoot.querySelector<HTMLElement>(`li[data-seq='${this.seq}']`);
    line?.scrollIntoView({ block: 'center' });
    line?.focus({ preventScroll: true });
  }

  render() {
    const cited = new Set(this.detail.findings.filter((one) => kindOf(one) === 'BROKEN').flatMap((one) => one.seqs));
    return html`
      <section class="card scores">${this.detail.scores.map((score) => this.score(score))}</section>
      <section class="card transcript" tabindex="0" aria-label=${t('transcript')}>
        <div class="row">
          <h2>${t('transcript')}</h2>
          <span class="spread"></span>
          <a href="/agent?conversation=${this.detail.conversationId}">${t('conversation')}</a>
        </div>
        <ol>
          ${this.detail.transcript.map((said) => this.said(said, cited.has(said.seq)))}
        </ol>
      </section>
    `;
  }

  private score(score: Score) {
    const whole = score.who === WHOLE;
    const found = this.detail.findings.filter((one) => one.who === score.who);
    return html`<div class="score" data-who=${score.who}>
      <h2>${whole ? t('wholeScore') : t('scoreOf', { name: score.agent ?? (score.who === BOT ? t('bot') : t('unnamed')) })}</h2>
      ${marks(score)}
      ${GROUPS.map(([outcome, name]) => this.group(found.filter((one) => kindOf(one) === outcome), outcome, name))}
      ${whole && !this.detail.findings.some((one) => kindOf(one) === 'BROKEN') ? html`<p class="hint">${t('noDeductions')}</p>` : nothing}
      <span class="hint">${score.version ? t('versionOf', { n: score.version }) : t('shipped')} · ${timeElement(score.scoredAt)}</span>
    </div>`;
  }

  private group(found: Found[], outcome: Kind, name: (typeof GROUPS)[number][1]) {
    if (!found.length) return nothing;
    const list = html`<ul>
      ${found.map((one) => this.finding(one))}
    </ul>`;
    return outcome === 'BROKEN' || outcome === 'OVERTURNED'
      ? html`<h3>${t(name)}</h3>${list}`
      : html`<details><summary>${t(name)} (${found.length})</summary>${list}</details>`;
  }

  private finding(one: Found) {
    const criterion = this.criteria.find((it) => it.key === one.criterion);
    const broken = kindOf(one) === 'BROKEN';
    const id = `${one.who} ${one.criterion}`;
    return html`<li class="finding" data-criterion=${one.criterion}>
      <span class="row"
        ><b>${nameOf(one.criterion, this.criteria)}</b>
        ${broken ? html`<span class="badge urgent">${t(criterion?.score === 'RISK' ? 'addsRisk' : 'points', { n: one.points })}</span>` : nothing}
        <span class="spread"></span>
        ${broken && one.who === this.me && !one.appeal && this.appealing !== id
          ? html`<button class="button small" @click=${() => (this.appealing = id)}>${t('appeal')}</button>`
          : nothing}</span
      >
      ${one.seqs.length
        ? html`<span class="evidence"
            ><span class="hint">${t('evidence')}</span>${one.seqs.map(
              (seq) => html`<button class="button small quiet" data-seq=${seq} @click=${() => this.go(seq)}>${t('message', { n: seq })}</button>`,
            )}</span
          >`
        : nothing}
      ${one.appeal ? this.objection(one) : nothing}
      ${this.appealing === id
        ? html`<yw-appeal-form
            conversation=${this.detail.conversationId}
            criterion=${one.criterion}
            name=${nameOf(one.criterion, this.criteria)}
            @cancel=${() => (this.appealing = '')}
            @sent=${() => ((this.appealing = ''), this.tell('changed'))}
          ></yw-appeal-form>`
        : nothing}
    </li>`;
  }

  private objection({ appeal }: Found) {
    const outcome = appeal!.overturned === undefined ? 'appealed' : appeal!.overturned ? 'overturnedAs' : 'upheldAs';
    return html`<span class="hint">${t(outcome)}：${appeal!.word}${appeal!.note ? html` — ${appeal!.note}` : nothing}</span>`;
  }

  private said(said: Said, cited: boolean) {
    const { kind, name } = said.author;
    const by = kind === 'customer' ? t('customer') : kind === 'bot' ? t('bot') : kind === 'agent' ? name || t('unnamed') : '';
    return html`<li
      class="${kind} ${cited ? 'cited' : ''} ${said.seq === this.seq ? 'here' : ''}"
      data-seq=${said.seq}
      tabindex="-1"
      aria-current=${said.seq === this.seq ? 'true' : nothing}
    ><span class="by hint"><span>${t('message', { n: said.seq })}</span><span>${by}</span>${timeElement(said.at)}</span>${said.text}</li>`;
  }

  private go(seq: number): void {
    if (seq === this.seq) this.reveal();
    this.tell('go', seq);
  }
}
