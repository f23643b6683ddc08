import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import type { Criterion } from '../scores/scores';
import { differences, pressed, resolve, title, verdictName, verdicts, type Compared } from './calibration';
import { t } from './i18n';

/** `<yw-difference-list .criteria me="id">`: what two said and what the machine said, side by side, with its quotes; a digit resolves. */
@customElement('yw-difference-list')
export class DifferenceList extends YiwenElement {
  @property({ attribute: false }) criteria: Criterion[] = [];
  @property() me = '';
  @state() private all?: Compared[];
  @state() private at = 0;

  static styles = [
    base,
    badges,
    buttons,
    css`
      ul {
        display: grid;
        gap: var(--yw-space-3);
        list-style: none;
      }
      .one {
        display: grid;
        gap: var(--yw-space-2);
      }
      .one:focus-visible,
      .one.here {
        box-shadow: inset 3px 0 0 var(--yw-accent);
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--yw-space-2);
      }
      .sides > div {
        display: grid;
        padding: var(--yw-space-2) var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
        overflow-wrap: anywhere;
      }
      .keys {
        margin-top: var(--yw-space-3);
      }
      blockquote {
        margin: 0;
        padding: var(--yw-space-1) var(--yw-space-3);
        border-left: 3px solid var(--yw-line-strong);
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .resolve {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
      }
      @media (max-width: 760px) {
        .keys {
          display: none;
        }
        .button {
          min-height: 40px;
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
      this.all = await differences();
      this.at = Math.min(this.at, Math.max(0, this.all.length - 1));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private press(event: KeyboardEvent): void {
    const key = pressed(event);
    const step = { n: 1, p: -1 }[key];
    const one = this.all?.[this.at];
    if (step && this.all) {
      this.at = Math.max(0, Math.min(this.all.length - 1, this.at + step));
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.here')?.focus());
    } else if (one && /^[1-5]$/.test(key) && this.mine(one).includes(Number(key))) void this.resolve(one, Number(key));
  }

  /** What whoever looks may resolve it as: a third anything, one of the two what the other said. */
  private mine(one: Compared): number[] {
    const said = one.judgements.map((it) => it.verdict);
    if (one.resolved !== undefined || said[0] === said[1]) return [];
    const own = one.judgements.some((it) => it.staffId === this.me);
    return own ? one.judgements.filter((it) => it.staffId !== this.me).map((it) => it.verdict) : verdicts(one.criterion);
  }

  render() {
    if (!this.all) return html`<yw-skeleton lines="6"></yw-skeleton>`;
    if (!this.all.length) return html`<section class="card"><yw-empty heading=${t('noDifferences')} hint=${t('noDifferencesHint')}></yw-empty></section>`;
    return html`<ul>
        ${this.all.map((one, i) => this.line(one, i))}
      </ul>
      <p class="hint keys">${t('keysDifferences')}</p>`;
  }

  private line(one: Compared, i: number) {
    const differ = one.judgements[0]!.verdict !== one.judgements[1]!.verdict;
    const open = differ && one.resolved === undefined;
    const name = (verdict: number) => verdictName(one.criterion, verdict, this.criteria);
    const mine = this.mine(one);
    const own = one.judgements.some((it) => it.staffId === this.me);
    return html`<li class="card one ${i === this.at ? 'here' : ''}" data-case=${one.id} tabindex="-1">
      <span class="row"
        ><b>${title(one.criterion, this.criteria)}</b>
        <span class="badge ${open ? 'urgent' : differ ? 'ok' : 'warn'}">${t(open ? 'differ' : differ ? 'resolved' : 'machineDiffers')}</span>
        <span class="spread"></span><a href="/scores?conversation=${one.conversationId}">${t('seeConversation')}</a></span
      >
      <div class="sides">
        ${one.judgements.slice(0, 2).map((it) => html`<div><span class="hint">${it.name}</span><b>${name(it.verdict)}</b></div>`)}
        <div><span class="hint">${t('machine')}</span><b>${one.machine === undefined ? t('notJudged') : name(one.machine)}</b></div>
      </div>
      ${one.quotes.length
        ? html`<span class="hint">${t('quotes')}</span>${one.quotes.map((it) => html`<blockquote>${it.text}</blockquote>`)}`
        : html`<span class="hint">${t('noQuotes')}</span>`}
      ${one.resolved === undefined ? nothing : html`<span>${t('resolvedAs', { verdict: name(one.resolved), name: one.resolvedBy ?? '' })}</span>`}
      ${open
        ? html`<span class="resolve"
            ><span class="hint">${t(own ? 'thirdOnly' : 'resolveAs')}</span>${mine.map(
              (n) =>
                html`<button class="button small" data-verdict=${n} @click=${() => void this.resolve(one, n)}>
                  ${own ? `${t('giveIn')}：` : ''}${name(n)}<span class="keys">(${n})</span>
                </button>`,
            )}</span
          >`
        : nothing}
    </li>`;
  }

  private async resolve(one: Compared, verdict: number): Promise<void> {
    try {
      await resolve(one.id, verdict);
      toast(t('resolved'));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
    await this.load();
  }
}
