import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { concealed, withoutTokens } from '../common/reveal';
import { t as shared } from '../common/i18n/common';
import '../common/states';
import { badges, base, buttons, prose } from '../common/styles';
import { exact } from '../common/time';
import { toast } from '../common/toast';
import './candidates';
import { dialogue } from './dialogue';
import { drafting, draftingStyles } from './drafting';
import { t } from './i18n';
import '../knowledge/golden/make-golden';
import './now';
import { spoken } from './now';
import { scale, scaleStyles } from './scale';
import { inWords, signals, signalStyles } from './signals';
import { bars, cards } from './styles';
import { timings, timingStyles } from './timings';
import { articles, turn, type ThenAndNow, type Trace, type Turn } from './traces';
import { triage } from './triage';
import { turnStyles } from './turn-styles';
import { decisionBadge, named, percentage } from './words';

/** `<yw-turn conversation seq>`: one turn of the bot, from the question to the milliseconds. */
@customElement('yw-turn')
export class TurnView extends YiwenElement {
  @property() conversation = '';
  @property() seq = '';
  @property({ type: Boolean }) masked = false;
  @property({ type: Boolean }) editor = false;
  @state() private turn?: Turn;
  @state() private articles?: ThenAndNow[];
  @state() private failure?: unknown;
  @state() private articlesFailure = '';
  private request?: AbortController;

  static styles = [base, buttons, badges, prose, cards, bars, scaleStyles, signalStyles, timingStyles, draftingStyles, turnStyles];

  willUpdate(changed: PropertyValues): void {
    if (changed.has('conversation') || changed.has('seq')) void this.load();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request?.abort();
  }

  render() {
    return html`
      <div class="tools">
        <a class="button small" href="/why" @click=${this.back}>${t('back')}</a>
        <h1>${t('turnTitle')}</h1>
        <span class="spread"></span>
        ${this.editor && this.turn ? html`<yw-make-golden conversation=${this.conversation} seq=${this.seq}></yw-make-golden>` : nothing}
        <button class="button small" @click=${() => void this.copy()}>${icons.copy}${t('copyLink')}</button>
      </div>
      ${this.failure
        ? this.trouble(this.failure)
        : this.turn
          ? this.sections(this.turn)
          : html`<div class="card"><yw-skeleton lines="9"></yw-skeleton></div>`}
    `;
  }

  private trouble(failure: unknown) {
    return failure instanceof ApiError && failure.status === 404
      ? html`<yw-empty heading=${t('missing')} hint=${t('missingHint')}></yw-empty>`
      : html`<yw-empty heading=${words(failure)}>
          <button class="button" @click=${() => void this.load()}>${shared('retry')}</button>
        </yw-empty>`;
  }

  private sections(turn: Turn) {
    const { trace } = turn;
    return html`
      <p class="hint">${t(this.masked ? 'masked' : 'maskedReveal')}</p>
      <section class="card">${this.words(turn)}</section>
      <section class="card">${this.decision(turn)}</section>
      <section class="card"><yw-now conversation=${this.conversation} seq=${this.seq} .turn=${turn}></yw-now></section>
      <section class="card">${this.found(turn)}</section>
      <details class="card more">
        <summary>${t('detailsForTuning')}</summary>
        ${trace.candidates?.length
          ? html`<section><h2>${t('signals')}</h2><p class="hint">${t('signalsHint')}</p>${signals(trace.signals)}</section>`
          : nothing}
        ${trace.triage ? html`<section><h2>${t('triage')}</h2>${triage(trace.triage)}</section>` : nothing}
        ${trace.draft ? html`<section><h2>${t('model')}</h2>${drafting(trace.draft)}</section>` : nothing}
        ${trace.timings ? html`<section><h2>${t('timings')}</h2>${timings(trace.timings)}</section>` : nothing}
      </details>
    `;
  }

