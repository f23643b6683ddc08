import '../common/page';
import './console';
