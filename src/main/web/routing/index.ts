import '../common/page';
import './routing-page';
