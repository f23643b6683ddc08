import '../common/page';
import './yiwen-home';
import { onBrand, ownBrand, said } from '../common/brand';
import { t as words } from '../common/i18n/common';
import { badgeTitle } from '../common/title';

const title = () => {
  const brand = ownBrand();
  return (brand && said(brand).operator) || words('appName');
};
onBrand(badgeTitle(document.body, title));
