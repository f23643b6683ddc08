import '../common/page';
import './usefulness-page';
