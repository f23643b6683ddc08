import '../common/page';
import './knowledge-page';
