import '../common/page';
import './cockpit-page';
