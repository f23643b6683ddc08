import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import '../chat/launcher';
import type { Launcher } from '../chat/launcher';
import { ownBrand, said, type Brand } from '../common/brand';
import { wear } from '../common/brand-look';
import { YiwenElement } from '../common/element';
import { langOf } from '../common/i18n/chinese';
import { t as words } from '../common/i18n/common';
import { t } from '../common/i18n/home';
import { language, setLanguage } from '../common/i18n/language';
import { base, buttons } from '../common/styles';
import { homeStyles } from './home-styles';

const drawing = (paths: TemplateResult) =>
  html`<svg viewBox="0 0 24 24" width="26" height="26" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

/** What the example app offers; a tap asks the help desk. */
const SERVICES = [
  ['s1', 'q1', drawing(svg`<path d="M4 18a9 9 0 1 1 16 0M12 14l4-5M12 15.500v.1"/>`)],
  ['s2', 'q2', drawing(svg`<path d="M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6"/>`)],
  ['s3', 'q3', drawing(svg`<path d="M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8"/>`)],
  ['s4', 'q4', drawing(svg`<path d="M3.500 10a12 12 0 0 1 17 0M6.500 13.500a8 8 0 0 1 11 0M9.500 16.800a4 4 0 0 1 5 0M12 20v.1"/>`)],
  ['s5', 'q5', drawing(svg`<path d="M5 4h14v16H5zM9 8l3 4 3-4M12 12v5M9.500 14h5"/>`)],
  ['s6', 'q6', drawing(svg`<circle cx="12" cy="12" r="8.500"/><path d="M3.500 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17"/>`)],
  ['s7', 'q7', drawing(svg`<path d="M7 3h7l4 4v14H7zM10 12h5v5h-5z"/>`)],
  ['s8', 'q8', drawing(svg`<path d="M4 8h13l-3.500-3.500M20 16H7l3.500 3.500"/>`)],
] as const;

/** The start page: an operator's app on a phone, with a few words about Yiwen beside it. */
@customElement('yiwen-home')
export class Home extends YiwenElement {
  @query('yiwen-launcher') private launcher!: Launcher;

  static styles = [base, buttons, homeStyles];

  /** The brand comes a moment later than the page. */
  protected updated(): void {
    const brand = ownBrand();
    if (brand) wear(this.renderRoot as ShadowRoot, brand);
  }

  render() {
    const brand = ownBrand();
    const company = brand && !brand.example && said(brand).operator;
    return html`<main>
      ${company ? this.company(brand) : this.product(brand?.example)}
      ${brand ? this.phone(brand) : html`<section class="phone"></section>`}
    </main>`;
  }

  /** Whoever comes to a company's page learns of the company alone. */
  private company(brand: Brand) {
    const { operator, greeting } = said(brand);
    return html`<section class="about">
      <div>
        <h1 lang=${langOf(operator)}>${operator}</h1>
        <p class="lead" lang=${langOf(greeting)}>${greeting}</p>
      </div>
      ${brand.hotline ? html`<p>${t('hotline', { number: brand.hotline })}</p>` : nothing}
      <nav class="links" aria-label=${t('pages')}>
        <a href="/chat"><b>${t('help')}</b><span class="hint">${t('helpHint')}</span></a>
        <a href="/login"><b>${t('signIn')}</b><span class="hint">${t('signInHint')}</span></a>
      </nav>
      ${this.otherLanguage()}
    </section>`;
  }

  /** Before there is a company: what this is, and where to begin. */
  private product(example = false) {
    return html`<section class="about">
        <div>
          <h1>${t('title')}</h1>
          <p class="lead">${t('lead')}</p>
        </div>
        <p class="only-wide">${t('explain')}</p>
        <p class="only-small">${t('explainSmall')}</p>
        <div>
          <h2>${t('tryTitle')}</h2>
          <ol>
            ${example ? html`<li>${t('try1')}</li>` : nothing}
            <li>${t('try2')}</li>
            <li>${t('try3')}</li>
          </ol>
        </div>
        <nav aria-label=${t('staffTitle')}>
          <h2>${t('staffTitle')}</h2>
          <div class="links">
            <a href="/agent"><b>${words('agentConsole')}</b><span class="hint">${t('agentHint')}</span></a>
            <a href="/knowledge"><b>${words('knowledge')}</b><span class="hint">${t('knowledgeHint')}</span></a>
            <a href="/supervise"><b>${words('supervise')}</b><span class="hint">${t('superviseHint')}</span></a>
            <a href="/tickets"><b>${words('tickets')}</b><span class="hint">${t('ticketsHint')}</span></a>
            <a href="/why"><b>${words('why')}</b><span class="hint">${t('whyHint')}</span></a>
            <a href="/routing"><b>${words('routing')}</b><span class="hint">${t('routingHint')}</span></a>
            <a href="/staff"><b>${words('staff')}</b><span class="hint">${t('staffHint')}</span></a>
            <a href="/brand"><b>${words('brand')}</b><span class="hint">${t('brandHint')}</span></a>
            <a href="/chat"><b>${t('chatAlone')}</b><span class="hint">${t('chatAloneHint')}</span></a>
          </div>
        </nav>
        ${this.otherLanguage()}
      </section>`;
  }

  private otherLanguage() {
    return html`<div>
      <button class="button small" @click=${() => setLanguage(language() === 'en' ? 'zh-CN' : 'en')}>${words('otherLanguage')}</button>
    </div>`;
  }

  private phone(brand: Brand) {
    const { operator, questions, greeting } = said(brand);
    return html`
      <section class="phone" aria-label=${operator || t('ask')}>
        <div class="app">
          <div class="brand">
            <b lang=${langOf(operator)}>${operator || t('ask')}</b>${brand.example ? html`<span class="hint">${t('fictional')}</span>` : nothing}
          </div>
          ${brand.example
            ? this.exampleApp()
            : html`<div class="account">
                <div class="plan">${t('welcome')}</div>
                <div lang=${langOf(greeting)}>${greeting}</div>
                ${brand.hotline ? html`<div>${t('hotline', { number: brand.hotline })}</div>` : nothing}
              </div>`}
          ${this.popular(brand.example ? (['p1', 'p2', 'p3', 'p4'] as const).map((key) => t(key)) : questions)}
        </div>
        <yiwen-launcher contained></yiwen-launcher>
      </section>
    `;
  }

  private popular(questions: string[]) {
    if (!questions.length) return nothing;
    return html`<div class="services">
      <header><h2>${t('popular')}</h2></header>
      ${questions.map(
        (text) => html`<button class="question" lang=${langOf(text)} @click=${() => this.launcher.show(text)}>${text}</button>`,
      )}
    </div>`;
  }

  /** An app as a company like that of the example would have it. */
  private exampleApp() {
    const figure = (name: string, value: string, unit: string) =>
      html`<div><dt>${name}</dt><dd><strong>${value}</strong> ${unit}</dd></div>`;
    return html`
      <div class="account">
        <div>
          <div>${t('greeting')}</div>
          <div class="plan">${t('plan')}</div>
        </div>
        <dl class="figures">
          ${figure(t('balance'), '56.20', t('balanceUnit'))} ${figure(t('data'), '12.6', t('dataUnit'))}
          ${figure(t('voice'), '86', t('voiceUnit'))}
        </dl>
      </div>
      <p class="notice">${t('notice')}</p>
      <div class="services">
        <header><h2>${t('services')}</h2><span class="hint">${t('servicesHint')}</span></header>
        <div class="grid">
          ${SERVICES.map(
            ([name, question, picture]) =>
              html`<button @click=${() => this.launcher.show(t(question))}>${picture}${t(name)}</button>`,
          )}
        </div>
      </div>
    `;
  }
}
