import { LitElement } from 'lit';
import { onLanguage } from './i18n/language';

/** Base of the components: draws itself again when the language changes. */
export class YiwenElement extends LitElement {
  private forgetLanguage?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.forgetLanguage = onLanguage(() => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetLanguage?.();
  }

  /** `this.tell('picked', detail)`: an event that leaves the shadow root. */
  protected tell<T>(name: string, detail?: T): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
