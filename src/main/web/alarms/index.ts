import '../common/page';
import './alarms-page';
