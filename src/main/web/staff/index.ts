import '../common/page';
import './staff-page';
