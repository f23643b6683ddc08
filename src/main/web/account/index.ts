import '../common/page';
import './account-page';
