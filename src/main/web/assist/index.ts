import './panel';
