import { describe, expect, it } from 'vitest';
import {
  CATEGORIES,
  CATEGORY_KEYS,
  type CategoryKey,
  isCategory,
  isSupportCase,
} from '../../src/domain/categories.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';

const where = (test: (key: CategoryKey) => boolean) => CATEGORY_KEYS.filter(test);

describe('categories', () => {
  it('are those of the domain notes, in their order', () => {
    expect(CATEGORY_KEYS).toEqual([
      'account_health',
      'listing_removed',
      'product_safety',
      'ip_complaint',
      'featured_offer',
      'advertising',
      'brand_registry',
      'a_to_z',
      'fba_lost_damaged',
      'fba_return',
      'fba_removal',
      'inbound_shortage',
      'stranded_inventory',
      'gating',
      'fees_dimensions',
      'hazmat',
      'verification',
      'funds_on_hold',
      'feedback_review',
      'performance_notice',
      'other',
    ]);
    expect(CATEGORY_KEYS.every((key) => CATEGORIES[key].key === key)).toBe(true);
    expect(['toString', 'Other', ''].some(isCategory)).toBe(false);
  });

  it('claim the store where they have nothing narrower, and expect identifiers everywhere else', () => {
    const onStore = where((key) => CATEGORIES[key].claims === 'store');
    expect(onStore).toEqual(['account_health', 'verification', 'performance_notice']);
    expect(where((key) => CATEGORIES[key].identifiers.length === 0)).toEqual(onStore);
  });

  it('go to support in four cases only', () => {
    expect(where((key) => isSupportCase(CATEGORIES[key].door))).toEqual([
      'featured_offer',
      'advertising',
      'brand_registry',
      'other',
    ]);
  });

  it('assume a deadline only where one is known without looking', () => {
    const assumed = where((key) => (CATEGORIES[key].clock?.byDefault ?? null) !== null);
    expect(assumed).toEqual(['account_health', 'a_to_z', 'performance_notice']);
    expect(CATEGORIES.account_health.clock).toEqual({ byDefault: 7 * DAY, source: 'team_default' });
    expect(CATEGORIES.a_to_z.clock).toEqual({ byDefault: 48 * HOUR, source: 'amazon_page' });
    expect(where((key) => CATEGORIES[key].clock === null)).toEqual([
      'product_safety',
      'ip_complaint',
      'featured_offer',
      'advertising',
      'brand_registry',
      'gating',
      'other',
    ]);
  });

  it('expect answers as late as Amazon’s range allows', () => {
    expect(CATEGORIES.other.expectedAnswer).toEqual({ atMost: { hours: 72 } });
    expect(CATEGORIES.listing_removed.expectedAnswer).toEqual({ atMost: { businessDays: 15 } });
    expect(CATEGORIES.performance_notice.expectedAnswer).toEqual({ atMost: { days: 14 } });
    expect(CATEGORIES.hazmat.expectedAnswer).toEqual({ atMost: { businessDays: 2 } });
    expect(where((key) => CATEGORIES[key].expectedAnswer === null)).toEqual([
      'ip_complaint',
      'a_to_z',
      'gating',
      'funds_on_hold',
      'feedback_review',
    ]);
  });

  it('accept images only for intellectual property, and nothing for A-to-z', () => {
    expect(CATEGORIES.ip_complaint.attachments).toEqual(['PNG', 'JPG']);
    expect(where((key) => CATEGORIES[key].attachments.length === 0)).toEqual(['a_to_z']);
  });

  it('ask for evidence, each piece once', () => {
    for (const key of CATEGORY_KEYS) {
      const needs = CATEGORIES[key].evidence.map((need) => need.key);
      expect(needs.length, key).toBeGreaterThan(0);
      expect(new Set(needs).size, key).toBe(needs.length);
    }
  });
});
