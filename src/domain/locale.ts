/** The languages that people read Docket in. What goes to Amazon is English whoever reads it. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];
