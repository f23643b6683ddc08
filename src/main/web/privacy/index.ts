import '../common/page';
import './privacy-page';
