import { html, nothing } from 'lit';
import type { Visitor } from '../common/frames';
import { icons } from '../common/icons';
import { callState, callStrip } from './call-state';
import type { Thread } from './thread';
import { t } from './thread-text';
import { t as transfer } from './transfer-text';
import { presence, whereabouts } from './visitor';

type Wanted = 'copy' | 'hand-on' | 'back-to-bot' | 'finish';

/** Who it is, how long a call has lasted, and what can be done with the whole conversation. */
export function conversationHead(
  name: string,
  thread: Thread,
  isCall: boolean,
  mine: boolean,
  tell: (event: Wanted) => void,
  visitor?: Visitor,
) {
  const action = (event: Wanted, icon: unknown, words: string, keys: string) =>
    html`<button class="button small" title=${keys} @click=${() => tell(event)}>${icon}${words}</button>`;
  return html`
    <header>
      <h2 class="ellipsis">${name}</h2>
      ${isCall ? callState(thread) : presence(visitor)}
      <span class="hint ellipsis" title=${whereabouts(visitor)}>${whereabouts(visitor)}</span>
      <span class="spread"></span>
      ${action('copy', icons.copy, t('copy'), 'Alt+C')}
      ${mine && !isCall ? action('hand-on', icons.headset, transfer('handOn'), 'Alt+T') : nothing}
      ${mine && !isCall ? action('back-to-bot', icons.bot, t('backToBot'), 'Alt+B') : nothing}
      ${mine ? action('finish', icons.check, t('finish'), 'Alt+E') : nothing}
    </header>
    ${isCall ? callStrip(thread) : nothing}
  `;
}
