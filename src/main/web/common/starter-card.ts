import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, words } from './api';
import { keepBrand, type Brand } from './brand';
import { YiwenElement } from './element';
import { bundle } from './i18n/bundle';
import { declineStarter, removeStarter, returnStarter, starter, takeStarter, untilImported, type Starter } from './starter';
import { badges, base, buttons } from './styles';
import { toast } from './toast';

const t = bundle(
  {
    title: '示例知识',
    mark: '示例',
    open: '一家虚构的电信公司的知识，可以马上试用问答；公司名称和机器人也会用示例的。以后可以一次移除。',
    take: '导入',
    decline: '不导入',
    importing: '正在导入示例知识，大约需要一分钟…',
    present: '{n} 篇示例知识正在使用，都来自一家虚构的公司。上线前请一次移除。',
    edited: '其中 {n} 篇改过，移除时会留下。',
    remove: '移除全部示例知识',
    removed: '示例知识已移除，机器人不再用它回答。',
    removedToast: '已移除 {n} 篇示例知识',
    back: '重新放回',
    backToast: '示例知识已放回',
    declined: '没有导入示例知识。',
    takeLater: '还是导入',
    brand: '公司名称和机器人还是示例的。',
    resetBrand: '改回中性名称',
    reset: '品牌已改回中性名称',
  },
  {
    title: 'Example knowledge',
    mark: 'example',
    open: 'The knowledge of a fictional telephone company, to try questions at once; names of company and bot come with it. It can be removed as a whole.',
    take: 'Import',
    decline: 'Do not import',
    importing: 'Importing the example knowledge, which takes about a minute…',
    present: '{n} example articles are in use, all of a fictional company. Remove them before you open.',
    edited: '{n} of them were changed and will stay.',
    remove: 'Remove all examples',
    removed: 'The examples are removed; the bot does not answer from them any more.',
    removedToast: '{n} examples removed',
    back: 'Put them back',
    backToast: 'The examples are back',
    declined: 'The example knowledge was not imported.',
    takeLater: 'Import it after all',
    brand: 'Company and bot still have the example’s names.',
    resetBrand: 'Use neutral names',
    reset: 'The brand is neutral again',
  },
);

/** `<yw-starter-card>`: the knowledge that comes with the product, to take, decline, or take away again; tells `starter` when it changed. */
@customElement('yw-starter-card')
export class StarterCard extends YiwenElement {
  @state() private now?: Starter;
  @state() private exampleBrand = false;
  @state() private busy = false;

  static styles = [
    base,
    buttons,
    badges,
    css`
      .card {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-3);
        align-items: center;
      }
      p {
        flex: 1 1 20em;
      }
      @media (max-width: 640px) {
        .button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.keep(await starter());
      this.exampleBrand = (await api<Brand>('GET', '/brand')).example;
    } catch {
      // Whoever may not see it sees nothing.
    }
  }

  render() {
    const { now } = this;
    if (!now) return nothing;
    const button = (text: string, work: () => Promise<void>, kind = '') =>
      html`<button class="button ${kind}" ?disabled=${this.busy} @click=${() => void this.run(work)}>${text}</button>`;
    return html`<section class="card" aria-label=${t('title')}>
      <b>${t('title')}</b>
      ${now.phase === 'OPEN'
        ? html`<p>${t('open')}</p>
            ${button(t('take'), this.take, 'primary')} ${button(t('decline'), this.decline)}`
        : now.phase === 'IMPORTING'
          ? html`<p role="status">${t('importing')}</p>`
          : now.phase === 'PRESENT'
            ? html`<span class="badge warn">${t('mark')}</span>
                <p>${t('present', { n: now.present })} ${now.edited ? t('edited', { n: now.edited }) : nothing}</p>
                ${button(t('remove'), this.takeAway)}`
            : now.phase === 'REMOVED'
              ? html`<p>${t('removed')} ${this.exampleBrand ? t('brand') : nothing}</p>
                  ${this.exampleBrand ? button(t('resetBrand'), this.resetBrand) : nothing} ${button(t('back'), this.back)}`
              : html`<p class="hint">${t('declined')}</p>
                  ${button(t('takeLater'), this.take, 'small')}`}
    </section>`;
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  private readonly take = async () => {
    this.keep(await takeStarter());
    await untilImported((now) => this.keep(now));
    await this.brandChanged();
  };

  private readonly decline = async () => this.keep(await declineStarter());

  private readonly takeAway = async () => {
    const before = this.now!.present;
    this.keep(await removeStarter());
    toast(t('removedToast', { n: before - this.now!.edited }), { undo: () => void this.run(this.back) });
  };

  private readonly back = async () => {
    this.keep(await returnStarter());
    toast(t('backToast'));
  };

  private readonly resetBrand = async () => {
    const { version: known, brand } = await api<{ version: number; brand: Record<string, unknown> }>('GET', '/brand-settings');
    const none = { operator: '', assistant: '', label: '', scope: '', greeting: '', questions: [] };
    const neutral = { chinese: none, english: none, shortName: '', hotline: '', topics: [], languages: [], example: false };
    const { version } = await api<{ version: number }>('PUT', '/brand-settings', { body: { known, brand: neutral } });
    await this.brandChanged();
    toast(t('reset'), {
      undo: () =>
        void this.run(async () => {
          await api('PUT', '/brand-settings', { body: { known: version, brand } });
          await this.brandChanged();
        }),
    });
  };

  private async brandChanged(): Promise<void> {
    const brand = await api<Brand>('GET', '/brand');
    this.exampleBrand = brand.example;
    keepBrand(brand);
    this.tell('starter');
  }

  private keep(now: Starter): void {
    const changed = this.now && this.now.phase !== now.phase;
    this.now = now;
    if (changed) this.tell('starter');
  }
}
