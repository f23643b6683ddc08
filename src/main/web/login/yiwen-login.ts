import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api, ApiError, words as wordsOf } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as words } from '../common/i18n/common';
import { t as factor } from '../common/i18n/second-factor';
import { language, setLanguage } from '../common/i18n/language';
import { advice, spoken, t } from '../common/i18n/login';
import { icons } from '../common/icons';
import { isWanted } from '../common/first-steps';
import { has, homeOf, type SignedIn } from '../common/session';
import { refusedCode } from '../common/second-factor';
import '../common/states';
import { base, buttons, fields } from '../common/styles';
import { destination } from './destination';
import { loginStyles } from './login-styles';
import { LONGEST_BYTES, Strength, type Judged } from './strength';

const SHORTEST = 10;

/**
 * `/login?to=/agent`: signs staff in and leads back. A one-time password must be changed first, and a second factor set up
 * where there must be one; `/login?change` is for somebody who wants to change their password.
 */
@customElement('yiwen-login')
export class Login extends YiwenElement {
  @state() private step: 'loading' | 'sign-in' | 'code' | 'change' | 'setup' = 'loading';
  @state() private staff?: SignedIn;
  @state() private problem = '';
  @state() private busy = false;
  /** Seconds until the next try. */
  @state() private wait = 0;
  @state() private judged?: Judged;
  @state() private visible = false;
  @state() private next = '';
  @state() private repeated = '';
  @state() private old = '';
  /** The one-time password was typed a moment ago: no need to ask for it again. */
  @state() private kept = false;
  /** Of the first step, while the second asks for a code. */
  private typed = { login: '', password: '' };
  @query('form') private form!: HTMLFormElement;
  private clock?: number;
  private readonly strength = new Strength((password, judged) => {
    this.next = password;
    this.judged = judged;
  });

