import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { YiwenElement } from './element';
import { t } from './i18n/common';
import { base, buttons } from './styles';

interface Toast {
  id: number;
  text: string;
  kind: 'plain' | 'problem';
  undo?: () => void;
}

/** The short messages at the foot of a page; `toast()` makes the element when it is first needed. */
@customElement('yw-toasts')
export class Toasts extends YiwenElement {
  @state() private shown: Toast[] = [];

  static styles = [
    base,
    buttons,
    css`
      :host {
        position: fixed;
        z-index: 100;
        /* A page with a bar of buttons at its foot raises them above it. */
        inset: auto 0 calc(var(--yw-space-5) + var(--yw-toast-rise, 0px) + env(safe-area-inset-bottom)) 0;
        display: grid;
        justify-items: center;
        gap: var(--yw-space-2);
        pointer-events: none;
      }
      .toast {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: var(--yw-space-3);
        max-width: min(36em, calc(100vw - 32px));
        padding: var(--yw-space-2) var(--yw-space-4);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        box-shadow: var(--yw-shadow-2);
      }
      .problem {
        border-color: var(--yw-urgent);
        color: var(--yw-urgent-text);
      }
    `,
  ];

  add(toast: Toast, milliseconds: number): void {
    this.shown = [...this.shown.slice(-2), toast];
    setTimeout(() => this.remove_(toast.id), milliseconds);
  }

  /** Takes back what was done last, if it still can be. */
  undoLast(): boolean {
    const last = this.shown.filter((one) => one.undo).at(-1);
    last?.undo?.();
    if (last) this.remove_(last.id);
    return last !== undefined;
  }

  private remove_(id: number): void {
    this.shown = this.shown.filter((one) => one.id !== id);
  }

  render() {
    return repeat(
      this.shown,
      (one) => one.id,
      (one) => html`
        <div class="toast ${one.kind}" role=${one.kind === 'problem' ? 'alert' : 'status'}>
          <span>${one.text}</span>
          ${one.undo
            ? html`<button class="button small" @click=${() => (one.undo?.(), this.remove_(one.id))}>${t('undo')}</button>`
            : ''}
        </div>
      `,
    );
  }
}

let next = 1;

/** As the button of the newest message that has one. */
export function undoLast(): boolean {
  return document.querySelector<Toasts>('yw-toasts')?.undoLast() ?? false;
}

/** A short message; with `undo` it stays eight seconds, so that the thing done can be taken back. */
export function toast(text: string, options: { undo?: () => void; kind?: 'plain' | 'problem' } = {}): void {
  let host = document.querySelector<Toasts>('yw-toasts');
  if (!host) {
    host = document.createElement('yw-toasts') as Toasts;
    document.body.append(host);
  }
  const kind = options.kind ?? 'plain';
  host.add({ id: next++, text, kind, undo: options.undo }, options.undo || kind === 'problem' ? 8000 : 3500);
}
