/** The bundle for a host's own page: `/static/bundle/chat.js` and `/static/bundle/chat.css`. */
import '../common/tokens.css';
import './yiwen-chat';
import './launcher';
