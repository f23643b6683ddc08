import '../common/page';
import './calibration-page';
