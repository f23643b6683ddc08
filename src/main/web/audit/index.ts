import '../common/page';
import './audit-page';
