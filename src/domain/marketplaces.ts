/**
 * Amazon's marketplaces (domain.md 6). Zones are A/P, hosts C. Offsets are never stored.
 *
 * `names` are what people call the marketplace beside its code, in lower case: a plain name is only a hint
 * ("factory in Germany"), so `recognise` trusts it less than a name said of a store (`德国站`, `German store`).
 * `adjectives` are read only when said of a store. `domains` are Amazon's, as they end a pasted link's host.
 */
export interface Marketplace {
  /** Of Seller Central; shared by several marketplaces in Europe. */
  readonly host: string;
  /** IANA zone. */
  readonly zone: string;
  /** Working days, 1 = Monday to 7 = Sunday. */
  readonly weekdays: readonly number[];
  readonly domain: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
}

export type MarketplaceCode =
  | ('US' | 'CA' | 'MX' | 'BR')
  | ('UK' | 'IE' | 'DE' | 'FR' | 'IT' | 'ES' | 'NL' | 'BE' | 'SE' | 'PL' | 'TR')
  | ('AE' | 'SA' | 'EG' | 'ZA' | 'IN')
  | ('JP' | 'SG' | 'AU');

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const SUNDAY_TO_THURSDAY = [7, 1, 2, 3, 4];

function marketplace(
  domain: string,
  zone: string,
  names: string,
  adjectives = '',
  own: Partial<Pick<Marketplace, 'host' | 'weekdays'>> = {},
): Marketplace {
  const words = (list: string) => list.split('|').filter(Boolean);
  return {
    host: own.host ?? `sellercentral.${domain}`,
    zone,
    weekdays: own.weekdays ?? MONDAY_TO_FRIDAY,
    domain,
    names: words(names),
    adjectives: words(adjectives),
  };
}

const EUROPE = { host: 'sellercentral-europe.amazon.com' };
const SUN_THU = { weekdays: SUNDAY_TO_THURSDAY };

export const MARKETPLACES: Readonly<Record<MarketplaceCode, Marketplace>> = {
  US: marketplace('amazon.com', 'America/New_York', '美国|usa|u.s.|u.s|u.s.a.|united states', '美|american'),
  CA: marketplace('amazon.ca', 'America/Toronto', '加拿大|canada', '加|canadian'),
  MX: marketplace('amazon.com.mx', 'America/Mexico_City', '墨西哥|mexico', '墨|mexican'),
  BR: marketplace('amazon.com.br', 'America/Sao_Paulo', '巴西|brazil', 'brazilian'),
  UK: marketplace(
    'amazon.co.uk',
    'Europe/London',
    '英国|united kingdom|great britain|u.k.|u.k',
    '英|british',
    EUROPE,
  ),
  IE: marketplace('amazon.ie', 'Europe/Dublin', '爱尔兰|ireland', 'irish', EUROPE),
  DE: marketplace('amazon.de', 'Europe/Berlin', '德国|germany', '德|german', EUROPE),
  FR: marketplace('amazon.fr', 'Europe/Paris', '法国|france', '法|french', EUROPE),
  IT: marketplace('amazon.it', 'Europe/Rome', '意大利|italy', '意|italian', EUROPE),
  ES: marketplace('amazon.es', 'Europe/Madrid', '西班牙|spain', '西|spanish', EUROPE),
  NL: marketplace('amazon.nl', 'Europe/Amsterdam', '荷兰|netherlands|holland', 'dutch'),
  BE: marketplace('amazon.com.be', 'Europe/Brussels', '比利时|belgium', 'belgian'),
  SE: marketplace('amazon.se', 'Europe/Stockholm', '瑞典|sweden', 'swedish'),
  PL: marketplace('amazon.pl', 'Europe/Warsaw', '波兰|poland', 'polish'),
  TR: marketplace('amazon.com.tr', 'Europe/Istanbul', '土耳其|turkey|türkiye', 'turkish'),
  AE: marketplace('amazon.ae', 'Asia/Dubai', '阿联酋|uae|u.a.e.|united arab emirates', '迪拜|dubai|emirati'),
  SA: marketplace('amazon.com.sa', 'Asia/Riyadh', '沙特|沙特阿拉伯|ksa|saudi arabia', 'saudi', SUN_THU),
  EG: marketplace('amazon.eg', 'Africa/Cairo', '埃及|egypt', 'egyptian', SUN_THU),
  ZA: marketplace('amazon.co.za', 'Africa/Johannesburg', '南非|south africa', 'south african'),
  IN: marketplace('amazon.in', 'Asia/Kolkata', '印度|india', 'indian'),
  JP: marketplace('amazon.co.jp', 'Asia/Tokyo', '日本|japan', '日|japanese'),
  SG: marketplace('amazon.sg', 'Asia/Singapore', '新加坡|singapore', 'singaporean'),
  AU: marketplace('amazon.com.au', 'Australia/Sydney', '澳大利亚|澳洲|australia', '澳|australian'),
};

export const MARKETPLACE_CODES = Object.keys(MARKETPLACES).filter(isMarketplace);

export function isMarketplace(raw: string): raw is MarketplaceCode {
  return Object.hasOwn(MARKETPLACES, raw);
}

/** The page of one case in Seller Central (C). Cases of Ads or Brand Registry may live elsewhere. */
export function caseUrl(code: MarketplaceCode, caseId: string): string {
  return `https://${MARKETPLACES[code].host}/cu/case-dashboard/view-case?caseID=${encodeURIComponent(caseId)}`;
}

/** The list of all cases of a store in Seller Central (C). */
export function caseLogUrl(code: MarketplaceCode): string {
  return `https://${MARKETPLACES[code].host}/cu/case-lobby`;
}

/** The Account Health page of a store (C). */
export function accountHealthUrl(code: MarketplaceCode): string {
  return `https://${MARKETPLACES[code].host}/performance/dashboard`;
}

/**
 * The marketplaces that a link may belong to: those with its Seller Central host, else those of its Amazon
 * domain (`www.amazon.de`, `sellercentral.amazon.de`). Empty if it is not Amazon's.
 */
export function marketplacesOfHost(host: string): readonly MarketplaceCode[] {
  const wanted = host.toLowerCase();
  const sharing = MARKETPLACE_CODES.filter((code) => MARKETPLACES[code].host === wanted);
  if (sharing.length > 0) return sharing;
  return MARKETPLACE_CODES.filter((code) => {
    const { domain } = MARKETPLACES[code];
    return wanted === domain || wanted.endsWith(`.${domain}`);
  });
}