  private words({ trace, asked, said }: Turn) {
    const understood = trace.understood;
    const wordings = understood?.lookedUp ?? [];
    const plain = !understood?.as || understood.as === 'plain';
    return html`
      <p class="hint">
        ${t('inTranscript', { id: this.conversation.slice(-8), n: trace.inReplyTo ?? this.seq })}
        ${trace.at ? html` · <time datetime=${trace.at}>${exact(new Date(trace.at))}</time>` : nothing}
      </p>
      <dl class="facts">
        <dt>${t('asked')}</dt>
        <dd class="asked plain">${this.told(asked?.text ?? trace.question ?? t('askedLost'))}</dd>
        ${plain && (!trace.question || trace.question === asked?.text)
          ? nothing
          : html`<dt>${t('understoodAs')}</dt>
              <dd>
                ${named('as_', understood?.as ?? 'plain')}${understood?.of ? html`<span class="hint"> · ${t('leansOn', { n: understood.of })}</span>` : nothing}
              </dd>`}
        ${wordings.length > 1 || (trace.question && trace.question !== asked?.text)
          ? html`<dt>${t('lookedUp')}</dt>
              <dd>
                ${(wordings.length ? wordings : [trace.question!]).map(
                  (one) => html`<div>「${this.told(one)}」${one === trace.question ? html` <span class="badge ok">${t('usedWording')}</span>` : nothing}</div>`,
                )}
              </dd>`
          : nothing}
        ${understood?.fixes?.length
          ? html`<dt>${t('fixes')}</dt>
              <dd>${understood.fixes.map((one) => html`<div>${named('slot_', one.kind)}：${this.told(one.said)}</div>`)}</dd>`
          : nothing}
        ${understood?.strangers?.length
          ? html`<dt>${t('strangers')}</dt>
              <dd>
                ${understood.strangers.map(
                  ({ slug, conflict }) =>
                    html`<div><code>${slug}</code> ${t('stranger', { asked: conflict.asked, known: conflict.known.join('、') || '—' })}</div>`,
                )}
              </dd>`
          : nothing}
        ${dialogue(understood?.state, understood?.parts, (text) => this.told(text))}
        <dt>${t('said')}</dt>
        <dd class="said">
          ${said ? spoken(said) : html`<span class="hint">${trace.seq ? t('none') : t('notSaid')}</span>`}
        </dd>
      </dl>
    `;
  }

  /** Only supervisors may know what tokens stand for. */
  private told(text: string) {
    return concealed(text, `/conversations/${this.conversation}`, !this.masked);
  }

  private decision({ trace }: Turn) {
    const limits = {
      n: percentage(trace.confidence),
      answer: percentage(trace.thresholds?.answerAt),
      clarify: percentage(trace.thresholds?.clarifyAt),
    };
    const because = reason(trace);
    return html`
      <div class="row"><h2>${t('decisionTitle')}</h2>${decisionBadge(trace.decision)}</div>
      ${trace.candidates?.length && trace.thresholds ? scale(trace) : nothing}
      ${because ? html`<p>${t(because, limits)}</p>` : nothing}
      ${trace.candidates?.length && inWords(trace.signals) ? html`<p class="hint">${t('firstIs')}${inWords(trace.signals)}${t('fullStop')}</p>` : nothing}
      ${trace.trouble ? html`<div class="note urgent"><b>${t('trouble')}</b><div class="plain">${trace.trouble}</div></div>` : nothing}
    `;
  }

  /** Leads to the editors' page with the question filled in; nothing is saved before an editor says so. */
  private found({ trace, said }: Turn) {
    const found = trace.candidates ?? [];
    const question = this.editor ? withoutTokens(trace.question ?? '') : '';
    const used = said?.kind === 'answer' ? said.sources.map((one) => one.article) : [];
    if (found.length === 0) {
      return html`<h2>${t('candidates')}</h2>
        <p class="hint">${trace.signals ? t('nothingFound') : `${t('noCandidates')}。${t('noCandidatesHint')}`}</p>
        ${writeNew(question)}`;
    }
    return html`
      <h2>${t('candidates')}</h2>
      <p class="hint">${t('candidatesHint')}</p>
      ${this.articlesFailure ? html`<p class="note warn">${t('articlesFailed')}${this.articlesFailure}</p>` : nothing}
      <yw-candidates .found=${found} .used=${used} .articles=${this.articles} .question=${question} ?editor=${this.editor}></yw-candidates>
      ${writeNew(question)}
    `;
  }

  private async load(): Promise<void> {
    this.request?.abort();
    const request = (this.request = new AbortController());
    this.turn = this.articles = this.failure = undefined;
    this.articlesFailure = '';
    try {
      this.turn = await turn(this.conversation, this.seq, request.signal);
    } catch (failure) {
      if (!request.signal.aborted) this.failure = failure;
      return;
    }
    try {
      this.articles = await articles(this.conversation, this.seq, request.signal);
    } catch (failure) {
      // The scores are worth showing without the articles.
      if (!request.signal.aborted) this.articlesFailure = words(failure);
    }
  }

  private readonly back = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.tell('go', '/why');
  };

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      toast(t('copied'));
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }
}

function writeNew(question: string) {
  return question
    ? html`<p><a class="button small" href=${`/knowledge?article=new&wording=${encodeURIComponent(question)}`}>${icons.plus}${t('writeNew')}</a></p>`
    : nothing;
}

/** Which sentence says how the confidence led to the decision. */
function reason({ decision, confidence = 0, thresholds, candidates }: Trace) {
  switch (decision) {
    case 'answer':
      return confidence >= (thresholds?.answerAt ?? 0) ? 'because_answer' : 'because_agreed';
    case 'clarify':
      return confidence >= (thresholds?.clarifyAt ?? 0) ? 'because_clarify' : 'because_lost';
    case 'handoff':
      return candidates?.length ? 'because_unanswered' : 'because_handoff';
    case 'smalltalk':
      return 'because_smalltalk';
    case 'trouble':
      return 'because_trouble';
    default:
      return undefined;
  }
}
