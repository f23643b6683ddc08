import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { withoutTokens } from '../../common/reveal';
import { base, buttons } from '../../common/styles';
import { toast } from '../../common/toast';
import type { Body } from '../../common/frames';
import { ofConversation, turn, type Turn } from '../../why/traces';
import type { Listed } from './golden-api';
import './golden-form';
import type { Beginning, GoldenForm } from './golden-form';
import { outcome } from './outcome';
import { t } from './text';

/** `<yw-make-golden conversation seq from="CONVERSATION">`: a button that makes a golden question of a turn of the bot; of the last one, without `seq`. */
@customElement('yw-make-golden')
export class MakeGolden extends YiwenElement {
  @property() conversation = '';
  @property() seq = '';
  @property() from: 'CONVERSATION' | 'RATING' = 'CONVERSATION';
  @state() private busy = false;
  @query('yw-golden-form') private form!: GoldenForm;

  static styles = [base, buttons];

  render() {
    return html`<button class="button small" ?disabled=${this.busy} @click=${() => void this.make()}>${icons.plus}${t('make')}</button>
      <yw-golden-form @golden=${(event: CustomEvent<Listed>) => this.made(event.detail)}></yw-golden-form>`;
  }

  private async make(): Promise<void> {
    this.busy = true;
    try {
      const seq = this.seq || String((await ofConversation(this.conversation))?.seq ?? '');
      if (seq) await this.form.open(await this.beginning(await turn(this.conversation, seq), Number(seq)));
      else await this.form.open({ turns: [], expect: '', mustPass: false, origin: this.from, conversation: this.conversation }, t('noTurn'));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  private async beginning({ trace, asked, said }: Turn, seq: number): Promise<Beginning> {
    const turns = [words_(asked) ?? trace.question ?? ''];
    const earlier = trace.understood?.of;
    if (earlier) {
      const before = await turn(this.conversation, String(earlier)).catch(() => undefined);
      turns.unshift(words_(before?.asked) ?? before?.trace.question ?? '');
    }
    const sources = said?.kind === 'answer' ? said.sources : [];
    return {
      turns: turns.map((one) => withoutTokens(one).replaceAll('\n', ' ')).filter(Boolean),
      expect: trace.decision === 'handoff' ? 'human' : (sources[0]?.article ?? (trace.decision === 'answer' ? '' : 'abstain')),
      title: sources[0]?.title,
      mustPass: false,
      origin: this.from,
      conversation: this.conversation,
      seq,
    };
  }

  private made({ last }: Listed): void {
    toast(t('made', { what: last ? (last.passed ? t('passed') : `${t('failed')}（${outcome(last.got)}）`) : t('unasked') }));
  }
}

function words_(body?: Body | null): string | undefined {
  return body && 'text' in body ? body.text : undefined;
}
