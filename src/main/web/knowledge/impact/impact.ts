import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import '../../common/states';
import { badges, base, buttons, fields } from '../../common/styles';
import { toast } from '../../common/toast';
import { sign } from '../golden/golden-api';
import { t as golden } from '../golden/text';
import { t } from './text';

const KINDS = ['BROKEN', 'STOLEN', 'CHANGED', 'FIXED', 'REWORDED'] as const;
type Kind = (typeof KINDS)[number];

interface Changed {
  words: string;
  times: number;
  change: Kind;
  before: string;
  after: string;
}

interface Part {
  looked: number;
  unchanged: number;
  changed: Changed[];
}

/** Wordings of one request, and of all. */
const PART = 100;
const MOST = 5000;
const SHOWN = 20;

/** `<yw-impact article-id="…" revision="3">`: what publishing the latest revision would change for what customers really asked. */
@customElement('yw-impact')
export class Impact extends YiwenElement {
  @property({ attribute: 'article-id' }) articleId = '';
  @property({ type: Number }) revision = 0;
  /** Whether who looks may sign for what it breaks. */
  @property({ type: Boolean }) publisher = false;
  @state() private signed = false;
  @state() private compared?: Part;
  @state() private running = false;
  @state() private failure = '';
  private request?: AbortController;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    css`
      section {
        display: grid;
        gap: var(--yw-space-3);
        padding-top: var(--yw-space-4);
        border-top: 1px solid var(--yw-line);
      }
      h3,
      h4 {
        margin: 0;
        font-size: var(--yw-text-m);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-3);
        align-items: center;
      }
      ul {
        display: grid;
        gap: var(--yw-space-2);
        margin: var(--yw-space-2) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: var(--yw-space-2) var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
        overflow-wrap: anywhere;
      }
      .BROKEN li {
        background: var(--yw-warn-soft);
      }
      li label {
        display: flex;
        gap: var(--yw-space-2);
        align-items: baseline;
        min-height: 28px;
      }
      li input {
        flex: none;
        width: auto;
      }
      form {
        display: grid;
        gap: var(--yw-space-2);
        margin-top: var(--yw-space-3);
      }
      progress {
        width: min(100%, 16rem);
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request?.abort();
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('articleId') && !changed.has('revision')) return;
    // What was found was of another draft.
    this.request?.abort();
    Object.assign(this, { compared: undefined, running: false, failure: '', signed: false });
  }

  render() {
    return html`<section aria-label=${t('title')}>
      <h3>${t('title')}</h3>
      <p class="hint">${t('about')}</p>
      <div class="row" aria-live="polite">
        ${this.running
          ? html`<progress aria-label=${t('title')}></progress><span>${t('progress', { n: this.compared?.looked ?? 0 })}</span>
              <button class="button small" @click=${() => this.request?.abort()}>${t('stop')}</button>`
          : html`<button class="button" @click=${() => void this.run()}>${this.compared ? t('again') : t('run')}</button>`}
        ${this.compared && !this.running ? html`<span>${this.compared.looked ? t('done', { n: this.compared.looked, unchanged: this.compared.unchanged }) : t('nobody')}</span>` : nothing}
      </div>
      ${this.failure ? html`<p class="problem" role="alert">${this.failure}</p>` : nothing}
      ${this.compared ? this.found(this.compared) : nothing}
    </section>`;
  }

  private found(part: Part) {
    if (!part.changed.length) return part.looked && !this.running ? html`<p>${t('same')}</p>` : nothing;
    return KINDS.map((kind) => {
      const all = part.changed.filter((one) => one.change === kind);
      if (!all.length) return nothing;
      if (kind === 'BROKEN' && this.publisher && !this.running) return this.toSign(all);
      return html`<div class=${kind}>
        <h4>${t(kind)} <span class="badge ${kind === 'BROKEN' ? 'warn' : ''}">${all.length}</span></h4>
        <ul>
          ${all.slice(0, SHOWN).map(
            (one) => html`<li>
              ${one.words} <span class="hint">${t('times', { n: one.times })}</span>
              ${kind === 'REWORDED' ? nothing : html`<div class="hint">${t('was', { before: name(one.before) })} → ${t('becomes', { after: name(one.after) })}</div>`}
            </li>`,
          )}
        </ul>
        ${all.length > SHOWN ? html`<p class="hint">${t('more', { n: all.length - SHOWN })}</p>` : nothing}
      </div>`;
    });
  }

  /** What customers would lose is looked at line by line. */
  private toSign(broken: Changed[]) {
    return html`<div class="BROKEN">
      <h4>${t('BROKEN')} <span class="badge warn">${broken.length}</span></h4>
      <p class="hint">${golden('impactHint')}</p>
      <form @submit=${(event: Event) => void this.sign(event, broken)}>
        <ul>
          ${broken.map(
            (one) => html`<li>
              <label><input type="checkbox" name="seen" ?disabled=${this.signed} /><span>${one.words} <span class="hint">${t('times', { n: one.times })}</span></span></label>
              <div class="hint">${t('was', { before: name(one.before) })} → ${t('becomes', { after: name(one.after) })}</div>
            </li>`,
          )}
        </ul>
        ${this.signed
          ? html`<p role="status"><span class="badge ok">${golden('impactSigned')}</span></p>`
          : html`<label class="field"><span>${golden('signReason')}</span><textarea name="reason" rows="2" maxlength="1000"></textarea></label>
              <div><button class="button">${golden('impactSign')}</button></div>`}
      </form>
    </div>`;
  }

  private async sign(event: Event, broken: Changed[]): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const reason = String(data.get('reason') ?? '').trim();
    this.failure = data.getAll('seen').length < broken.length ? golden('signAll') : reason ? '' : golden('signReasonNeeded');
    if (this.failure) return;
    try {
      await sign([this.articleId], 'IMPACT', broken.map((one) => one.words), reason);
      this.signed = true;
      toast(golden('impactSigned'));
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async run(): Promise<void> {
    this.request?.abort();
    const request = (this.request = new AbortController());
    const so: Part = { looked: 0, unchanged: 0, changed: [] };
    Object.assign(this, { compared: so, running: true, failure: '', signed: false });
    try {
      for (let skip = 0; skip < MOST; skip += PART) {
        const path = `/knowledge-trials/impact/${this.articleId}?skip=${skip}&size=${PART}`;
        const part = await api<Part & { more: boolean }>('GET', path, { signal: request.signal });
        so.looked += part.looked;
        so.unchanged += part.unchanged;
        so.changed.push(...part.changed);
        this.compared = { ...so };
        if (!part.more) break;
      }
    } catch (failure) {
      if (!request.signal.aborted) this.failure = words(failure);
    } finally {
      if (request === this.request) this.running = false;
    }
  }
}

function name(outcome: string): string {
  return outcome === 'clarify' || outcome === 'smalltalk' || outcome === 'human' ? t(outcome) : outcome;
}
