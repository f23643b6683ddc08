import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError, api, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { icons } from '../common/icons';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import { wishStyles } from './styles';
import { t } from './watch-rules-text';

type Kind = 'FORBIDDEN' | 'DUTY';
type Severity = 'REMIND' | 'GRAVE';

interface Rule {
  id: string;
  kind: Kind;
  severity: Severity;
  words: string;
  instead: string;
  by: string;
  at: string;
}

const card = css`
  :host {
    display: block;
    min-height: 0;
  }
  .what {
    flex: 1 1 100%;
    color: var(--yw-ink-2);
    overflow-wrap: anywhere;
  }
`;

/** `<yw-watch-rules ?mayChange>`: what agents must not say, and what they have to say first. Supervisors change it. */
@customElement('yw-watch-rules')
export class WatchRules extends YiwenElement {
  @property({ type: Boolean }) mayChange = false;
  @state() private all?: Rule[];
  @state() private kind: Kind = 'FORBIDDEN';
  @state() private failure = '';
  @state() private fault = '';

  static styles = [base, buttons, fields, badges, wishStyles, card];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      this.all = await api<Rule[]>('GET', '/watch-rules');
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <section class="card">
        <h2>${t('title')}</h2>
        <p class="hint">${t('about')}</p>
        ${this.mayChange ? this.form() : nothing} ${this.lines()}
      </section>
    `;
  }

  private form() {
    const duty = this.kind === 'DUTY';
    return html`<form @submit=${this.add} novalidate>
        <select
          name="kind"
          aria-label=${t('kind')}
          @change=${(e: Event) => (this.kind = (e.target as HTMLSelectElement).value as Kind)}
        >
          <option value="FORBIDDEN">${t('FORBIDDEN')}</option>
          <option value="DUTY">${t('DUTY')}</option>
        </select>
        <select name="severity" aria-label=${t('severity')}>
          <option value="REMIND">${t('REMIND')}</option>
          <option value="GRAVE">${t('GRAVE')}</option>
        </select>
        <input
          name="words"
          maxlength="200"
          aria-label=${t(duty ? 'dutyWords' : 'words')}
          aria-describedby="fault"
          aria-invalid=${this.fault !== ''}
          placeholder=${t(duty ? 'dutyWords' : 'words')}
          @input=${() => (this.fault = '')}
        />
        <input name="instead" maxlength="300" aria-label=${t(duty ? 'dutyDone' : 'instead')} placeholder=${t(duty ? 'dutyDone' : 'instead')} />
        <button class="button primary">${icons.plus}${t('add')}</button>
      </form>
      <p class="fault" id="fault" role="alert">${this.fault}</p>`;
  }

  private lines() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.load()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (!this.all) return html`<yw-skeleton lines="3"></yw-skeleton>`;
    if (!this.all.length) return html`<yw-empty heading=${t('empty')} hint=${t('emptyHint')}></yw-empty>`;
    return html`<ul>
      ${this.all.map((one) => this.line(one))}
    </ul>`;
  }

  private line(one: Rule) {
    return html`<li>
      <b>${one.words}</b>
      <span class="badge ${one.severity === 'GRAVE' ? 'urgent' : 'warn'}">${t(one.severity)}</span>
      ${one.kind === 'DUTY' ? html`<span class="badge">${t('DUTY')}</span>` : nothing}
      <span class="hint">${t('by', { name: one.by })} ${timeElement(one.at)}</span>
      <span class="spread"></span>
      ${this.mayChange
        ? html`<button class="button small quiet" aria-label=${t('removeThis', { words: one.words })} @click=${() => void this.drop(one)}>
            ${t('remove')}
          </button>`
        : nothing}
      ${one.instead ? html`<span class="what">${t(one.kind === 'DUTY' ? 'doneBy' : 'sayInstead', { words: one.instead })}</span>` : nothing}
    </li>`;
  }

  private readonly add = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    if (text('words').length < 2) this.fault = t('tooShort');
    else if (this.kind === 'DUTY' && !text('instead')) this.fault = t('dutyNeeds');
    else {
      const rule = { kind: this.kind, severity: text('severity') as Severity, words: text('words'), instead: text('instead') };
      void this.save(rule, form);
    }
  };

  private async save(rule: Pick<Rule, 'kind' | 'severity' | 'words' | 'instead'>, form?: HTMLFormElement): Promise<void> {
    try {
      const fresh = await api<Rule>('POST', '/watch-rules', { body: rule });
      this.all = [fresh, ...(this.all ?? [])];
      form?.querySelectorAll('input').forEach((one) => (one.value = ''));
      toast(t('added', { words: fresh.words }), { undo: () => void this.drop(fresh) });
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 409) this.fault = t('taken', { words: rule.words });
      else if (failure instanceof ApiError && failure.status === 400) this.fault = t('tooShort');
      else toast(words(failure), { kind: 'problem' });
    }
  }

  private async drop(one: Rule): Promise<void> {
    try {
      await api('DELETE', `/watch-rules/${one.id}`);
      this.all = this.all?.filter((each) => each.id !== one.id);
      toast(t('removed', { words: one.words }), {
        undo: () => void this.save({ kind: one.kind, severity: one.severity, words: one.words, instead: one.instead }),
      });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
