import { html, nothing } from 'lit';
import type { CallLine } from '../common/frames';
import { t as call } from './call-text';
import { t as desk } from './text';
import type { Thread } from './thread';
import { t } from './thread-text';
import './timer';

/** How long a call has lasted, for the head of its conversation. */
export function callState(thread: Thread) {
  const state = thread.call?.state ?? (thread.owner?.kind === 'nobody' ? 'ended' : 'answered');
  const words = state === 'ringing' ? t('ringing') : state === 'ended' ? t('callEnded') : desk('onCall');
  return html`<span class="badge ${state === 'answered' ? 'accent' : ''}">
    ${words} <yw-timer since=${thread.callTimes.since} until=${thread.callTimes.until}></yw-timer>
  </span>`;
}

/** Below the head, where there is something to say: on hold, asking somebody, muted, put through; after the end, how it went. */
export function callStrip({ line, owner }: Thread) {
  if (!line) return nothing;
  // Whoever has it now need not be told that it went to them.
  const shown = line.transferredTo === owner?.name ? { ...line, transferredTo: undefined } : line;
  const words = line.endedAt ? ended(line) : '';
  if (!words && !isMarked(shown)) return nothing;
  return html`<div class="line" role="status">${line.endedAt ? html`<span class="hint" title=${line.endedWhy ?? ''}>${words}</span>` : lineMarks(shown)}</div>`;
}

export function isMarked(line?: CallLine): boolean {
  return !!line && !line.endedAt && !!(line.heldSince || line.consultingSince || line.muted.length || line.transferredTo);
}

/** What is out of the ordinary on the line, for a call and for lists of calls. */
export function lineMarks(line?: CallLine) {
  if (!line || line.endedAt) return nothing;
  return html`
    ${line.consultingSince
      ? html`<span class="badge warn consulting"
          >${call('consulting')}${line.consulting ? ` ${line.consulting}` : ''} <yw-timer since=${line.consultingSince}></yw-timer
        ></span>`
      : nothing}
    ${line.heldSince
      ? html`<span class="badge warn held">${call('held')} <yw-timer since=${line.heldSince} urgent="60"></yw-timer></span>`
      : nothing}
    ${line.muted.map((who) => html`<span class="badge warn muted">${call(who === 'agent' ? 'agentMuted' : 'customerMuted')}</span>`)}
    ${line.transferredTo ? html`<span class="badge transferred">${call('transferredTo', { to: line.transferredTo })}</span>` : nothing}
  `;
}

/** Who ended it, how long it was on hold, and how often it was put through. */
function ended(line: CallLine): string {
  const by = { customer: call('endedByCustomer'), agent: call('endedByAgent'), system: call('endedBySystem') };
  return [
    by[line.endedBy as keyof typeof by] ?? '',
    line.holds ? call('holds', { n: line.holds, seconds: line.heldSeconds }) : '',
    line.transfers ? call('transfers', { n: line.transfers }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
