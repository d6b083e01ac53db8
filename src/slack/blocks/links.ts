import type { Case } from '../../domain/case.ts';
import { CATEGORIES, isSupportCase } from '../../domain/categories.ts';
import { accountHealthUrl, caseLogUrl, caseUrl } from '../../domain/marketplaces.ts';

const ON_ACCOUNT_HEALTH = ['account_health_appeal', 'manage_compliance', 'ip_complaints'];

/**
 * Where a person goes for this case: the case itself once it has a Case ID, else the page of its door.
 * Null where no page is known; then the door's path in words has to do.
 */
export function amazonUrl(c: Pick<Case, 'marketplace' | 'category' | 'reference'>): string | null {
  if (c.reference?.kind === 'case_id') return caseUrl(c.marketplace, c.reference.id);
  const { door } = CATEGORIES[c.category];
  if (isSupportCase(door)) return caseLogUrl(c.marketplace);
  return ON_ACCOUNT_HEALTH.includes(door) ? accountHealthUrl(c.marketplace) : null;
}
