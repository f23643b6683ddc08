import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { bundle } from '../common/i18n/bundle';
import { base, buttons } from '../common/styles';
import { toast } from '../common/toast';

const t = bundle(
  {
    write: '让 AI 整理成答案',
    writing: '正在整理…',
    nothing: '整理出来的话坐席都没有说过，没有采用。请您来写。',
    hint: '只保留坐席说过、且不属于某一位客户的内容，请核对后再用。',
  },
  {
    write: 'Let the AI write an answer',
    writing: 'Writing …',
    nothing: 'Nothing that it wrote is borne out by what agents said, so nothing was taken. Please write it.',
    hint: 'Only what agents said, and not of one customer, is kept. Look it over before you use it.',
  },
);

/** Asked once for all gaps of the page. */
let available: Promise<boolean> | undefined;

const isAvailable = () =>
  (available ??= api<{ available: boolean }>('GET', '/knowledge-gap-answers').then(
    (it) => it.available,
    () => false,
  ));

/** `<yw-written-answer gap="…">`: where there is a chat model, has it write an answer; tells `written` with the words. */
@customElement('yw-written-answer')
export class WrittenAnswer extends YiwenElement {
  @property() gap = '';
  @state() private shown = false;
  @state() private busy = false;

  static styles = [base, buttons];

  connectedCallback(): void {
    super.connectedCallback();
    void isAvailable().then((it) => (this.shown = it));
  }

  render() {
    if (!this.shown) return nothing;
    return html`<button class="button" ?disabled=${this.busy} @click=${this.write}>${this.busy ? t('writing') : t('write')}</button>
      <span class="hint" role="status">${this.busy ? nothing : t('hint')}</span>`;
  }

  private async write(): Promise<void> {
    this.busy = true;
    try {
      const { answer } = await api<{ answer: string | null }>('POST', `/knowledge-gap-answers/${this.gap}`);
      if (answer) this.tell('written', answer);
      else toast(t('nothing'), { kind: 'problem' });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-written-answer': WrittenAnswer;
  }
}
