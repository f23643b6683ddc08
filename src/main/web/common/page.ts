/** Each page's entry imports this first: tokens, remembered appearance, language of the document. */
import './page.css';
import { language, onLanguage } from './i18n/language';
import { applyAppearance } from './theme';

applyAppearance();
const speak = () => (document.documentElement.lang = language());
speak();
onLanguage(speak);
