import { LitElement, html } from 'lit';

console.log(LitElement, html);
