import { describe, expect, it } from 'vitest';
import { isZone } from '../../src/domain/local-time.ts';
import {
  accountHealthUrl,
  caseLogUrl,
  caseUrl,
  isMarketplace,
  MARKETPLACE_CODES,
  MARKETPLACES,
  marketplacesOfHost,
} from '../../src/domain/marketplaces.ts';

describe('marketplaces', () => {
  it('are the 23 of the domain notes, each with a zone, a working week and a host of Amazon', () => {
    expect(MARKETPLACE_CODES).toHaveLength(23);
    for (const code of MARKETPLACE_CODES) {
      const { zone, weekdays, host, names } = MARKETPLACES[code];
      expect(isZone(zone), zone).toBe(true);
      expect(weekdays).toHaveLength(5);
      expect(host).toMatch(/^sellercentral(-europe)?\.amazon\.[a-z.]+$/);
      expect(names.every((name) => name === name.toLowerCase())).toBe(true);
    }
  });

  it('mean one thing by each name', () => {
    const names = MARKETPLACE_CODES.flatMap((code) => [code.toLowerCase(), ...MARKETPLACES[code].names]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('work from Sunday to Thursday in Saudi Arabia and Egypt', () => {
    expect(MARKETPLACE_CODES.filter((code) => MARKETPLACES[code].weekdays.includes(7))).toEqual(['SA', 'EG']);
  });

  it('have links into Seller Central', () => {
    expect(caseUrl('US', '12345678901')).toBe(
      'https://sellercentral.amazon.com/cu/case-dashboard/view-case?caseID=12345678901',
    );
    expect(caseUrl('DE', '1 2&x')).toContain('caseID=1%202%26x');
    expect(caseLogUrl('UK')).toBe('https://sellercentral-europe.amazon.com/cu/case-lobby');
    expect(accountHealthUrl('JP')).toBe('https://sellercentral.amazon.co.jp/performance/dashboard');
  });

  it('are told by code, not by what every object has', () => {
    expect(['US', 'AU'].every(isMarketplace)).toBe(true);
    expect(['us', 'XX', '', 'toString', '__proto__'].some(isMarketplace)).toBe(false);
  });

  it('are told by the host of a link, as far as it tells', () => {
    expect(marketplacesOfHost('sellercentral.amazon.com')).toEqual(['US']);
    expect(marketplacesOfHost('sellercentral-europe.amazon.com')).toEqual([
      'UK',
      'IE',
      'DE',
      'FR',
      'IT',
      'ES',
    ]);
    expect(marketplacesOfHost('sellercentral.amazon.de')).toEqual(['DE']);
    expect(marketplacesOfHost('WWW.amazon.com.mx')).toEqual(['MX']);
    expect(marketplacesOfHost('amazon.com.evil.example')).toEqual([]);
    expect(marketplacesOfHost('notamazon.com')).toEqual([]);
  });
});
