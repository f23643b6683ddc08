import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { gapStyles } from './styles';
import { t } from './suggestion-text';
import { accept, allow, loadSuggestions, refuse, type Suggestion } from './suggestions';

const REASONS = ['otherMeaning', 'tooVague', 'noQuestion', 'otherReason'] as const;

/** `<yw-phrasing-suggestions>`: what customers wrote before they chose an article, to be taken up as its phrasings; nothing while there is none. */
@customElement('yw-phrasing-suggestions')
export class PhrasingSuggestions extends YiwenElement {
  @state() private suggestions: Suggestion[] = [];
  @state() private busy = false;

  static styles = [base, buttons, fields, badges, gapStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.reload();
  }

  /** Without them the page works as well. */
  async reload(): Promise<void> {
    try {
      this.suggestions = await loadSuggestions();
    } catch {
      this.suggestions = [];
    }
  }

  render() {
    const open = this.suggestions.filter((one) => one.wordings.length);
    const refused = this.suggestions.filter((one) => one.refused.length);
    if (!open.length && !refused.length) return nothing;
    return html`<section class="card" aria-label=${t('heading')}>
      <details>
        <summary>
          <strong>${t('heading')}</strong>
          ${open.length ? html`<span class="badge">${t('articles', { n: open.length })}</span>` : nothing}
        </summary>
        <p class="hint">${t('about')}</p>
        <ul class="suggestions">
          ${repeat(
            open,
            (one) => one.article,
            (one) => html`<li>${this.one(one)}</li>`,
          )}
        </ul>
        ${refused.length ? this.refused(refused) : nothing}
      </details>
    </section>`;
  }

  private one(one: Suggestion) {
    return html`<form class="work" @submit=${(event: SubmitEvent) => this.submit(event, one)}>
      <h3><a href="/knowledge?article=${one.article}">${one.title}</a> <span class="badge">${t('times', { n: one.times })}</span></h3>
      <ul>
        ${one.wordings.map(
          (wording) => html`<li>
            <label class="wording"
              ><input type="checkbox" name="words" value=${wording.words} checked /><span>${wording.words}</span
              ><span class="hint">${t('times', { n: wording.times })}</span></label
            >
          </li>`,
        )}
      </ul>
      <div class="row ignore">
        <button class="button small primary" value="accept" ?disabled=${this.busy}>${t('accept')}</button>
        <select name="reason" aria-label=${t('reason')}>
          ${REASONS.map((reason) => html`<option>${t(reason)}</option>`)}
        </select>
        <button class="button small" value="refuse" ?disabled=${this.busy}>${t('refuse')}</button>
      </div>
    </form>`;
  }

  private refused(all: Suggestion[]) {
    return html`<details>
      <summary class="hint">${t('refusedOnes', { n: all.reduce((n, one) => n + one.refused.length, 0) })}</summary>
      <ul>
        ${all.flatMap((one) =>
          one.refused.map(
            (no) => html`<li class="near">
              <span>${t('refusedOne', { words: no.words, title: one.title, reason: no.reason, by: no.by })}</span>
              <button class="button small" ?disabled=${this.busy} @click=${() => this.change(allow(one, [no.words]))}>${t('allow')}</button>
            </li>`,
          ),
        )}
      </ul>
    </details>`;
  }

  private submit(event: SubmitEvent, one: Suggestion): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const chosen = form.getAll('words') as string[];
    if (!chosen.length) {
      toast(t('chooseFirst'), { kind: 'problem' });
      return;
    }
    if ((event.submitter as HTMLButtonElement | null)?.value === 'refuse') {
      const done = this.change(refuse(one, chosen, form.get('reason') as string));
      void done.then((ok) => ok && toast(t('refusedDone'), { undo: () => void this.change(allow(one, chosen)) }));
    } else {
      void this.change(accept(one, chosen)).then((ok) => ok && toast(t('accepted')));
    }
  }

  private async change(work: Promise<Suggestion[]>): Promise<boolean> {
    this.busy = true;
    try {
      this.suggestions = await work;
      return true;
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      return false;
    } finally {
      this.busy = false;
    }
  }
}
