import '../common/page';
import './missing-page';
