import '../common/page';
import './why-page';
