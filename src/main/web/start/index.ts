import '../common/page';
import './start-page';
