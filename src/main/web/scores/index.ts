import '../common/page';
import './scores-page';
