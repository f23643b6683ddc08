import '../common/page';
import '../common/top-bar';
