import '../common/page';
import '../chat/yiwen-chat';
import { onBrand, ownBrand, said } from '../common/brand';
import { t } from '../common/i18n/chat';
import { badgeTitle } from '../common/title';

const title = () => {
  const brand = ownBrand();
  return brand ? said(brand).desk : t('chat');
};
const badged = badgeTitle(document.querySelector('yiwen-chat')!, title);
onBrand(badged);
