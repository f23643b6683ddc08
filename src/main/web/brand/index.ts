import '../common/page';
import './brand-page';
