// What the business lines are called; lines that HQ has added since show their code.
import { currentLanguage } from '../../data/language';

const NAMES: Record<string, string> = {
  VENUE_RENTAL: '场地合作',
  STALL_RENTAL: '摊位出租',
  SHOPFRONT_RENTAL: '铺面出租',
  NIGHT_MARKET: '夜市',
  SHARED_PARKING: '共享停车',
  DOMESTIC_SERVICES: '家政服务',
  WELLNESS_CARE: '康养服务',
  CANTEEN: '社区食堂',
  MICRO_FACTORY: '小社微工厂',
  COMMUNITY_FACTORY: '社区工厂',
  TRAINING: '培训课程',
  FAIR: '集市',
  SKY_FARM: '天空农场',
  PURCHASED_SERVICE: '购买服务',
  OTHER: '其他',
};

export const LINES = Object.keys(NAMES);

export const lineName = (code: string): string => (currentLanguage() === 'zh' ? (NAMES[code] ?? code) : code);
