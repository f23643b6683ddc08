import '../common/page';
