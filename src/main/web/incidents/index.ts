import '../common/page';
import './incidents-page';
