/** The bundle for a host's own page: `/static/bundle/assist.js` and `/static/bundle/assist.css`. */
import '../common/tokens.css';
import './panel';
