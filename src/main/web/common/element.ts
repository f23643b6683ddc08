import { LitElement } from 'lit';
import { onBrand } from './brand';

/** Base of the components: draws itself again when the language or the brand changes. */
export class YiwenElement extends LitElement {
  private forgetBrand?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.forgetBrand = onBrand(() => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetBrand?.();
  }

  /** `this.tell('picked', detail)`: an event that leaves the shadow root. */
  protected tell<T>(name: string, detail?: T): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
