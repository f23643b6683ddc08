import '../common/page';
import './integrations-page';
