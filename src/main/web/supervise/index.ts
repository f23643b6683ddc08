import '../common/page';
import './supervise-page';