  static styles = [base, buttons, fields, loginStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  private async begin(): Promise<void> {
    try {
      this.staff = await api<SignedIn>('GET', '/session');
      this.onwards(this.staff);
    } catch (failure) {
      this.step = 'sign-in';
      if (!(failure instanceof ApiError) || failure.status !== 401) this.problem = wordsOf(failure);
    }
  }

  protected updated(changed: Map<string, unknown>): void {
    if (changed.has('step') || (changed.has('problem') && this.problem)) {
      this.renderRoot.querySelector<HTMLInputElement>(this.firstField())?.focus();
    }
  }

  /** After a wrong password that one is typed anew, not the login. */
  private firstField(): string {
    const again = this.step === 'sign-in' && this.problem && this.renderRoot.querySelector<HTMLInputElement>('input[name=login]')?.value;
    return again ? 'input[name=password]' : 'input:not([hidden])';
  }

  render() {
    return html`
      <main>
        <div class="brand">${words('appName')}</div>
        ${this.stepShown()}
      </main>
      <footer>
        <a href="/chat">${t('customer')}</a>
        <button class="button quiet small" @click=${() => setLanguage(language() === 'en' ? 'zh-CN' : 'en')}>
          ${words('otherLanguage')}
        </button>
      </footer>
    `;
  }

  private stepShown() {
    switch (this.step) {
      case 'sign-in':
        return this.signIn();
      case 'code':
        return this.askCode();
      case 'change':
        return this.change();
      case 'setup':
        return this.setup();
      case 'loading':
        return nothing;
    }
  }

  private askCode(): TemplateResult {
    return html`
      <section class="card">
        <div>
          <h1>${factor('askTitle')}</h1>
          <p class="hint">${factor('askAbout', { login: this.typed.login })}</p>
        </div>
        <form @submit=${this.submitCode} novalidate>
          <label class="field">
            <span>${factor('code')}</span>
            <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="40" required />
          </label>
          ${this.trouble()}
          <button class="button primary touch" ?disabled=${this.busy || this.wait > 0}>
            ${this.busy ? t('signingIn') : this.wait ? t('signInIn', { time: spoken(this.wait) }) : t('signIn')}
          </button>
          <button type="button" class="button quiet" @click=${() => this.startAgain()}>${factor('back')}</button>
        </form>
        <p class="hint">${factor('askRecovery')}</p>
      </section>
    `;
  }

  private setup(): TemplateResult {
    return html`
      <section class="card">
        <div>
          <h1>${factor('mustTitle')}</h1>
          <p class="hint">${factor('mustAbout')}</p>
        </div>
        <yw-second-factor-setup .password=${this.typed.password} @done=${() => void this.leave(this.staff!)}></yw-second-factor-setup>
      </section>
    `;
  }

  private signIn(): TemplateResult {
    return html`
      <section class="card">
        <div>
          <h1>${t('heading')}</h1>
          <p class="hint">${t('sub')}</p>
        </div>
        <form @submit=${this.submitSignIn} novalidate>
          <label class="field">
            <span>${t('login')}</span>
            <input name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required />
          </label>
          ${this.passwordField('password', t('password'), 'current-password')} ${this.showBox()} ${this.trouble()}
          <button class="button primary touch" ?disabled=${this.busy || this.wait > 0}>
            ${this.busy ? t('signingIn') : this.wait ? t('signInIn', { time: spoken(this.wait) }) : t('signIn')}
          </button>
        </form>
        <p class="hint">${t('forgot')}</p>
      </section>
    `;
  }

  private change(): TemplateResult {
    const rules = this.rules();
    return html`
      <section class="card">
        <div>
          <h1>${t('changeHeading')}</h1>
          <p class="hint">${this.staff?.mustChangePassword ? t('changeFirst') : t('changeOwn')}</p>
        </div>
        <form @submit=${this.submitChange} novalidate>
          <input name="login" autocomplete="username" .value=${this.staff?.login ?? ''} hidden />
          ${this.kept
            ? nothing
            : this.passwordField('old', t('oldPassword'), 'current-password', (value) => (this.old = value))}
          ${this.passwordField('next', t('newPassword'), 'new-password', (value) => this.strength.of(value))}
          ${this.bar()}
          ${this.passwordField('repeated', t('repeat'), 'new-password', (value) => (this.repeated = value))}
          ${this.showBox()}
          <ul class="rules" aria-label=${t('rules')}>
            ${rules.map(
              ([text, met]) => html`
                <li class=${met ? 'met' : ''}>
                  <span class="mark">${met ? icons.check : html`<span class="dot"></span>`}</span>${text}
                  <span class="hidden-visually">${met ? t('met') : t('unmet')}</span>
                </li>
              `,
            )}
          </ul>
          ${this.trouble()}
          <button class="button primary touch" ?disabled=${this.busy || this.wait > 0 || rules.some(([, met]) => !met)}>
            ${this.wait ? t('saveIn', { time: spoken(this.wait) }) : t('save')}
          </button>
        </form>
      </section>
    `;
  }

  /** How long it would stand, in a bar and a word; and what would help. */
  private bar() {
    const { judged, next } = this;
    if (!next) return nothing;
    const score = judged?.score ?? 0;
    const word = judged ? t(`strength${score as 0 | 1 | 2 | 3 | 4}`) : t('judging');
    return html`
      <div class="strength" role="status">
        <div
          class="steps score-${score}"
          role="meter"
          aria-label=${t('strength')}
          aria-valuemin="0"
          aria-valuemax="4"
          aria-valuenow=${score}
          aria-valuetext=${word}
        >
          ${[1, 2, 3, 4].map((step) => html`<span class=${judged && step <= Math.max(score, 1) ? 'reached' : ''}></span>`)}
        </div>
        <span>${t('strength')}：${word}</span>
        ${judged?.enough ? nothing : judged?.hints.map((hint) => html`<p class="hint">${advice(hint)}</p>`)}
        ${judged && judged.bytes > LONGEST_BYTES ? html`<p class="hint">${t('tooManyBytes', { bytes: judged.bytes })}</p>` : nothing}
      </div>
    `;
  }

  private rules(): [string, boolean][] {
    return [
      [t('ruleLength'), [...this.next].length >= SHORTEST],
      [t('ruleStrong'), !!this.judged?.enough],
      [t('ruleDifferent'), !!this.next && this.next !== this.old],
      [t('ruleRepeat'), !!this.next && this.next === this.repeated],
    ];
  }

  private passwordField(
    name: string,
    label: string,
    autocomplete: string,
    changed: (value: string) => void = () => {},
  ): TemplateResult {
    return html`
      <label class="field">
        <span>${label}</span>
        <input
          name=${name}
          type=${this.visible ? 'text' : 'password'}
          autocomplete=${autocomplete as 'off'}
          autocapitalize="none"
          spellcheck="false"
          required
          @input=${(event: Event) => changed((event.target as HTMLInputElement).value)}
        />
      </label>
    `;
  }

  private showBox(): TemplateResult {
    return html`
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.visible}
          @change=${(event: Event) => (this.visible = (event.target as HTMLInputElement).checked)}
        />
        ${t('show')}
      </label>
    `;
  }

  private trouble() {
    return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
  }

  private async submitSignIn(event: Event): Promise<void> {
    event.preventDefault();
    if (this.wait) return;
    const data = new FormData(this.form);
    const login = String(data.get('login') ?? '').trim();
    const password = String(data.get('password') ?? '');
    if (!login || !password) {
      this.problem = t('enterBoth');
      return;
    }
    this.typed = { login, password };
    await this.open();
  }

  private async submitCode(event: Event): Promise<void> {
    event.preventDefault();
    if (this.wait) return;
    const code = String(new FormData(this.form).get('code') ?? '').trim();
    if (code) await this.open(code);
    else this.problem = factor('enterCode');
  }

  private open(code?: string): Promise<void> {
    return this.working(async () => {
      try {
        await api('POST', '/session', { body: { ...this.typed, code } });
      } catch (failure) {
        if (!(failure instanceof ApiError) || failure.problem?.title !== 'second-factor-required') throw failure;
        this.step = 'code';
        return;
      }
      this.staff = await api<SignedIn>('GET', '/session');
      this.old = this.typed.password;
      this.kept = this.staff.mustChangePassword;
      this.visible = false;
      this.onwards(this.staff);
    });
  }

  private startAgain(): void {
    this.typed = { login: '', password: '' };
    this.problem = '';
    this.step = 'sign-in';
  }

  /** To what is still to be done, else to where they wanted. */
  private onwards(staff: SignedIn): void {
    if (staff.mustChangePassword || (this.wantsChange() && !staff.mustSetUpSecondFactor)) this.step = 'change';
    else if (staff.mustSetUpSecondFactor) this.step = 'setup';
    else void this.leave(staff);
  }

  private async submitChange(event: Event): Promise<void> {
    event.preventDefault();
    if (this.wait || this.rules().some(([, met]) => !met)) return;
    await this.working(async () => {
      await api('PUT', '/session/password', { body: { old: this.old, new: this.next } });
      this.typed = { login: this.staff!.login, password: this.next };
      if (this.staff!.mustSetUpSecondFactor) this.step = 'setup';
      else void this.leave(this.staff!);
    });
  }

  private async working(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      await work();
    } catch (failure) {
      this.problem = this.sentence(failure);
      if (failure instanceof ApiError && failure.retryAfter) this.waitFor(failure.retryAfter);
      if (failure instanceof ApiError && failure.status === 401 && this.step === 'change') this.kept = false;
    } finally {
      this.busy = false;
    }
  }

