import '../common/page';
import './wishes-page';
