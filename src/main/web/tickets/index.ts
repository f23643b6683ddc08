import '../common/page';
import './tickets-page';