  private sentence(failure: unknown): string {
    if (!(failure instanceof ApiError)) return wordsOf(failure);
    if (this.step === 'code' && failure.status !== 503) return refusedCode(failure);
    if (failure.problem?.title === 'one-time-password-expired') return t('expired');
    if (failure.status === 401) return t(this.step === 'change' ? 'wrongOld' : 'wrong');
    if (failure.status === 400 && this.step === 'change') return t('weak');
    if (failure.retryAfter) return t(failure.status === 429 ? 'slow' : 'crowd', { time: spoken(failure.retryAfter) });
    return wordsOf(failure);
  }

  /** The button says how long, and comes back by itself. */
  private waitFor(seconds: number): void {
    const end = Date.now() + seconds * 1000;
    this.wait = seconds;
    clearInterval(this.clock);
    this.clock = setInterval(() => {
      this.wait = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      if (this.wait) return;
      clearInterval(this.clock);
      this.problem = '';
    }, 250);
  }

  private wantsChange(): boolean {
    return new URLSearchParams(location.search).has('change');
  }

  /** Back to where they came from; administrators of a new installation to its guide. */
  private async leave(staff: SignedIn): Promise<void> {
    const to = destination(new URLSearchParams(location.search).get('to'), location.origin);
    const guided = !to && has(staff, 'SETTINGS') && (await isWanted());
    location.replace(to ?? (guided ? '/start' : homeOf(staff)));
  }
}
